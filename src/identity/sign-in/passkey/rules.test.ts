import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instant } from "../../../kernel/time.ts";
import { defaultPolicy } from "../../../society/policy/policy.ts";
import { type HeldPasskey, isFresh, judgePasskey } from "./rules.ts";

const now = "2026-11-20T01:00:00.000Z" as Instant;
const before = "2026-11-20T00:59:59.999Z" as Instant;
const after = "2026-11-20T01:00:00.001Z" as Instant;

const read = { publicKey: "key", counter: 3 };
const held: HeldPasskey = {
  lockedAt: null,
  factorLockedUntil: null,
  isAwaitingLetter: false,
  passkey: read,
};
const { secondFactor } = defaultPolicy;
const without = { secondFactor: { ...secondFactor, methods: ["totp" as const] } };

const cases: readonly [string, HeldPasskey | undefined, string, typeof without?][] = [
  ["all in order", held, "right"],
  ["the account is gone", undefined, "passkey-gone"],
  ["the passkey is gone", { ...held, passkey: null }, "passkey-gone"],
  ["locked by staff", { ...held, lockedAt: before }, "passkey-account-lock"],
  ["locked by wrong codes", { ...held, factorLockedUntil: after }, "passkey-account-lock"],
  ["a lock that ends now", { ...held, factorLockedUntil: now }, "right"],
  ["a new letter", { ...held, isAwaitingLetter: true }, "passkey-awaits-letter"],
  ["turned off", held, "passkey-not-allowed", without],
  ["used meanwhile", { ...held, passkey: { ...read, counter: 4 } }, "changed"],
  ["registered anew", { ...held, passkey: { ...read, publicKey: "other" } }, "changed"],
  [
    "used meanwhile, and locked",
    { ...held, lockedAt: before, passkey: { ...read, counter: 4 } },
    "passkey-account-lock",
  ],
];

for (const [name, given, expected, policy = { secondFactor }] of cases)
  test(name, () => {
    const judged = judgePasskey({ read, held: given, policy, now });
    assert.equal(judged.kind === "failed" ? judged.reason : judged.kind, expected);
  });

test("a question is open for an hour", () => {
  assert.ok(isFresh("2026-11-20T00:00:00.001Z" as Instant, now));
  assert.ok(!isFresh("2026-11-20T00:00:00.000Z" as Instant, now));
});
