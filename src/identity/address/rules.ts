import { type Instant, later } from "../../kernel/time.ts";

/** メールアドレスの確認: what a pressed button comes to, and when the mail may be sent again. */

export const lifetimeDays = 14;
export const resendSeconds = 60;

export type Pressed = "confirmed" | "already" | "expired" | "replaced";

type Confirmation = {
  readonly email: string;
  readonly expiresAt: Instant;
  readonly currentEmail: string | null;
  readonly confirmedAt: Instant | null;
};

/** Pressing it twice is no mistake of anybody's: the address is confirmed, and it says so. */
export const judgePress = (confirmation: Confirmation, now: Instant): Pressed => {
  if (confirmation.currentEmail !== confirmation.email) return "replaced";
  if (confirmation.confirmedAt !== null) return "already";
  if (now >= confirmation.expiresAt) return "expired";
  return "confirmed";
};

/** When the next mail may go out; null: now. */
export const waitUntil = (lastSentAt: Instant | null, now: Instant): Instant | null => {
  if (lastSentAt === null) return null;
  const next = later(lastSentAt, { seconds: resendSeconds });
  return now < next ? next : null;
};
