import type { Origin } from "../../audit/types.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { nobodysHash } from "../../platform/crypto/passwords.ts";
import type { Society } from "../../society/types.ts";
import {
  type Issued,
  type IssuingMeans,
  issueLetters,
  type LetterSink,
  type Plan,
} from "../provisional/index.ts";
import { type Reset, resetForLetter } from "./reset.ts";
import { letterIn } from "./store.ts";
import type { Person } from "./types.ts";

export type Reissuing = {
  readonly society: Society;
  readonly person: Person;
  /** Of this person alone, registered or not. */
  readonly plan: Plan;
  readonly sink: LetterSink;
  readonly reason: string;
  /** Once the letter was used, what the account has enrolled is gone. */
  readonly resetsFactors: boolean;
  readonly origin: Origin;
};

export type Reissued = Issued & Reset;

/**
 * A new letter for one person. Where they are registered, their sessions end and their password is
 * nobody's from the moment on at which the letter works. Refuses as `issueLetters` does, and with
 * `account-locked`: nothing of it stays then, and no file.
 */
export const reissueLetter = async (
  means: IssuingMeans,
  { society, person: { member }, plan, sink, reason, resetsFactors, origin }: Reissuing,
): Promise<Result<Reissued>> => {
  const { secrets } = means;
  const hash = nobodysHash();
  // each time that the transaction is tried: the last one counts
  let reset: Result<Reset> | undefined;
  const onActivate: NonNullable<Parameters<typeof issueLetters>[1]["onActivate"]> = async (
    tx,
    { batchId, now },
  ) => {
    const letterId = await letterIn(tx, { batchId, memberId: member.id });
    const whose = { society, member, letterId, batchId, nobodysHash: hash };
    reset = await resetForLetter(tx, { ...whose, reason, resetsFactors, secrets, origin, now });
    if (!reset.ok) throw new Error(`rolled back: ${reset.code}`);
  };
  const actor = { kind: "operator" } as const;
  const progress = () => {};
  try {
    const issued = await issueLetters(means, { plan, sink, actor, origin, progress, onActivate });
    if (!issued.ok) return issued;
    if (!reset?.ok) throw new Error("a letter that works, and nothing was reset");
    return ok({ ...issued.value, ...reset.value });
  } catch (error) {
    if (reset && !reset.ok) return reset;
    throw error;
  }
};
