import type { Instant } from "../../../kernel/time.ts";
import { later } from "../../../kernel/time.ts";

/* お問い合わせフォーム: how often one may write. */

/** What was sent lately to this society. */
export type Counted = {
  /** By this account, or (nobody signed in) by this source without one. */
  readonly own: number;
  /** By everybody. */
  readonly all: number;
};

/** Hours back, and how many. A whole company has one source. */
export const limits = {
  account: { hours: 24, most: 5 },
  source: { hours: 1, most: 10 },
  all: { hours: 1, most: 200 },
} as const;

export type Whose = "account" | "source";

/** From when messages count. */
export const sinceOf = (now: Instant, of: keyof typeof limits): Instant =>
  later(now, { hours: -limits[of].hours });

/** `too-many`: of this sender · `busy`: of all, so that nobody can flood an office. */
export const judgeCount = ({ own, all }: Counted, whose: Whose): "too-many" | "busy" | null => {
  if (own >= limits[whose].most) return "too-many";
  return all >= limits.all.most ? "busy" : null;
};
