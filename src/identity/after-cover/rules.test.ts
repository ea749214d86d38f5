import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlainDate } from "../../kernel/time.ts";
import { coverOf, readableUntil } from "./rules.ts";

const lostOn = "2026-11-21" as PlainDate;

const cases = [
  ["without an end", null, 430, "2026-11-20", "covered"],
  ["the last day of cover", lostOn, 430, "2026-11-20", "covered"],
  ["資格喪失日 is the first day without", lostOn, 430, "2026-11-21", "read-only"],
  ["the last day to read", lostOn, 430, "2028-01-24", "read-only"],
  ["the day after it", lostOn, 430, "2028-01-25", "over"],
  ["one day", lostOn, 1, "2026-11-21", "read-only"],
  ["one day, and no more", lostOn, 1, "2026-11-22", "over"],
  ["a society that shows nothing afterwards", lostOn, 0, "2026-11-21", "over"],
] as const;

for (const [why, lost, readOnlyDays, today, expected] of cases)
  test(`cover: ${why}`, () =>
    assert.equal(coverOf({ lostOn: lost, readOnlyDays }, today as PlainDate), expected));

test("until when is said as it is judged", () =>
  assert.equal(readableUntil(lostOn, 430), "2028-01-24"));
