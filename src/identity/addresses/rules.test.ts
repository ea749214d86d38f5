import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Instant, later } from "../../kernel/time.ts";
import { noticeAddresses } from "../accounts/index.ts";
import {
  type Addresses,
  isSamePair,
  judgeNew,
  judgeUndo,
  swapped,
  type Undoable,
  undoHours,
  undoneFirst,
  type Which,
  whomToTell,
  withAddress,
  withoutSecond,
} from "./rules.ts";
import { keptFactors } from "./undo/rules.ts";

const now = "2026-11-20T01:00:00.000Z" as Instant;
const before = later(now, { days: -30 });
const a = "hanako@example.jp";
const b = "hanako@home.example";
const c = "hanako@other.example";

const none: Addresses = {
  email: null,
  confirmedAt: null,
  failedAt: null,
  second: null,
  secondConfirmedAt: null,
};
const main: Addresses = { ...none, email: a, confirmedAt: before };
const both: Addresses = { ...main, second: b, secondConfirmedAt: before };

const judged: readonly (readonly [string, Addresses, Which, string, string | null])[] = [
  ["the first one", none, "main", a, null],
  ["another one", main, "main", b, null],
  ["the same", main, "main", a.toUpperCase(), "address-same"],
  ["the same, not confirmed", { ...main, confirmedAt: null }, "main", a, null],
  ["the same, that failed", { ...main, failedAt: before }, "main", a, null],
  ["what is the second one", both, "main", b, null],
  ["a second one", main, "second", b, null],
  ["a second one without a first", none, "second", b, "address-no-main"],
  ["a second one that is the main one", main, "second", a.toUpperCase(), "address-is-main"],
  ["the same second one", both, "second", b, "address-same"],
];
for (const [why, given, which, email, expected] of judged)
  test(`typed for ${which}, ${why}: ${expected ?? "taken"}`, () => {
    const result = judgeNew(given, { which, email });
    assert.equal(result.ok ? null : result.code, expected);
  });

test("a new main one works from now on, and is no second one beside", () => {
  const failed = { ...both, failedAt: before };
  assert.deepEqual(withAddress(failed, { which: "main", email: c, at: now }), {
    ...both,
    email: c,
    confirmedAt: now,
  });
  const moved = withAddress(both, { which: "main", email: b.toUpperCase(), at: now });
  assert.equal(moved.second, null);
  assert.equal(moved.secondConfirmedAt, null);
});

test("a swap keeps the main one only where mails reach it", () => {
  assert.deepEqual(swapped(both), {
    ...both,
    email: b,
    second: a,
    confirmedAt: before,
  });
  for (const bad of [{ confirmedAt: null }, { failedAt: before }]) {
    const { email, second, failedAt } = swapped({ ...both, ...bad });
    assert.deepEqual([email, second, failedAt], [b, null, null]);
  }
});

const soon = later(now, { hours: 1 });
const change = (email: string, until: Instant): Undoable => ({
  id: "01977420-0000-7000-8000-000000000009" as Undoable["id"],
  email,
  until,
});
const told: readonly (readonly [string, Addresses, readonly string[], (readonly Undoable[])?])[] = [
  ["nobody", none, []],
  ["the main one, who may undo", main, [`${a} undo`]],
  ["the second one too", both, [`${a} undo`, b]],
  ["one that nobody confirmed", { ...main, confirmedAt: null }, [a]],
  ["one that failed", { ...both, failedAt: before }, [a, b]],
  ["one whose coming can be undone", main, [`${a} undo`], [change(b, soon)]],
  ["one that gives way to the oldest again", main, [a], [change(c, soon), change(b, soon)]],
  ["the same, too late for it", main, [`${a} undo`], [change(c, now)]],
  ["the oldest, changed once already", main, [`${a} undo`], [change(a, soon)]],
];
for (const [why, given, expected, undoable = []] of told)
  test(`told of a change: ${why}`, () => {
    const shown = whomToTell(
      { before: given, after: { email: c, second: null }, undoable },
      now,
    ).map(({ to, canUndo }) => (canUndo ? `${to} undo` : to));
    assert.deepEqual(shown, expected);
  });

test("a button undoes from the oldest change that can be undone, if that was another address", () => {
  const all = [change(c, now), change(b, soon), change(c, soon)];
  assert.equal(undoneFirst(main, all, now), all[1]);
  assert.equal(undoneFirst({ ...main, email: b.toUpperCase() }, all, now), null);
  assert.equal(undoneFirst(main, [], now), null);
});

const expiresAt = later(now, { hours: undoHours });
const pair = { email: b, second: null };
const undos = [
  ["in time", { undoneAt: null, left: pair, current: pair }, 0, "open"],
  ["at the last moment", { undoneAt: null, left: pair, current: pair }, 72 * 60 - 1, "open"],
  ["too late", { undoneAt: null, left: pair, current: pair }, 72 * 60, "expired"],
  ["again", { undoneAt: now, left: pair, current: main }, 72 * 60, "done"],
  ["after another way", { undoneAt: null, left: pair, current: main }, 0, "replaced"],
  ["nothing is left", { undoneAt: null, left: null, current: pair }, 0, "replaced"],
] as const;
for (const [why, given, minutes, expected] of undos)
  test(`undone ${why}: ${expected}`, () =>
    assert.equal(judgeUndo({ ...given, expiresAt }, later(now, { minutes })), expected));

test("a notice goes to the second address too, once the first one failed", () => {
  assert.deepEqual(noticeAddresses(both), [a]);
  assert.deepEqual(noticeAddresses({ ...both, failedAt: now }), [a, b]);
  assert.deepEqual(noticeAddresses({ ...main, failedAt: now }), [a]);
  assert.deepEqual(noticeAddresses(none), []);
});

const factor = (method: string, days: number) => ({ method, addedAt: later(now, { days }) });
const app = factor("totp", -9);
const codes = factor("recovery-codes", -9);
const strange = factor("passkey", 0);
const kept = [
  ["nothing is new", [app, codes], "totp", [], "totp"],
  ["a stranger's beside one's own", [app, strange, codes], "passkey", [strange], "totp"],
  ["only a stranger's", [strange], "passkey", [strange], null],
  ["codes alone are nothing", [codes, strange], "passkey", [codes, strange], null],
  ["nothing at all", [], null, [], null],
] as const;
for (const [why, factors, active, gone, then] of kept)
  test(`what was enrolled, ${why}`, () =>
    assert.deepEqual(keptFactors({ factors, active }, now), { gone, active: then }));

const address = fc.constantFrom(a, b, c, a.toUpperCase());
const anyStep = fc.oneof(
  fc.record({ which: fc.constantFrom("main" as const, "second" as const), email: address }),
  fc.constantFrom("swap" as const, "remove" as const, "fail" as const),
);

test("whatever is done in any order: no second without a first, never twice the same, none lost unproved", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
      let at: Addresses = none;
      for (const step of steps) {
        if (step === "fail") at = at.email === null ? at : { ...at, failedAt: now };
        else if (step === "swap") at = at.second === null ? at : swapped(at);
        else if (step === "remove") at = withoutSecond(at);
        else if (judgeNew(at, step).ok) at = withAddress(at, { ...step, at: now });
        assert.ok(at.second === null || at.email !== null);
        assert.ok(
          at.second === null ||
            !isSamePair({ ...at, second: null }, { email: at.second, second: null }),
        );
        assert.equal(at.second === null, at.secondConfirmedAt === null);
      }
    }),
  );
});
