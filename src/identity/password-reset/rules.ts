import type { Policy } from "../../society/policy/policy.ts";
import type { Closing } from "./store.ts";
import type { State } from "./types.ts";

/** パスワードの再設定: what stands against it, whatever was received and shown. */

/** What no reset lifts: staff's lock, and a letter that alone may give a password. */
export const closedAs = ({
  lockedAt,
  awaitsLetter,
}: Closing): "account-locked" | "awaits-letter" | null => {
  if (lockedAt !== null) return "account-locked";
  return awaitsLetter === null ? null : "awaits-letter";
};

type Leaving = Pick<State, "signsOutEverywhere" | "lost">;

/** 「全てのデバイスからサインアウトする」: chosen, or always: by the society's dial, and where one is lost. */
export const endsOthers = (
  { session }: Pick<Policy, "session">,
  { signsOutEverywhere, lost }: Leaving,
): boolean => signsOutEverywhere || lost !== null || session.onPasswordChange === "end";
