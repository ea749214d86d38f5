// パスワードロック・アカウントロック as staff see them: what is locked now, and what still counts.
import type { Instant } from "../../kernel/time.ts";

/** Wrong passwords in a row, of one browser that is known, one source, or all strangers together. */
export type Counter = {
  readonly of: "known-browser" | "source" | "all-sources";
  readonly wrong: number;
  readonly lastWrongAt: Instant;
  readonly lockedUntil: Instant | null;
};

type Now = { readonly now: Instant; readonly rowSince: Instant };

/** Locked now, or counted on by the next wrong password; a lock that ended begins anew. */
export const stillCounts = ({ lastWrongAt, lockedUntil }: Counter, at: Now): boolean =>
  lockedUntil === null ? at.rowSince < lastWrongAt : at.now < lockedUntil;

/** What is locked of somebody. */
export type Locks = {
  /** アカウントロック by staff, since then. */
  readonly staffSince: Instant | null;
  /** アカウントロック by wrong second factors. */
  readonly factorUntil: Instant | null;
  readonly factorWrong: number;
  /** Those that still count. */
  readonly counters: readonly Counter[];
};

export type Locked = {
  readonly byStaff: boolean;
  readonly byFactor: boolean;
  readonly byPassword: boolean;
};

/** Which locks hold somebody now. */
export const lockedNow = (locks: Locks, now: Instant): Locked => ({
  byStaff: locks.staffSince !== null,
  byFactor: locks.factorUntil !== null && now < locks.factorUntil,
  byPassword: locks.counters.some(({ lockedUntil }) => lockedUntil !== null && now < lockedUntil),
});

export const isLocked = ({ byStaff, byFactor, byPassword }: Locked): boolean =>
  byStaff || byFactor || byPassword;

/** Nothing is locked and nothing counted: there is nothing to lift. */
export const isClean = (locks: Locks, now: Instant): boolean =>
  !isLocked(lockedNow(locks, now)) && locks.factorWrong === 0 && locks.counters.length === 0;
