// 再送 retry: when a mail that could not be handed over is tried again, and when no more.
import { type Instant, later, secondsBetween } from "../../kernel/time.ts";

const firstWaitSeconds = 60;
const longestWaitSeconds = 4 * 60 * 60;
/** RFC 5321 §4.5.4.1 asks for at least 4–5 days; ours tell of sign-ins, and are stale after 3. */
const giveUpAfterSeconds = 3 * 24 * 60 * 60;

export type Attempts = {
  /** Attempts made so far, this one included: 1 or more. */
  readonly attempts: number;
  readonly queuedAt: Instant;
  readonly now: Instant;
  /** From 0 up to 1: spreads what failed together. */
  readonly random: number;
};

/** The next attempt: 1 min doubled each time up to 4 h, shortened by up to half. Null: no more. */
export const nextAttempt = ({ attempts, queuedAt, now, random }: Attempts): Instant | null => {
  const wait = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (attempts - 1));
  const next = later(now, { seconds: Math.round(wait * (1 - random / 2)) });
  return secondsBetween(queuedAt, next) > giveUpAfterSeconds ? null : next;
};

const firstPauseSeconds = 1;
const longestPauseSeconds = 5 * 60;

/**
 * How long all mails wait for a server that takes none: 1 s doubled each time up to 5 min,
 * shortened by up to half, s.
 * @param times in a row that it took none: 1 or more
 */
export const pauseSeconds = (times: number, random: number): number =>
  Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** (times - 1)) * (1 - random / 2);
