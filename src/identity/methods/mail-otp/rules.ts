import { clockIn } from "../../../kernel/moments.ts";
import type { Instant } from "../../../kernel/time.ts";

/** ワンタイムパスワード (OTP) メール認証: when a mail may go, and what its subject is known by. */

/**
 * Whoever has the password makes mails go: so few that no mailbox is flooded, and so many that an
 * owner with a slow filter gets in. Of one account, in whatever attempts.
 */
export const mailLimits = { anHour: 10, aDay: 20 };

/** Steps that wait for such a mail. */
export const steps = ["verify", "enrol"] as const;
export type MailStep = (typeof steps)[number];

/** Why no mail went: told on the page, with what else can be done. */
export type Unsent = "no-address" | "too-soon" | "hour" | "day";

type Sending = {
  /** Where mails were received; null: the address was changed or failed since. */
  readonly email: string | null;
  readonly inHour: number;
  readonly inDay: number;
  /** From when on this attempt may send again; null: it sent none. */
  readonly nextFrom: Instant | null;
  readonly now: Instant;
};

/** Null: a mail may go now. */
export const whyUnsent = ({ email, inHour, inDay, nextFrom, now }: Sending): Unsent | null => {
  if (email === null) return "no-address";
  if (nextFrom !== null && now < nextFrom) return "too-soon";
  if (inDay >= mailLimits.aDay) return "day";
  return inHour >= mailLimits.anHour ? "hour" : null;
};

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/**
 * `10:32`, and of a second mail in that minute `10:32 B`: mailboxes that put mails of one subject
 * together hide the newest.
 * @param nth of its minute's mails to this account, from 1
 */
export const markOf = (sentAt: Instant, nth: number): string => {
  const time = clockIn("en", sentAt);
  return nth <= 1 ? time : `${time} ${letters.charAt((nth - 1) % letters.length)}`;
};
