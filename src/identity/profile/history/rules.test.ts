import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instant } from "../../../kernel/time.ts";
import { byDay, coarseSource, whoDid } from "./rules.ts";

for (const [actorKind, isOwn, who] of [
  ["member", true, "self"],
  ["member", false, "other-member"],
  ["stranger", false, "unknown"],
  ["staff", false, "staff"],
  ["operator", false, "operator"],
  ["system", false, "portal"],
] as const)
  test(`${actorKind}${isOwn ? " of the same account" : ""} is told as ${who}`, () =>
    assert.equal(whoDid({ actorKind, isOwn }), who));

for (const [source, coarse] of [
  ["203.0.113.27", "203.0.113.x"],
  ["::ffff:203.0.113.27", "203.0.113.x"],
  ["2001:db8:12:34::5", "2001:db8:12:…"],
  ["::1", "::1"],
  ["cli", null],
  ["worker", null],
] as const)
  test(`${source} is told as ${coarse}`, () => assert.equal(coarseSource(source), coarse));

test("a day is one of Tokyo, whatever the server's zone", () => {
  const at = (text: string) => ({ at: text as Instant });
  const days = byDay([
    at("2026-11-20T15:00:00.000Z"),
    at("2026-11-20T14:59:59.000Z"),
    at("2026-11-19T15:00:00.000Z"),
    at("2026-11-19T14:00:00.000Z"),
  ]);
  assert.deepEqual(
    days.map(({ on, entries }) => [on, entries.length]),
    [
      ["2026-11-21", 1],
      ["2026-11-20", 2],
      ["2026-11-19", 1],
    ],
  );
});
