import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instant } from "../../kernel/time.ts";
import { type Counter, isClean, isLocked, type Locks, lockedNow, stillCounts } from "./rules.ts";

const now = "2026-11-20T01:00:00.000Z" as Instant;
const before = "2026-11-20T00:59:59.999Z" as Instant;
const after = "2026-11-20T01:00:00.001Z" as Instant;
const dayAgo = "2026-11-19T01:00:00.000Z" as Instant;
const lessThanDayAgo = "2026-11-19T01:00:00.001Z" as Instant;

const counter = (lastWrongAt: Instant, lockedUntil: Instant | null): Counter => ({
  of: "source",
  wrong: 3,
  lastWrongAt,
  lockedUntil,
});
const none: Locks = { staffSince: null, factorUntil: null, factorWrong: 0, counters: [] };

test("a counter counts for a day, its lock until it ends, and then it begins anew", () => {
  const table: readonly (readonly [Instant, Instant | null, boolean])[] = [
    [before, null, true],
    [lessThanDayAgo, null, true],
    [dayAgo, null, false],
    [before, after, true],
    [dayAgo, after, true],
    [before, now, false],
  ];
  for (const [last, until, expected] of table)
    assert.equal(
      stillCounts(counter(last, until), { now, rowSince: dayAgo }),
      expected,
      `${last} ${until}`,
    );
});

test("what is locked now, and whether there is anything to lift", () => {
  const table: readonly (readonly [string, Partial<Locks>, string, boolean])[] = [
    ["nothing", {}, "", true],
    ["staff", { staffSince: before }, "byStaff", false],
    ["second factor", { factorUntil: after, factorWrong: 10 }, "byFactor", false],
    ["second factor, over, yet counted", { factorUntil: now, factorWrong: 10 }, "", false],
    ["password", { counters: [counter(before, after)] }, "byPassword", false],
    ["wrong ones only", { counters: [counter(before, null)] }, "", false],
    [
      "all",
      { staffSince: before, factorUntil: after, counters: [counter(before, after)] },
      "byStaff byFactor byPassword",
      false,
    ],
  ];
  for (const [what, own, expected, clean] of table) {
    const locks = { ...none, ...own };
    const locked = lockedNow(locks, now);
    const names = Object.entries(locked).flatMap(([name, holds]) => (holds ? [name] : []));
    assert.equal(names.join(" "), expected, what);
    assert.equal(isLocked(locked), expected !== "", what);
    assert.equal(isClean(locks, now), clean, what);
  }
});
