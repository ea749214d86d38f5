import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Instant, PlainDate } from "../../kernel/time.ts";
import { judgeReason, longestReason, refusalFor } from "./rules.ts";
import type { Person } from "./types.ts";

const codeOf = (result: { ok: boolean; code?: string } | null) =>
  result === null || result.ok ? "" : result.code;

test("a reason is one line of up to 200 characters that any other system can show", () => {
  const table: readonly (readonly [string, string])[] = [
    ["電話での申し出", ""],
    ["  letter lost  ", ""],
    ["𠮷".repeat(longestReason), ""],
    ["あ".repeat(longestReason + 1), "reason-long"],
    ["", "reason-empty"],
    [" \u3000\t", "reason-empty"],
    ["a\nb", "reason-character"],
    ["a\u0000b", "reason-character"],
    ["a\u202eb", "reason-character"],
    ["\ud800", "reason-character"],
  ];
  for (const [typed, code] of table)
    assert.equal(codeOf(judgeReason(typed)), code, JSON.stringify(typed));
});

/** Halves of surrogate pairs among them. */
const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0x20, 0x3042, 0x61));

test("whatever is typed, a reason that goes through is trimmed, short and without controls", () => {
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 300 }), (units) => {
      const typed = String.fromCharCode(...units);
      const judged = judgeReason(typed);
      if (!judged.ok) return;
      assert.equal(judged.value, judged.value.trim());
      assert.ok([...judged.value].length <= longestReason);
      assert.doesNotMatch(judged.value, /\p{Cc}|\p{Cs}/u);
    }),
  );
});

const today = "2026-11-20" as PlainDate;
const personWith = (own: {
  acquiredOn?: string;
  lostOn?: string | null;
  isLocked?: boolean;
}): Person =>
  ({
    member: { acquiredOn: own.acquiredOn ?? "2020-04-01", lostOn: own.lostOn ?? null },
    account: { lockedAt: own.isLocked ? ("2026-11-19T00:00:00.000Z" as Instant) : null },
  }) as unknown as Person;

test("who is covered today gets a letter, but over no lock of staff", () => {
  const table: readonly (readonly [Parameters<typeof personWith>[0], string])[] = [
    [{}, ""],
    [{ lostOn: "2026-11-21" }, ""],
    // 資格喪失日 is the first day without cover.
    [{ lostOn: "2026-11-20" }, "cover-ended"],
    [{ acquiredOn: "2026-11-20" }, ""],
    [{ acquiredOn: "2026-11-21" }, "cover-not-begun"],
    [{ isLocked: true }, "account-locked"],
    [{ isLocked: true, lostOn: "2026-11-01" }, "cover-ended"],
  ];
  for (const [own, code] of table)
    assert.equal(codeOf(refusalFor(personWith(own), today)), code, JSON.stringify(own));
  assert.equal(refusalFor({ ...personWith({}), account: null }, today), null);
});
