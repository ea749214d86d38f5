import assert from "node:assert/strict";
import { test } from "node:test";
import { readAnnounceDays, readMoment, readReason, readWhom } from "./order-rules.ts";

// What is typed → the instant, or null where it is refused.
const moments: readonly [string, string | null][] = [
  ["2026-12-01 21:00", "2026-12-01T12:00:00.000Z"],
  ["2026-12-01T21:00", "2026-12-01T12:00:00.000Z"],
  [" 2026-12-01 00:00 ", "2026-11-30T15:00:00.000Z"],
  ["2026-12-01 24:00", "2026-12-01T15:00:00.000Z"],
  // No summer time in Tokyo: the same nine hours all year.
  ["2027-07-01 09:00", "2027-07-01T00:00:00.000Z"],
  ["2028-02-29 09:00", "2028-02-29T00:00:00.000Z"],
  ["2027-02-29 09:00", null],
  ["2026-12-01 24:01", null],
  ["2026-12-01 25:00", null],
  ["2026-12-01 21:60", null],
  ["2026-12-01", null],
  ["21:00", null],
  ["", null],
];

for (const [typed, expected] of moments)
  test(`「${typed}」 is ${expected ?? "refused"}`, () => {
    const read = readMoment(typed);
    assert.equal(read.ok ? read.value : null, expected);
    if (!read.ok) assert.equal(read.code, "moment-form");
  });

test("whom it concerns is said exactly once", () => {
  assert.deepEqual(readWhom({ society: "hikari" }), {
    ok: true,
    value: { kind: "society", code: "hikari" },
  });
  assert.ok(readWhom({ entrance: "localhost:3000" }).ok);
  assert.ok(readWhom({ all: true }).ok);
  for (const values of [{}, { all: false }, { all: true, society: "hikari" }])
    assert.equal(readWhom(values).ok, false);
});

test("a reason is given in both languages or in none", () => {
  assert.deepEqual(readReason({}), { ok: true, value: null });
  assert.ok(readReason({ "reason-ja": "入替", "reason-en": "Replacing" }).ok);
  const half = readReason({ "reason-ja": "入替" });
  assert.equal(half.ok ? "" : half.code, "reason-pair");
  const long = readReason({ "reason-ja": "あ".repeat(201), "reason-en": "a" });
  assert.equal(long.ok ? "" : long.code, "reason-long");
});

test("it is announced 1 to 31 days ahead, 14 unless told", () => {
  assert.deepEqual(readAnnounceDays(undefined), { ok: true, value: 14 });
  assert.deepEqual(readAnnounceDays("3"), { ok: true, value: 3 });
  for (const typed of ["0", "32", "-1", "1.5", "soon", ""])
    assert.equal(readAnnounceDays(typed).ok, false, typed);
});
