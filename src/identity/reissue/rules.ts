// 仮ID・仮パスワードの再発行: what an operator may say, and who may have a new letter.
import { findCharacterFault } from "../../kernel/characters.ts";
import { ok, type Refusal, type Result, refuse } from "../../kernel/result.ts";
import type { PlainDate } from "../../kernel/time.ts";
import type { Person } from "./types.ts";

/** Characters of 理由: it is kept with the audit fact for as long as that is. */
export const longestReason = 200;

/** Refuses with `reason-empty`, `reason-long` (facts max, length) or `reason-character`. */
export const judgeReason = (typed: string): Result<string> => {
  const reason = typed.trim();
  const { length } = [...reason];
  if (length === 0) return refuse("reason-empty");
  if (length > longestReason) return refuse("reason-long", { max: longestReason, length });
  return findCharacterFault(reason) ? refuse("reason-character") : ok(reason);
};

/**
 * Why somebody gets no new letter, or null: `cover-ended` (facts lostOn: the first day without cover),
 * `cover-not-begun` (facts acquiredOn), `account-locked`: a letter never lifts a lock of staff.
 */
export const refusalFor = (
  { member, account }: Pick<Person, "member" | "account">,
  today: PlainDate,
): Refusal | null => {
  const { acquiredOn, lostOn } = member;
  if (lostOn !== null && lostOn <= today) return refuse("cover-ended", { lostOn });
  if (today < acquiredOn) return refuse("cover-not-begun", { acquiredOn });
  return account?.lockedAt ? refuse("account-locked") : null;
};
