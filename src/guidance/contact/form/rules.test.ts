import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instant } from "../../../kernel/time.ts";
import { judgeCount, sinceOf } from "./rules.ts";

// Sent by this sender, by all → what comes of one more.
const cases: readonly ["account" | "source", number, number, string | null][] = [
  ["account", 0, 0, null],
  ["account", 4, 4, null],
  ["account", 5, 5, "too-many"],
  ["source", 9, 9, null],
  ["source", 10, 10, "too-many"],
  ["account", 0, 199, null],
  ["account", 0, 200, "busy"],
  ["source", 0, 200, "busy"],
  ["account", 5, 200, "too-many"],
];

for (const [whose, own, all, expected] of cases)
  test(`${own} of one ${whose}, ${all} of all: ${expected ?? "sent"}`, () => {
    assert.equal(judgeCount({ own, all }, whose), expected);
  });

test("an account is looked at for a day, a source for an hour", () => {
  const now = "2026-11-20T01:00:00.000Z" as Instant;
  assert.equal(sinceOf(now, "account"), "2026-11-19T01:00:00.000Z");
  assert.equal(sinceOf(now, "source"), "2026-11-20T00:00:00.000Z");
});
