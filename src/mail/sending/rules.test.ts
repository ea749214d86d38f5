import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Instant, later, secondsBetween } from "../../kernel/time.ts";
import { nextAttempt } from "./rules.ts";

const queuedAt = "2026-11-20T01:00:00.000Z" as Instant;
const waitAfter = (attempts: number, random = 0, now = queuedAt) => {
  const next = nextAttempt({ attempts, queuedAt, now, random });
  return next && secondsBetween(now, next);
};

const cases: readonly (readonly [attempts: number, random: number, seconds: number])[] = [
  [1, 0, 60],
  [1, 0.999, 30],
  [2, 0, 120],
  [3, 0, 240],
  [8, 0, 7680],
  [9, 0, 14400],
  [30, 0, 14400],
  [30, 0.5, 10800],
];
for (const [attempts, random, seconds] of cases)
  test(`attempt ${attempts} with jitter ${random}: again after ${seconds} s`, () =>
    assert.equal(waitAfter(attempts, random), seconds));

test("three days after queueing there is no more attempt", () => {
  assert.equal(waitAfter(20, 0, later(queuedAt, { hours: 68 })), 14400);
  assert.equal(waitAfter(20, 0, later(queuedAt, { hours: 68, seconds: 1 })), null);
});

test("the wait is always from half a minute to four hours, whatever the count", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (attempts, random) => {
        const seconds = waitAfter(attempts, random) ?? 0;
        return seconds >= 30 && seconds <= 14400;
      },
    ),
  );
});
