import assert from "node:assert/strict";
import { test } from "node:test";
import { asId } from "../../../kernel/ids.ts";
import { type Instant, later } from "../../../kernel/time.ts";
import type { Factor, MethodName } from "../../methods/index.ts";
import { hasChanged, isStillShown } from "./changed.ts";

const now = "2026-11-20T01:00:00.000Z" as Instant;
const since = later(now, { seconds: 1 });
const email = "hanako@example.jp";
const asked = { owner: { email }, passwordChangedAt: now };
const held = { lockedAt: null, passwordChangedAt: now, email, confirmedAt: now };

for (const [why, other, expected] of [
  ["nothing is another", {}, false],
  ["staff locked it", { lockedAt: now }, true],
  ["another password", { passwordChangedAt: since }, true],
  ["another address", { email: "taro@example.jp" }, true],
  ["an address that is not proved any more", { confirmedAt: null }, true],
  ["no address any more", { email: null, confirmedAt: null }, true],
] as const)
  test(`an account that was asked, with ${why}: ${expected}`, () =>
    assert.equal(hasChanged(asked, { ...held, ...other }), expected));

test("without a proved address none can be another", () => {
  const without = { ...asked, owner: { email: null } };
  for (const other of [{ email: null, confirmedAt: null }, { confirmedAt: null }, {}])
    assert.equal(hasChanged(without, { ...held, ...other }), false);
});

const factor = (last: number, method: MethodName): Factor => ({
  id: asId(`01977420-0000-7000-8000-00000000000${last}`),
  method,
  name: "",
  addedAt: now,
  usedAt: null,
});
const app = factor(1, "totp");
const other = factor(2, "totp");
const codes = factor(3, "recovery-codes");
const passed = ({ id, method }: Factor) => ({ factorId: id, method });

for (const [why, shown, factors, expected] of [
  ["nothing of nothing", null, [], true],
  ["what is there", passed(app), [other, app], true],
  ["codes beside what they stand in for", passed(codes), [app, codes], true],
  ["nothing, where something is by now", null, [app], false],
  ["what is gone", passed(app), [other], false],
  ["what was all", passed(app), [], false],
  ["codes of what is gone", passed(codes), [codes], false],
] as const)
  test(`shown: ${why}`, () => assert.equal(isStillShown({ passed: shown }, { factors }), expected));
