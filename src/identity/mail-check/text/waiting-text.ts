import { clockIn, momentIn } from "../../../kernel/moments.ts";
import { type Instant, inTokyo, later, todayInTokyo } from "../../../kernel/time.ts";
import type { Language } from "../../../society/types.ts";
import { codeTries, resendFrom } from "../rules.ts";
import type { KeptCheck } from "../store.ts";

/** A page that is opened again the next day says the day too. */
const timeIn = (lang: Language, at: Instant, now: Instant): string =>
  todayInTokyo(at) === todayInTokyo(now) ? clockIn(lang, at) : momentIn(lang, at);

/** Clocks on walls show no seconds: the next full minute is certainly late enough. */
const fullMinute = (at: Instant): Instant => {
  const { second, millisecond } = inTokyo(at);
  const isFull = second === 0 && millisecond === 0;
  return isFull ? at : later(at, { seconds: 60 - second - millisecond / 1000 });
};

/** A sent mail in the words of its page. */
export type Waiting = {
  readonly sentAt: string;
  readonly newest: string;
  readonly codeUntil: string;
  readonly code: "open" | "expired" | "used-up";
  /** `late`: a minute after it was asked for, the mail still waits for our server. */
  readonly trouble: "undeliverable" | "failed" | "late" | null;
  /** Null: the next mail may go now. */
  readonly resendFrom: string | null;
  readonly now: string;
};

/** Mails leave within seconds. */
const lateAfter = { seconds: 60 };

const troubleOf = ({ mailState, sentAt }: KeptCheck, now: Instant): Waiting["trouble"] => {
  if (mailState === "queued") return now >= later(sentAt, lateAfter) ? "late" : null;
  return mailState === "sent" ? null : mailState;
};

export const waitingIn = (lang: Language, check: KeptCheck, now: Instant): Waiting => {
  const from = resendFrom(check);
  const isSpent = check.wrong >= codeTries;
  return {
    sentAt: timeIn(lang, check.sentAt, now),
    newest: clockIn(lang, check.sentAt),
    codeUntil: timeIn(lang, check.codeUntil, now),
    code: isSpent ? "used-up" : now >= check.codeUntil ? "expired" : "open",
    trouble: troubleOf(check, now),
    resendFrom: now < from ? clockIn(lang, fullMinute(from)) : null,
    now: clockIn(lang, now),
  };
};
