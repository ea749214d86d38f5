import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instant } from "../../kernel/time.ts";
import { defaultPolicy } from "../../society/index.ts";
import { closedAs, endsOthers } from "./rules.ts";

const now = "2026-11-20T01:00:00.000Z" as Instant;
const letter = "01977420-0000-7000-8000-000000000001";

for (const [why, account, expected] of [
  ["nothing", { lockedAt: null, awaitsLetter: null }, null],
  ["a lock of staff", { lockedAt: now, awaitsLetter: null }, "account-locked"],
  ["a letter on its way", { lockedAt: null, awaitsLetter: letter }, "awaits-letter"],
  ["both", { lockedAt: now, awaitsLetter: letter }, "account-locked"],
] as const)
  test(`against a reset stands: ${why}`, () => assert.equal(closedAs(account), expected));

for (const [onPasswordChange, signsOutEverywhere, lost, expected] of [
  ["offer", true, null, true],
  ["offer", false, null, false],
  ["offer", false, "device", true],
  ["end", true, null, true],
  ["end", false, null, true],
] as const)
  test(`other devices, ${onPasswordChange}, ticked ${signsOutEverywhere}, ${lost}: ${expected}`, () => {
    const session = { ...defaultPolicy.session, onPasswordChange };
    assert.equal(endsOthers({ session }, { signsOutEverywhere, lost }), expected);
  });
