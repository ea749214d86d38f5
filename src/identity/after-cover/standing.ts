import { dayIn } from "../../kernel/moments.ts";
import { type Instant, type PlainDate, todayInTokyo } from "../../kernel/time.ts";
import type { Session } from "../../platform/http/types.ts";
import type { Policy } from "../../society/index.ts";
import type { Language, Society } from "../../society/types.ts";
import { type Cover, coverOf, readableUntil } from "./rules.ts";

type Met = {
  readonly session: Pick<Session, "lostOn">;
  readonly society: Pick<Society, "policy">;
  readonly now: Instant;
};

/** What somebody may do whose cover ended then, or never did. */
export const coverAt = (
  lostOn: PlainDate | null,
  { policy, now }: { readonly policy: Policy; readonly now: Instant },
): Cover => {
  // Nearly everybody, at every page: no day need be reckoned.
  if (lostOn === null) return "covered";
  return coverOf({ lostOn, readOnlyDays: policy.afterLoss.readOnlyDays }, todayInTokyo(now));
};

/** Whether a session's member is covered, may still read, or nothing more. */
export const coverNow = ({ session, society, now }: Met): Cover =>
  coverAt(session.lostOn, { policy: society.policy, now });

/** As people say it: since when there is no cover, until when the records may be read. */
export const coverDays = (lang: Language, { session, society }: Omit<Met, "now">) => {
  const { lostOn } = session;
  if (lostOn === null) return null;
  const until = readableUntil(lostOn, society.policy.afterLoss.readOnlyDays);
  return { lostOn: dayIn(lang, lostOn), until: dayIn(lang, until) };
};
