import { type Instant, instantOf, inTokyo, later, type PlainDate } from "../../kernel/time.ts";

/** How long something is kept. Years are a calendar's, in Tokyo. */
export type Length = { readonly count: number; readonly unit: "days" | "years" };

/** What happened before it is old. */
export const before = (now: Instant, { count, unit }: Length): Instant =>
  unit === "days"
    ? later(now, { days: -count })
    : instantOf(inTokyo(now).subtract({ years: count }).epochMilliseconds);

/** The last day of those that are so long ago, from the first minute of today in Tokyo on. */
export const dayBefore = (now: Instant, { count, unit }: Length): PlainDate =>
  inTokyo(now)
    .toPlainDate()
    .subtract({ [unit]: count })
    .toString() as PlainDate;
