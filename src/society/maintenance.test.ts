import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import holidays from "@holiday-jp/holiday_jp/lib/holidays.js";
import { type Instant, later, type YearMonth } from "../kernel/time.ts";
import {
  commonMaintenance,
  type Maintenance,
  maintenanceAt,
  maintenanceDay,
  maintenanceWindow,
  restWithin,
  worksUntil,
} from "./maintenance.ts";

const monthly: Maintenance = {
  dayOfMonth: 25,
  from: "21:00",
  to: "24:00",
  onNonWorkingDay: "earlier",
  announceDays: 14,
};
const months = readFileSync(
  new URL("../../test/reference/maintenance-2026-2030.csv", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(","));

test("the 25th moves earlier past Saturdays, Sundays and holidays: 60 months", () => {
  assert.equal(months.length, 60);
  for (const [month = "", expected] of months)
    assert.equal(maintenanceDay(monthly, month as YearMonth), expected, month);
});

test("a holiday is what the law says: every day of five years", () => {
  const named = new Set(
    readFileSync(new URL("../../test/reference/holidays-2026-2030.csv", import.meta.url), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.slice(0, 10)),
  );
  assert.equal(named.size, 89);
  const first = Temporal.PlainDate.from("2026-01-01");
  for (let on = first; on.year < 2031; on = on.add({ days: 1 }))
    if (on.day <= 28 && on.dayOfWeek <= 5) {
      const month = on.toPlainYearMonth().toString() as YearMonth;
      const moved = maintenanceDay({ ...monthly, dayOfMonth: on.day }, month) !== on.toString();
      assert.equal(moved, named.has(on.toString()), on.toString());
    }
  // Beyond the 28th no rule reaches: what the calendar says of those days.
  for (const on of named) assert.ok(on in holidays, on);
  const beyond = Object.keys(holidays).filter((on) => on >= "2026" && on < "2031");
  assert.equal(beyond.length, named.size);
});

test("what expires meanwhile waits as long as the service rests", () => {
  const from = "2026-11-25T00:00:00.000Z" as Instant;
  const day = { from, to: later(from, { days: 1 }) };
  assert.equal(restWithin(monthly, day), 3 * 3600);
  assert.equal(restWithin(null, day), 0);
  const byHand = [{ from, to: later(from, { hours: 2 }), reason: null }];
  assert.equal(restWithin(monthly, day, byHand), 5 * 3600);
  // A link of ten minutes, from five before the evening of the 25th.
  const before = "2026-11-25T11:55:00.000Z" as Instant;
  assert.equal(
    worksUntil(monthly, before, { minutes: 10 }),
    later(before, { hours: 3, minutes: 10 }),
  );
  assert.equal(worksUntil(null, before, { hours: 72 }), later(before, { hours: 72 }));
  // From one month into the next.
  const long = { from, to: later(from, { days: 31 }) };
  assert.equal(restWithin(monthly, long), 6 * 3600);
});

test("a day that need not be a working day stays", () => {
  const sameDay: Maintenance = { ...monthly, onNonWorkingDay: "same-day" };
  assert.equal(maintenanceDay(sameDay, "2029-02" as YearMonth), "2029-02-25");
});

test("the window is 21:00 to 24:00 in Tokyo", () => {
  assert.deepEqual(maintenanceWindow(monthly, "2026-11" as YearMonth), {
    from: "2026-11-25T12:00:00.000Z",
    to: "2026-11-25T15:00:00.000Z",
  });
});

// Now in UTC (Tokyo is 9 hours ahead) → state and, where there is one, the window's start.
const moments: readonly [string, string, string?][] = [
  ["2026-11-10T14:59:59.999Z", "none"],
  ["2026-11-10T15:00:00.000Z", "announced", "2026-11-25T12:00:00.000Z"],
  ["2026-11-25T11:59:59.999Z", "announced", "2026-11-25T12:00:00.000Z"],
  ["2026-11-25T12:00:00.000Z", "running", "2026-11-25T12:00:00.000Z"],
  ["2026-11-25T14:59:59.999Z", "running", "2026-11-25T12:00:00.000Z"],
  ["2026-11-25T15:00:00.000Z", "none"],
  // 31 December 24:00 in Tokyo is another year there, not yet in UTC.
  ["2026-12-31T15:00:00.000Z", "none"],
  ["2027-01-10T15:00:00.000Z", "announced", "2027-01-25T12:00:00.000Z"],
];

for (const [now, kind, from] of moments)
  test(`at ${now}: ${kind}`, () => {
    const state = maintenanceAt(monthly, now as Instant);
    assert.equal(state.kind, kind);
    const [first] = state.kind === "announced" ? state.windows : [];
    const begins = state.kind === "running" ? state.from : first?.from;
    assert.equal(begins, from);
  });

test("a first of the month that is moved falls into the month before", () => {
  const first: Maintenance = { ...monthly, dayOfMonth: 1 };
  // 2026-11-01 is a Sunday.
  const state = maintenanceAt(first, "2026-10-30T12:30:00.000Z" as Instant);
  assert.equal(state.kind, "running");
});

test("no maintenance is never announced", () => {
  assert.deepEqual(maintenanceAt(null, "2026-11-25T12:00:00.000Z" as Instant), { kind: "none" });
});

test("a shared entrance rests only when all its societies do", () => {
  assert.equal(commonMaintenance([]), null);
  assert.deepEqual(commonMaintenance([monthly, { ...monthly }]), monthly);
  assert.equal(commonMaintenance([monthly, { ...monthly, dayOfMonth: 20 }]), null);
  assert.equal(commonMaintenance([monthly, null]), null);
  assert.equal(commonMaintenance([null, monthly]), null);
});
