import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { EntranceId, SocietyId } from "../../kernel/ids.ts";
import { epochMsOf, type Instant, instantOf, later, secondsBetween } from "../../kernel/time.ts";
import { afterRests, announcedFrom, concerning, merged, objection, stateOf } from "./rules.ts";
import type { PlannedWindow, Rest, WindowId } from "./types.ts";

const start = "2026-11-20T00:00:00.000Z" as Instant;
const at = (hours: number): Instant => later(start, { hours });
/** In hours from the start; announced a day ahead unless told. */
const rest = (from: number, to: number, announced = from - 24): Rest => ({
  from: at(from),
  to: at(to),
  announcedFrom: at(announced),
  reason: null,
});
const hours = ({ from, to }: { readonly from: Instant; readonly to: Instant }) =>
  [from, to].map((one) => (epochMsOf(one) - epochMsOf(start)) / 3_600_000);

// Windows in hours, now → state with its spans.
const states: readonly [string, readonly Rest[], number, string, (readonly number[])[]][] = [
  ["nothing", [], 0, "none", []],
  ["before it is announced", [rest(48, 50)], 23.9, "none", []],
  ["announced", [rest(48, 50)], 24, "announced", [[48, 50]]],
  ["its first moment", [rest(48, 50)], 48, "running", [[48, 50]]],
  ["its last moment", [rest(48, 50)], 49.999, "running", [[48, 50]]],
  ["over", [rest(48, 50)], 50, "none", []],
  ["two that overlap are one", [rest(48, 50), rest(49, 53)], 48, "running", [[48, 53]]],
  ["two that touch are one", [rest(50, 53), rest(48, 50)], 49, "running", [[48, 53]]],
  ["one inside another", [rest(48, 60), rest(49, 50)], 49.5, "running", [[48, 60]]],
  ["the inner one is over", [rest(48, 60), rest(49, 50)], 55, "running", [[48, 60]]],
  [
    "both are announced",
    [rest(70, 72, 0), rest(30, 31)],
    10,
    "announced",
    [
      [30, 31],
      [70, 72],
    ],
  ],
  ["one of them only", [rest(70, 72), rest(30, 31)], 10, "announced", [[30, 31]]],
  [
    "what comes later is no news while it rests",
    [rest(48, 50), rest(60, 61)],
    49,
    "running",
    [[48, 50]],
  ],
];

for (const [what, windows, now, kind, spans] of states)
  test(`${what}: ${kind}`, () => {
    const state = stateOf(windows, at(now));
    assert.equal(state.kind, kind);
    const told =
      state.kind === "announced" ? state.windows : state.kind === "running" ? [state] : [];
    assert.deepEqual(told.map(hours), spans);
  });

test("a reason is told, also when what has none begins before it", () => {
  const reason = { ja: "入替", en: "Replacing" };
  const state = stateOf([rest(48, 50), { ...rest(49, 51), reason }], at(48));
  assert.deepEqual(state.kind === "running" ? state.reason : null, reason);
});

const span = fc
  .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 48 }))
  .map(([from, length]) => rest(from, from + length));

test("merged windows cover the same moments, apart from each other", () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), (windows) => {
      const one = merged(windows);
      const covers = (some: readonly { from: Instant; to: Instant }[], now: Instant) =>
        some.some(({ from, to }) => from <= now && now < to);
      for (let hour = 0; hour < 260; hour += 1)
        assert.equal(covers(one, at(hour)), covers(windows, at(hour)));
      for (const [i, { from }] of one.entries())
        assert.ok(i === 0 || (one[i - 1]?.to ?? "") < from);
      const until = afterRests(windows, { from: at(0), to: at(100) });
      const hours = Array.from({ length: secondsBetween(at(0), until) / 3600 }, (_, hour) => hour);
      assert.equal(hours.filter((hour) => !covers(windows, at(hour))).length, 100);
    }),
  );
});

test("time stands still in what falls into a span, or is reached by it then", () => {
  const until = (...windows: Rest[]) => afterRests(windows, { from: at(10), to: at(34) });
  assert.equal(until(), at(34));
  assert.equal(until(rest(0, 10), rest(34, 40)), at(34));
  assert.equal(until(rest(8, 12), rest(30, 40)), at(46));
  assert.equal(until(rest(8, 12), rest(35, 40)), at(41));
  assert.equal(until(rest(0, 100)), at(124));
});

const ours = "s1" as SocietyId;
const entrance = "e1" as EntranceId;
const planned = (id: string, societyId: SocietyId | null, entranceId: EntranceId | null) =>
  ({ ...rest(1, 2), id: id as WindowId, societyId, entranceId }) satisfies PlannedWindow;

test("a window concerns its society, its entrance, or everybody", () => {
  const all = [
    planned("ours", ours, null),
    planned("theirs", "s2" as SocietyId, null),
    planned("here", null, entrance),
    planned("elsewhere", null, "e2" as EntranceId),
    planned("all", null, null),
  ];
  const ids = (societyId: SocietyId | null) =>
    concerning(all, { societyId, entranceId: entrance }).map(({ id }) => id);
  assert.deepEqual(ids(ours), ["ours", "here", "all"]);
  assert.deepEqual(ids(null), ["here", "all"]);
});

// From and to in hours, now → why it is refused.
const wishes: readonly [number, number, number, string | null][] = [
  [10, 12, 0, null],
  [10, 12, 11, null],
  [12, 12, 0, "order"],
  [12, 10, 0, "order"],
  [10, 12, 12, "past"],
  [10, 10 + 7 * 24, 0, null],
  [10, 11 + 7 * 24, 0, "long"],
];
for (const [from, to, now, expected] of wishes)
  test(`from ${from} to ${to} at ${now}: ${expected ?? "planned"}`, () => {
    const wish = { from: at(from), to: at(to), announceDays: 14 };
    assert.equal(objection(wish, at(now)), expected);
    assert.equal(announcedFrom(wish), instantOf(epochMsOf(at(from)) - 14 * 86_400_000));
  });
