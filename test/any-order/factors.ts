import { hashCode } from "../../src/identity/methods/recovery-codes/sealed.ts";
import type { FactorId } from "../../src/kernel/ids.ts";
import { epochMsOf, type Instant } from "../../src/kernel/time.ts";
import { bytesOfBase32, hotp } from "../authenticators/totp.ts";
import type { Row } from "./memory.ts";

// What a registered member has enrolled before a story, and what a page of 認証方法 shows: read from
// the flow's row, as a person reads it from the page.

export const formerMethods = ["totp", "mail-otp", "recovery-codes"] as const;
export type FormerMethod = (typeof formerMethods)[number];

export const formerSeed = "NB2W45DFOIZGMZ3TMFWXA3DFNZQW2ZJA";
/** Two of the ten are enough for a story. */
export const formerCodes = ["abcde-fghij", "kmnpq-rstuv"] as const;

export const idOfFormer = (one: FormerMethod): FactorId =>
  `00000000-0000-7000-8000-0000000000a${formerMethods.indexOf(one)}` as FactorId;

const longAgo = "2026-01-01T00:00:00.000Z";

const detailOf = (one: FormerMethod): Readonly<Record<string, readonly Row[]>> => {
  const factor_id = idOfFormer(one);
  if (one === "totp") return { totp_device: [{ factor_id, seed: formerSeed, last_step: -1 }] };
  if (one === "mail-otp") return {};
  const codes = JSON.stringify(formerCodes.map((code) => hashCode(code.replace("-", ""))));
  return { recovery_codes: [{ factor_id, codes, codes_left: formerCodes.length }] };
};

export const formerFactors = (all: readonly FormerMethod[], accountId: string) => ({
  factor: all.map((one) => ({
    ...{ id: idOfFormer(one), account_id: accountId, method: one, name: one },
    ...{ added_at: longAgo, used_at: null },
  })),
  ...Object.assign({}, ...all.map(detailOf)),
});

type Question = {
  readonly method: string;
  readonly kept: { readonly seed?: string; readonly codes?: readonly string[] } | null;
};
type Inside = {
  readonly email?: string | null;
  readonly factor?: {
    readonly factors: readonly { readonly method: string }[];
    readonly asked: Question | null;
    readonly enrolling: Question | null;
  };
};

export const insideOf = (row: Row | undefined): Inside => {
  const { state } = JSON.parse(String(row?.state ?? '{"state":{}}')) as { state: Inside };
  return state;
};

/** The question that a step's page shows. */
export const questionAt = (row: Row | undefined, step: string): Question | null => {
  const { factor } = insideOf(row);
  if (step === "verify") return factor?.asked ?? null;
  return step === "enrol" || step === "recovery-codes" ? (factor?.enrolling ?? null) : null;
};

export const stepAt = (now: Instant): number => Math.floor(epochMsOf(now) / 30_000);
export const codeAt = (seed: string, step: number): string => hotp(bytesOfBase32(seed), step);

/** The seed whose code a page asks for. */
export const seedAsked = (row: Row | undefined, step: string): string | null => {
  const question = questionAt(row, step);
  if (question?.method !== "totp") return null;
  return step === "verify" ? formerSeed : (question.kept?.seed ?? null);
};
