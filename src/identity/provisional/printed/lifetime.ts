import {
  type Instant,
  instantInTokyo,
  type PlainDate,
  todayInTokyo,
} from "../../../kernel/time.ts";

export type Lifetime = {
  /** The last day on which a letter works, as it is printed. */
  readonly lastDay: PlainDate;
  /** The end of that day in Tokyo. */
  readonly expiresAt: Instant;
};

const addDays = (day: PlainDate, days: number) =>
  Temporal.PlainDate.from(day).add({ days }).toString() as PlainDate;

export const lifetimeFrom = (now: Instant, days: number): Lifetime => {
  const lastDay = addDays(todayInTokyo(now), days);
  return { lastDay, expiresAt: instantInTokyo(addDays(lastDay, 1)) };
};
