import assert from "node:assert/strict";
import { test } from "node:test";
import type { FactorId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { defaultPolicy } from "../../society/index.ts";
import type { Factor, MethodName } from "../methods/index.ts";
import { canActivate, type Enrolled, judgeOff, judgeRemoval, type Whose } from "./removal.ts";

const factor = (id: string, method: MethodName): Factor => ({
  id: id as FactorId,
  method,
  name: id,
  addedAt: "2026-11-20T01:00:00.000Z" as Instant,
  usedAt: null,
});
const [passkey, app, mail, codes] = [
  factor("p", "passkey"),
  factor("a", "totp"),
  factor("m", "mail-otp"),
  factor("c", "recovery-codes"),
];

const whose = (own: Partial<Whose["policy"]["secondFactor"]>, isInsuredPerson = true): Whose => ({
  policy: { ...defaultPolicy, secondFactor: { ...defaultPolicy.secondFactor, ...own } },
  person: { isInsuredPerson, isMailExempt: false },
});
const required = whose({ demand: "required", methods: ["passkey", "totp"] });
const optional = whose({ demand: "optional", methods: ["passkey", "totp"] });
const dependent = whose({ demand: "required", requiredOf: ["insured-person"] }, false);

type Case = readonly [
  why: string,
  whose: Whose,
  enrolled: readonly Factor[],
  active: MethodName | null,
  id: string,
  /** The kind, or what goes and what is active then. */
  expected: string | readonly [readonly string[], MethodName | null],
];

const cases: readonly Case[] = [
  ["an id of nobody", required, [app], "totp", "x", "gone"],
  ["codes are not taken away alone", optional, [app, codes], "totp", "c", "gone"],
  ["the only one", required, [app], "totp", "a", "last"],
  ["the only one beside codes", required, [app, codes], "totp", "a", "last"],
  ["the only one beside what is not allowed", required, [app, mail], "totp", "a", "last"],
  [
    "what is not allowed, beside one that is",
    required,
    [app, mail],
    "mail-otp",
    "m",
    [["m"], "totp"],
  ],
  ["what is not allowed, alone", required, [mail], "mail-otp", "m", [["m"], null]],
  ["one of two of a kind", required, [app, factor("b", "totp")], "totp", "a", [["a"], "totp"]],
  ["the active one of two", required, [app, passkey], "totp", "a", [["a"], "passkey"]],
  ["the other one of two", required, [app, passkey], "totp", "p", [["p"], "totp"]],
  ["the last where it is optional", optional, [app, codes], "totp", "a", [["a", "c"], null]],
  ["the last of whom it is not asked", dependent, [app], "totp", "a", [["a"], null]],
  [
    "an allowed one before one that is not",
    optional,
    [mail, app, passkey],
    "totp",
    "a",
    [["a"], "passkey"],
  ],
];

for (const [why, who, factors, active, id, expected] of cases)
  test(`to take away: ${why}`, () => {
    const enrolled: Enrolled = { factors, active };
    const judged = judgeRemoval(who, enrolled, id);
    if (judged.kind !== "removed") return assert.equal(judged.kind, expected);
    assert.deepEqual([judged.removed.map((one) => one.id), judged.active], expected);
  });

test("not to use it at all: only of whom nobody asks it", () => {
  assert.equal(judgeOff(required, { factors: [app], active: "totp" }).kind, "last");
  assert.equal(judgeOff(optional, { factors: [codes], active: null }).kind, "gone");
  assert.deepEqual(judgeOff(optional, { factors: [app, codes], active: "totp" }), {
    kind: "removed",
    removed: [app, codes],
    active: null,
  });
});

test("active becomes what is enrolled and allowed", () => {
  const { policy } = required;
  assert.ok(canActivate(policy, [app], "totp"));
  assert.ok(!canActivate(policy, [app], "passkey"));
  assert.ok(!canActivate(policy, [mail], "mail-otp"));
  assert.ok(!canActivate(policy, [app, codes], "recovery-codes"));
});
