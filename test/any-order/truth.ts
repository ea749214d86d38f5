import type { Typed } from "../../src/flow/index.ts";
import type { Instant } from "../../src/kernel/time.ts";
import type { Policy } from "../../src/society/policy/policy.ts";
import type { Row } from "./memory.ts";
import type { World } from "./world.ts";

// The whole truth of a story, kept from what was typed and what arrived, never from what the portal
// believes of it: it shares no rule with the code that it judges.

/** A mail with a code and a button, as its reader has it. */
export type Sent = {
  readonly flowId: string;
  readonly step: string;
  readonly to: string;
  readonly code: string;
  readonly token: string;
  readonly at: Instant;
  readonly codeUntil: string;
  readonly linkUntil: string;
  /** Wrong codes typed while it was the newest. */
  wrong: number;
};

/** What was done in one flow. */
export type Done = {
  /** Which fields were right together, of each identity check. */
  readonly proofs: (readonly string[])[];
  /** Under the policy that the flow had then. */
  isProved: boolean;
  wrongInARow: number;
  agreed: string | null;
  /** Lower case. */
  readonly received: Set<string>;
  /** Typed into a form that was answered, refused or not. */
  readonly emails: Set<string | null>;
  readonly userIds: Set<string>;
  readonly passwords: Set<string>;
  /** Of what the account had: methods whose right answer was given. */
  readonly shown: Set<string>;
  /** What was proved to be enrolled: a seed, `mail ADDRESS`, `codes`. */
  readonly made: Set<string>;
};

/** A mail with a code alone, to who has a password or a letter already. */
export type FactorMail = {
  readonly flowId: string;
  readonly step: string;
  readonly to: string;
  readonly code: string;
  readonly until: string;
  wrong: number;
  isTaken: boolean;
};

export type Truth = {
  readonly mails: Sent[];
  readonly factorMails: FactorMail[];
  readonly flows: Map<string, Done>;
  /** By their seeds: the newest step whose code was taken. */
  readonly lastSteps: Map<string, number>;
  /** Of the paper. */
  readonly usedCodes: Set<string>;
};

export const emptyTruth = (): Truth => ({
  mails: [],
  factorMails: [],
  flows: new Map(),
  lastSteps: new Map(),
  usedCodes: new Set(),
});

export const doneIn = ({ flows }: Truth, flowId: string): Done => {
  const known = flows.get(flowId);
  if (known) return known;
  const done: Done = {
    proofs: [],
    isProved: false,
    wrongInARow: 0,
    agreed: null,
    received: new Set(),
    emails: new Set(),
    userIds: new Set(),
    passwords: new Set(),
    shown: new Set(),
    made: new Set(),
  };
  flows.set(flowId, done);
  return done;
};

/** Which address a step of a flow waits for, as its row says. */
export const wantedIn = (row: Row, step: string): string => {
  const { state } = JSON.parse(String(row.state)) as { state: Record<string, unknown> };
  return fold(String(step === "file-address-check" ? state.fileAddress : state.email));
};

/** The newest mail of a step; only those to one address where it is given. */
export const newestOf = ({ mails }: Truth, flowId: string, step: string, to?: string) =>
  mails.findLast(
    (mail) =>
      mail.flowId === flowId &&
      mail.step === step &&
      (to === undefined || fold(mail.to) === fold(to)),
  );

const bothFields = ["insurer-number", "birth-date"];
export const askedBy = (policy: Policy, isWeak: boolean): readonly string[] =>
  isWeak ? bothFields : policy.firstSignIn.proof;

export const areAll = (asked: readonly string[], right: readonly string[]) =>
  asked.every((field) => right.includes(field));

/** One request, and the flow's row before and after it. */
export type Seen = {
  readonly world: World;
  readonly truth: Truth;
  readonly step: string;
  readonly typed: Typed;
  /** From a mail's page and no browser of the flow. */
  readonly isElsewhere: boolean;
  readonly before: Row;
  readonly after: Row;
  readonly newMails: readonly Row[];
  /** What the account had enrolled before it. */
  readonly factors: readonly Row[];
  /** As they were before it. */
  readonly accounts: readonly Row[];
};

export const fold = (text: string): string => text.normalize("NFKC").toLowerCase();
