import type { FactorId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/time.ts";
import { type Row, rowsOf } from "../any-order/memory.ts";
import type { Authenticator } from "../authenticators/passkey.ts";
import { authenticators, factorIdOf, paperCodes } from "./enrolled.ts";
import type { World } from "./world.ts";

// The whole truth of a story, kept from what was shown, typed and sent, never from what the portal
// believes of it: it shares no rule with the code that it judges.

/** A mail with a code, as its reader has it. */
export type Sent = {
  readonly flowId: string;
  readonly step: string;
  readonly to: string;
  readonly code: string;
  readonly until: Instant;
  wrong: number;
  isTaken: boolean;
};

/** What was truly shown in one attempt. */
export type Attempt = {
  /** Which password was right when it began. */
  readonly password: number;
  readonly address: string | null;
  /** Codes on paper, when it began. */
  readonly hadCodes: boolean;
  proved: { readonly factorId: FactorId; readonly method: string } | null;
  /** By their secrets: seeds, credentials, `mail`, `codes`. */
  readonly made: Set<string>;
};

/** What an authenticator answered. */
export type Signed = {
  readonly challenge: string;
  readonly credentialId: string;
  readonly isHonest: boolean;
};

export type Truth = {
  /** Of a device or its enrolment, by its seed. */
  readonly lastSteps: Map<string, number>;
  readonly authenticators: Map<string, Authenticator>;
  readonly signed: Map<string, Signed>;
  readonly mails: Sent[];
  readonly attempts: Map<string, Attempt>;
  /** Codes on paper, by the factor that they are of. */
  readonly paper: Map<string, Set<string>>;
  /** What was right before: of no use any more. */
  readonly used: { totpCode: string; mailCode: string; recoveryCode: string; response: string };
  password: number;
  isStaffLocked: boolean;
  /** Wrong ones in a row. */
  wrong: number;
  lockedUntil: Instant | null;
  locks: number;
};

export const truthOf = (): Truth => ({
  lastSteps: new Map(),
  authenticators: new Map(authenticators),
  signed: new Map(),
  mails: [],
  attempts: new Map(),
  paper: new Map([[factorIdOf("recovery-codes"), new Set<string>(paperCodes)]]),
  used: { totpCode: "000000", mailCode: "000000", recoveryCode: "aaaaa-aaaaa", response: "" },
  password: 0,
  isStaffLocked: false,
  wrong: 0,
  lockedUntil: null,
  locks: 0,
});

export const isLocked = ({ isStaffLocked, lockedUntil }: Truth, now: Instant): boolean =>
  isStaffLocked || (lockedUntil !== null && now < lockedUntil);

export const factorsNow = ({ memory }: World): readonly Row[] => rowsOf(memory, "factor");

/** What stands for itself, and not in for others. */
export const ownFactors = (world: World): readonly Row[] =>
  factorsNow(world).filter(({ method }) => method !== "recovery-codes");

export const accountNow = ({ memory }: World): Row => rowsOf(memory, "account")[0] ?? {};

export const addressNow = (world: World): string | null => {
  const { email, email_confirmed_at: at } = accountNow(world);
  return at === null ? null : String(email);
};

/** Whom today's policy asks for something. */
export const isDemandedNow = ({ now, memory }: World): boolean => {
  const { demand, requiredOf } = now.society.policy.secondFactor;
  const whom = rowsOf(memory, "member")[0]?.is_insured_person ? "insured-person" : "dependent";
  return demand === "required" && requiredOf.includes(whom);
};

export const isContent = (world: World): boolean => {
  const { methods } = world.now.society.policy.secondFactor;
  return ownFactors(world).some(({ method }) => (methods as readonly unknown[]).includes(method));
};

/** The seed of a device, as its row says. */
export const seedOf = ({ memory }: World, factorId: unknown): string | undefined => {
  const row = rowsOf(memory, "totp_device").find((one) => one.factor_id === factorId);
  return row && String(row.seed);
};

/** What came of what is enrolled at a sign-in: the newest mail of an attempt's step. */
export const newestOf = ({ mails }: Truth, flowId: string, step: string): Sent | undefined =>
  mails.findLast((mail) => mail.flowId === flowId && mail.step === step);
