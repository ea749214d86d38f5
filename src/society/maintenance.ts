import holidays from "@holiday-jp/holiday_jp/lib/holidays.js";
import {
  type Instant,
  instantInTokyo,
  inTokyo,
  later,
  type PlainDate,
  secondsBetween,
  todayInTokyo,
  type YearMonth,
} from "../kernel/time.ts";
import type { Policy } from "./policy/policy.ts";
import { afterRests, stateOf } from "./windows/rules.ts";
import type { MaintenanceState, Rest, Told, Window } from "./windows/types.ts";

/*
 * 定期メンテナンス(毎月25日 21:00–24:00)・繰り上げ(土曜日・日曜日・祝日): when a society's
 * service rests, and from when that is announced.
 */

export type Maintenance = NonNullable<Policy["maintenance"]>;

// By date string: a Date argument would depend on TZ.
const isHoliday = (on: Temporal.PlainDate) => on.toString() in holidays;
const isWorkingDay = (on: Temporal.PlainDate) => on.dayOfWeek <= 5 && !isHoliday(on);

const workingDayUpTo = (on: Temporal.PlainDate): Temporal.PlainDate =>
  isWorkingDay(on) ? on : workingDayUpTo(on.subtract({ days: 1 }));

/** The day of this month's maintenance; with day 1 it may fall into the month before. */
export const maintenanceDay = (maintenance: Maintenance, month: YearMonth): PlainDate => {
  const named = Temporal.PlainYearMonth.from(month).toPlainDate({ day: maintenance.dayOfMonth });
  const day = maintenance.onNonWorkingDay === "earlier" ? workingDayUpTo(named) : named;
  return day.toString() as PlainDate;
};

const at = (on: PlainDate, time: string): Instant =>
  time === "24:00" ? later(instantInTokyo(on), { days: 1 }) : instantInTokyo(on, time);

export const maintenanceWindow = (maintenance: Maintenance, month: YearMonth): Window => {
  const on = maintenanceDay(maintenance, month);
  return { from: at(on, maintenance.from), to: at(on, maintenance.to) };
};

const monthsAhead = [0, 1, 2];

/** The window that runs now or comes next. */
const reckonNext = (maintenance: Maintenance, now: Instant): Rest | undefined => {
  const thisMonth = inTokyo(now).toPlainDate().toPlainYearMonth();
  const next = monthsAhead
    .map((months) => thisMonth.add({ months }).toString() as YearMonth)
    .map((month) => maintenanceWindow(maintenance, month))
    .find(({ to }) => now < to);
  const days = -maintenance.announceDays;
  return (
    next && {
      ...next,
      reason: null,
      announcedFrom: later(instantInTokyo(todayInTokyo(next.from)), { days }),
    }
  );
};

// Every request asks, and a window stays the next one until it ends.
const reckoned = new WeakMap<Maintenance, Rest & { readonly since: Instant }>();

const nextWindow = (maintenance: Maintenance, now: Instant): Rest | undefined => {
  const known = reckoned.get(maintenance);
  if (known && known.since <= now && now < known.to) return known;
  const next = reckonNext(maintenance, now);
  if (next) reckoned.set(maintenance, { ...next, since: now });
  return next;
};

/**
 * Whether the service rests now, or will within the days of announcement: by the policy's rule, or by
 * what was planned by hand beside it.
 */
export const maintenanceAt = (
  maintenance: Policy["maintenance"],
  now: Instant,
  planned: readonly Rest[] = [],
): MaintenanceState => {
  const next = maintenance && nextWindow(maintenance, now);
  return stateOf(next ? [...planned, next] : planned, now);
};

/**
 * How many seconds later something expires that was to end with a span of time: while the service rests,
 * its time stands still.
 * @param span at most two months
 */
export const restWithin = (
  maintenance: Policy["maintenance"],
  span: Window,
  planned: readonly Told[] = [],
): number => {
  const first = inTokyo(span.from).toPlainDate().toPlainYearMonth();
  const byRule = maintenance
    ? monthsAhead.map((months) => ({
        ...maintenanceWindow(maintenance, first.add({ months }).toString() as YearMonth),
        reason: null,
      }))
    : [];
  return secondsBetween(span.to, afterRests([...planned, ...byRule], span));
};

/**
 * Until when something works that works so long: a link, a code, an objection. Its time stands still
 * while the service rests by its rule, known for months; what is planned by hand does not lengthen it.
 */
export const worksUntil = (
  maintenance: Policy["maintenance"],
  from: Instant,
  life: Readonly<Partial<Record<"minutes" | "hours", number>>>,
): Instant => {
  const to = later(from, life);
  return later(to, { seconds: restWithin(maintenance, { from, to }) });
};

/**
 * The maintenance of a shared entrance: what all its societies have in common. Where they differ,
 * the entrance itself never rests, and each society's own applies once it is known.
 */
export const commonMaintenance = (all: readonly Policy["maintenance"][]): Policy["maintenance"] => {
  const [first, ...others] = all.map((one) => JSON.stringify(one));
  return others.every((other) => other === first) ? (all[0] ?? null) : null;
};
