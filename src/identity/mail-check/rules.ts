// メールアドレスの確認: what a typed code or a pressed button comes to, and when a mail may go again.
import { isSameAddress } from "../../kernel/mail-address.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import { type Instant, later } from "../../kernel/time.ts";

/** Six digits are guessed with 5 tries in 200,000; a letter's few tries bound them over all mails. */
export const codeTries = 5;
/** Between two mails: a slow filter takes minutes, and each new mail voids the code before. */
export const resendSeconds = 60;
/** Mails that one letter sends in 24 hours, to whatever addresses: nobody's mailbox is flooded. */
export const mailsADay = 10;

/** The newest mail of a step. */
export type SentCheck = {
  readonly email: string;
  readonly wrong: number;
  readonly sentAt: Instant;
  readonly codeUntil: Instant;
  readonly linkUntil: Instant;
  readonly confirmedAt: Instant | null;
};

/** Refuses with `code-used-up`, `code-expired` or `code-wrong` (facts left). */
export const judgeCode = (check: SentCheck, isRight: boolean, now: Instant): Result<null> => {
  if (check.wrong >= codeTries) return refuse("code-used-up");
  if (now >= check.codeUntil) return refuse("code-expired");
  if (!isRight) {
    const left = codeTries - check.wrong - 1;
    return left === 0 ? refuse("code-used-up") : refuse("code-wrong", { left });
  }
  return ok(null);
};

export type Pressed = "open" | "already" | "expired" | "replaced";

/**
 * What a press of the button would come to. Every mail's button works until its end, not only the
 * newest's: the mails of one address prove the same, and slow filters deliver them late.
 */
export const judgePress = (check: SentCheck, wanted: string | null, now: Instant): Pressed => {
  if (check.confirmedAt !== null) return "already";
  if (wanted === null || !isSameAddress(check.email, wanted)) return "replaced";
  return now < check.linkUntil ? "open" : "expired";
};

/** From when on the next mail to the same address may go. */
export const resendFrom = ({ sentAt }: Pick<SentCheck, "sentAt">): Instant =>
  later(sentAt, { seconds: resendSeconds });

type Sending = {
  /** Mails of this letter within 24 hours. */
  readonly sentToday: number;
  /** Its newest one to this address. */
  readonly lastSentAt: Instant | null;
  readonly now: Instant;
};

/** Why no mail goes now, or null. */
export const sendRefused = ({ sentToday, lastSentAt, now }: Sending) => {
  if (sentToday >= mailsADay) return refuse("mails-used-up", { most: mailsADay });
  const isTooSoon = lastSentAt !== null && now < resendFrom({ sentAt: lastSentAt });
  return isTooSoon ? refuse("mail-too-soon") : null;
};
