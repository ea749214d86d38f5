import assert from "node:assert/strict";
import { test } from "node:test";
import { type Instant, later } from "../../kernel/time.ts";
import { daysLeft, hasExpired, warnedEnd, warningsAt } from "./rules.ts";

const changedAt = "2026-01-10T03:00:00.000Z" as Instant;
const policy = { maxAgeDays: 360, warnDaysBefore: [7, 30] };
const after = (span: Parameters<typeof later>[1]) => ({
  changedAt,
  policy,
  now: later(changedAt, span),
});

for (const [span, left, expired, isWarned] of [
  [{ days: 0 }, 360, false, false],
  [{ days: 329, hours: 23 }, 31, false, false],
  [{ days: 330 }, 30, false, true],
  [{ days: 359, hours: 23 }, 1, false, true],
  [{ days: 360 }, null, true, false],
  [{ days: 800 }, null, true, false],
] as const)
  test(`${JSON.stringify(span)} after it was chosen`, () => {
    const given = after(span);
    assert.deepEqual(
      [daysLeft(given), hasExpired(given), warnedEnd(given) !== null],
      [left, expired, isWarned],
    );
  });

test("warnings by mail: the nearest to the end first, each for a span of days", () => {
  const now = "2026-12-31T00:00:00.000Z" as Instant;
  assert.deepEqual(warningsAt({ maxAgeDays: 360, warnDaysBefore: [30, 7, 30] }, now), [
    { days: 7, after: "2026-01-05T00:00:00.000Z", until: "2026-01-12T00:00:00.000Z" },
    { days: 30, after: "2026-01-05T00:00:00.000Z", until: "2026-02-04T00:00:00.000Z" },
  ]);
});

test("who is in a warning's span has so many days left, or fewer", () => {
  for (const days of [0, 329, 330, 353, 359, 360, 400]) {
    const given = after({ days });
    const spans = warningsAt(policy, given.now).filter(
      (one) => changedAt > one.after && changedAt <= one.until,
    );
    const left = daysLeft(given);
    const reached = [7, 30].filter((ahead) => left !== null && left <= ahead);
    assert.deepEqual(
      spans.map((one) => one.days),
      reached,
    );
  }
});

test("without a dial nothing ends, nobody is warned", () => {
  const given = { ...after({ days: 4000 }), policy: { maxAgeDays: null, warnDaysBefore: [30] } };
  assert.deepEqual([hasExpired(given), daysLeft(given), warnedEnd(given)], [false, null, null]);
  const silent = { ...after({ days: 359 }), policy: { maxAgeDays: 360, warnDaysBefore: [] } };
  assert.equal(warnedEnd(silent), null);
  assert.deepEqual(warningsAt({ maxAgeDays: null, warnDaysBefore: [30] }, changedAt), []);
});
