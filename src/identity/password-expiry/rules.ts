import { type Instant, later, secondsBetween } from "../../kernel/time.ts";

/** パスワードの有効期限: until when a password may be used, and when its owner is warned. */

/** Dials of `policy.password`. */
type Age = { readonly maxAgeDays: number | null; readonly warnDaysBefore: readonly number[] };

/** Null: for ever. */
export const passwordEndsAt = (changedAt: Instant, { maxAgeDays }: Age): Instant | null =>
  maxAgeDays === null ? null : later(changedAt, { days: maxAgeDays });

type Given = { readonly changedAt: Instant; readonly policy: Age; readonly now: Instant };

/** From that instant on its owner chooses another one before anything else: no lock. */
export const hasExpired = ({ changedAt, policy, now }: Given): boolean => {
  const endsAt = passwordEndsAt(changedAt, policy);
  return endsAt !== null && now >= endsAt;
};

/** Days begun until the end; null: it never ends, or has. */
export const daysLeft = (given: Given): number | null => {
  const endsAt = passwordEndsAt(given.changedAt, given.policy);
  if (endsAt === null || hasExpired(given)) return null;
  return Math.ceil(secondsBetween(given.now, endsAt) / 86_400);
};

/** The page before all others says it from the first warning on; null: not yet. */
export const warnedEnd = (given: Given): Instant | null => {
  const left = daysLeft(given);
  const first = Math.max(0, ...given.policy.warnDaysBefore);
  return left !== null && left <= first ? passwordEndsAt(given.changedAt, given.policy) : null;
};

/** A warning by mail: to whom it is due are those whose password was chosen within its span. */
export type Warning = {
  readonly days: number;
  /** Later than this: older ones have expired. */
  readonly after: Instant;
  /** And not later than this. */
  readonly until: Instant;
};

/**
 * The nearest to the end first: who was away when an earlier one was due, or has never been warned,
 * gets one mail and not two.
 */
export const warningsAt = (
  { maxAgeDays, warnDaysBefore }: Age,
  now: Instant,
): readonly Warning[] => {
  if (maxAgeDays === null) return [];
  const after = later(now, { days: -maxAgeDays });
  return [...new Set(warnDaysBefore)]
    .toSorted((a, b) => a - b)
    .map((days) => ({ days, after, until: later(after, { days }) }));
};
