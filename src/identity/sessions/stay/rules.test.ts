import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Instant, instantOf, later } from "../../../kernel/time.ts";
import { leftOf } from "./rules.ts";

const seenAt = "2026-11-20T01:00:00.000Z" as Instant;
const lasting = { seenAt, idleSeconds: 1800, endsAt: later(seenAt, { hours: 1 }) };

const cases = [
  ["just seen", later(seenAt, {}), 1800, false],
  ["a part of a second counts as one: it lives", later(seenAt, { minutes: 30, seconds: -0.5 }), 1],
  ["over by now", later(seenAt, { minutes: 30 }), 0],
  ["long over", later(seenAt, { days: 3 }), 0],
] as const;

for (const [why, now, seconds] of cases)
  test(`left: ${why}`, () => {
    assert.equal(leftOf(lasting, now).seconds, seconds);
    assert.equal(leftOf(lasting, now).isLast, false);
  });

test("the end of the whole session comes first when it is nearer, and cannot be put off", () => {
  const late = { ...lasting, seenAt: later(seenAt, { minutes: 40 }) };
  const left = leftOf(late, later(seenAt, { minutes: 50 }));
  assert.deepEqual(left, { seconds: 600, until: lasting.endsAt, isLast: true });
});

test("nothing is left exactly when the session's limits say so", () => {
  const at = fc.integer({ min: 0, max: 100_000_000 }).map(instantOf);
  const seconds = fc.integer({ min: 1, max: 50_000 });
  fc.assert(
    fc.property(at, at, at, seconds, (seen, endsAt, now, idleSeconds) => {
      const { seconds: left } = leftOf({ seenAt: seen, endsAt, idleSeconds }, now);
      const lives = now < endsAt && now < later(seen, { seconds: idleSeconds });
      assert.equal(left > 0, lives);
    }),
  );
});
