import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultPolicy } from "../../society/index.ts";
import type { Place } from "./method.ts";
import { hasSpare, isFew, isFull, mostOfMethod, wayBeside } from "./rules.ts";

test("three are few, and none of course", () => {
  assert.deepEqual([0, 3, 4].map(isFew), [true, true, false]);
});

test("codes that are used up are nothing to fall back on", () => {
  const codes = { method: "recovery-codes" } as const;
  assert.equal(hasSpare([{ ...codes, left: 1 }]), true);
  assert.equal(hasSpare([{ ...codes, left: 0 }]), false);
  // As a flow has them that a version before began.
  assert.equal(hasSpare([codes]), true);
  assert.equal(hasSpare([{ method: "passkey", left: null }]), false);
});

test("of one method ten, whatever there is of others", () => {
  const passkeys = Array(mostOfMethod - 1).fill({ method: "passkey" });
  assert.equal(isFull("passkey", [...passkeys, { method: "totp" }]), false);
  assert.equal(isFull("passkey", [...passkeys, { method: "passkey" }]), true);
});

// Who may enrol anew by themselves, where, beside what → what the page says.
const ways = [
  ["proofed-reset", "second-factor", true, "other"],
  ["proofed-reset", "second-factor", false, "renew"],
  ["proofed-reset", "first-sign-in", false, "none"],
  ["staff", "second-factor", true, "other"],
  ["staff", "second-factor", false, "none"],
] as const;

for (const [lostAuthenticator, kind, hasOther, expected] of ways)
  test(`${lostAuthenticator}, in a ${kind}, ${hasOther ? "with" : "without"} another one`, () => {
    const recovery = { ...defaultPolicy.recovery, lostAuthenticator };
    const factors = [{ method: "totp" }, ...(hasOther ? [{ method: "passkey" }] : [])];
    const scene = { policy: { ...defaultPolicy, recovery }, flow: { kind } };
    assert.equal(wayBeside({ scene, factors } as unknown as Place, "totp"), expected);
  });
