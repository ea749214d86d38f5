import { type Instant, later } from "../../../kernel/time.ts";
import type { Policy } from "../../../society/policy/policy.ts";
import type { OwnPasskey } from "./types.ts";

/** パスキーでログイン: whether a passkey whose answer was right opens a session. */

/** Who reads the page first, or looks for the phone, is not sent back. */
const freshMinutes = 60;

export const isFresh = (askedAt: Instant, now: Instant): boolean =>
  now < later(askedAt, { minutes: freshMinutes });

/**
 * Failures of one source within the minutes of `sourceLimit`. Nobody guesses a passkey: this only
 * bounds the rows and the work, and a company's phones are one address.
 */
export const triesOfSource = 100;

/** The account as its held row says, and its passkey as it is now; null: there is none any more. */
export type HeldPasskey = {
  readonly lockedAt: Instant | null;
  readonly factorLockedUntil: Instant | null;
  readonly isAwaitingLetter: boolean;
  readonly passkey: Pick<OwnPasskey, "publicKey" | "counter"> | null;
};

/** Why, for staff under the お問い合わせ番号, beside what `verifyAssertion` says. */
export type PasskeyRefusal =
  | "passkey-unknown"
  /** Its challenge was answered before: somebody sends an old answer again. */
  | "passkey-replay"
  | "passkey-gone"
  | "passkey-account-lock"
  /** Its password is nobody's since a letter was issued anew: only that letter opens the account. */
  | "passkey-awaits-letter"
  | "passkey-not-allowed";

export type PasskeyJudgement =
  | { readonly kind: "right" }
  /** Used or registered anew since it was read: to be verified once more. */
  | { readonly kind: "changed" }
  | { readonly kind: "failed"; readonly reason: PasskeyRefusal };

type Given = {
  readonly read: Pick<OwnPasskey, "publicKey" | "counter">;
  /** Undefined: the account is gone. */
  readonly held: HeldPasskey | undefined;
  readonly policy: Pick<Policy, "secondFactor">;
  readonly now: Instant;
};

const failed = (reason: PasskeyRefusal): PasskeyJudgement => ({ kind: "failed", reason });

/** Wrong passwords are no argument here: whoever types them for a stranger locks nobody out. */
export const judgePasskey = ({ read, held, policy, now }: Given): PasskeyJudgement => {
  if (!held?.passkey) return failed("passkey-gone");
  if (held.lockedAt !== null) return failed("passkey-account-lock");
  if (held.factorLockedUntil !== null && now < held.factorLockedUntil)
    return failed("passkey-account-lock");
  if (held.isAwaitingLetter) return failed("passkey-awaits-letter");
  if (!allowsPasskeys(policy)) return failed("passkey-not-allowed");
  const { publicKey, counter } = held.passkey;
  if (publicKey !== read.publicKey || counter !== read.counter) return { kind: "changed" };
  return { kind: "right" };
};

export const allowsPasskeys = ({ secondFactor }: Pick<Policy, "secondFactor">): boolean =>
  secondFactor.methods.includes("passkey");
