import assert from "node:assert/strict";
import { test } from "node:test";
import { type Instant, later } from "../../kernel/time.ts";
import type { Amr } from "../../platform/http/types.ts";
import {
  type Acr,
  acrOf,
  askedOf,
  isAssured,
  isEnoughAlone,
  reaches,
  reachingOf,
} from "./rules.ts";

const acrs: readonly (readonly [readonly Amr[], Acr])[] = [
  [[], "single"],
  [["password"], "single"],
  [["otp"], "single"],
  [["mail"], "single"],
  [["recovery"], "single"],
  [["otp", "mail"], "single"],
  [["password", "mail"], "mail"],
  [["password", "otp"], "two-step"],
  [["password", "recovery"], "two-step"],
  [["password", "mail", "otp"], "two-step"],
  [["passkey"], "passkey"],
  [["password", "passkey"], "passkey"],
];

for (const [amr, acr] of acrs)
  test(`${amr.join(" and ") || "nothing"} is ${acr}`, () => assert.equal(acrOf(amr), acr));

test("each strength reaches itself and all before it", () => {
  const order: readonly Acr[] = ["single", "mail", "two-step", "passkey"];
  for (const [i, has] of order.entries())
    for (const [j, asked] of order.entries()) assert.equal(reaches(has, asked), i >= j);
});

test("only a passkey is enough alone", () => {
  const all: readonly Amr[] = ["password", "otp", "mail", "passkey", "recovery"];
  assert.deepEqual(all.filter(isEnoughAlone), ["passkey"]);
});

const provedAt = "2026-11-20T01:00:00.000Z" as Instant;
const at = (seconds: number) => later(provedAt, { seconds });

const fresh: readonly (readonly [Acr, Acr, number, boolean])[] = [
  ["single", "single", 0, true],
  ["single", "single", 599, true],
  ["single", "single", 600, false],
  ["single", "mail", 0, false],
  ["mail", "two-step", 0, false],
  ["two-step", "mail", 599, true],
  ["passkey", "passkey", 600, false],
];

for (const [acr, asked, seconds, expected] of fresh)
  test(`${acr} of ${seconds} s ago, where ${asked} of 10 minutes is asked: ${expected}`, () => {
    const needs = { acr: asked, withinMinutes: 10 };
    assert.equal(isAssured({ acr, provedAt }, needs, at(seconds)), expected);
  });

test("what is enrolled is asked for, even where the page asks for less", () => {
  assert.equal(askedOf({ factorMethod: null }), "single");
  assert.equal(askedOf({ factorMethod: "totp" }), "mail");
  assert.equal(askedOf({ factorMethod: null }, "two-step"), "two-step");
  assert.equal(askedOf({ factorMethod: "mail-otp" }, "passkey"), "passkey");
});

const amrs: Readonly<Record<string, Amr>> = {
  passkey: "passkey",
  totp: "otp",
  "mail-otp": "mail",
  "recovery-codes": "recovery",
};

const reaching: readonly (readonly [Acr, readonly string[], readonly string[]])[] = [
  ["mail", ["mail-otp"], ["mail-otp"]],
  ["two-step", ["mail-otp", "totp"], ["totp"]],
  ["passkey", ["mail-otp", "totp"], []],
  ["passkey", ["passkey", "recovery-codes"], ["passkey"]],
  ["two-step", ["totp", "recovery-codes"], ["totp", "recovery-codes"]],
  // Paper alone stands in for nothing.
  ["two-step", ["mail-otp", "recovery-codes"], []],
  ["single", [], []],
];

for (const [acr, has, expected] of reaching)
  test(`of ${has.join(", ") || "nothing"} ${acr} is reached by ${expected.join(", ") || "nothing"}`, () => {
    const factors = has.map((method) => ({ method }));
    const amrOf = ({ method }: { readonly method: string }): Amr => amrs[method] ?? "otp";
    assert.deepEqual(
      reachingOf(factors, acr, amrOf).map(({ method }) => method),
      expected,
    );
  });
