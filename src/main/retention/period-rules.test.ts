import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Instant, instantInTokyo, instantOf, inTokyo, later } from "../../kernel/time.ts";
import { before, dayBefore, type Length } from "./period-rules.ts";

const day = 24 * 3600 * 1000;
// Borders: midnights in Tokyo, leap days, ends of months and years, a millisecond around them.
const borders = [
  "2028-02-29",
  "2028-02-28",
  "2028-03-01",
  "2027-02-28",
  "2026-12-31",
  "2027-01-01",
];
const atBorder = fc
  .tuple(fc.constantFrom(...borders), fc.integer({ min: -2, max: 2 }), fc.boolean())
  .map(([on, ms, isUtc]) => {
    const midnight = isUtc ? `${on}T00:00:00.000Z` : instantInTokyo(on as never);
    return instantOf(Date.parse(midnight) + ms);
  });
const anyTime = fc
  .integer({ min: Date.parse("2020-01-01"), max: Date.parse("2040-01-01") })
  .map(instantOf);
const moment = fc.oneof(atBorder, anyTime);
const length: fc.Arbitrary<Length> = fc.record({
  count: fc.integer({ min: 1, max: 30 }),
  unit: fc.constantFrom("days", "years"),
});

/** When something that happened then is old, reckoned forwards. */
const oldFrom = (at: Instant, { count, unit }: Length): number =>
  unit === "days"
    ? Date.parse(at) + count * day
    : inTokyo(at).add({ years: count }).epochMilliseconds;

test("nothing is old before its period is over", () => {
  fc.assert(
    fc.property(moment, length, fc.integer({ min: -3, max: 3 }), (now, kept, ms) => {
      const at = instantOf(Date.parse(before(now, kept)) + ms);
      if (at < before(now, kept)) assert.ok(oldFrom(at, kept) <= Date.parse(now));
    }),
    { numRuns: 2000 },
  );
});

test("and two days later it is, whatever the calendar", () => {
  fc.assert(
    fc.property(moment, length, (at, kept) => {
      const now = instantOf(oldFrom(at, kept) + 2 * day);
      assert.ok(at < before(now, kept), `${at} ${now}`);
    }),
    { numRuns: 2000 },
  );
});

test("days of people: from the first minute in Tokyo of the day that so many years have passed", () => {
  const years = (count: number): Length => ({ count, unit: "years" });
  assert.equal(dayBefore("2031-03-31T14:59:59.999Z" as Instant, years(5)), "2026-03-31");
  assert.equal(dayBefore("2031-03-31T15:00:00.000Z" as Instant, years(5)), "2026-04-01");
  // A leap day's period of a year ends with 28 February.
  assert.equal(dayBefore("2029-02-27T15:00:00.000Z" as Instant, years(1)), "2028-02-28");
  assert.equal(dayBefore("2029-02-28T15:00:00.000Z" as Instant, years(1)), "2028-03-01");
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 30 }), (now, count) => {
      const lost = Temporal.PlainDate.from(dayBefore(now, years(count)));
      const today = inTokyo(now).toPlainDate();
      assert.ok(Temporal.PlainDate.compare(lost.add({ years: count }), today) <= 0);
      assert.ok(dayBefore(later(now, { days: 2 }), years(count)) > lost.toString());
    }),
    { numRuns: 2000 },
  );
});
