import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instant } from "../../kernel/time.ts";
import { defaultPolicy } from "../../society/policy/policy.ts";
import {
  countersOf,
  type FoundLogin,
  isSourceRefused,
  judgeSignIn,
  limitOfAll,
  lockMinutes,
} from "./rules.ts";

const now = "2026-11-20T01:00:00.000Z" as Instant;
const before = "2026-11-20T00:59:59.999Z" as Instant;
const after = "2026-11-20T01:00:00.001Z" as Instant;

const account: FoundLogin = {
  kind: "account",
  lockedAt: null,
  lockedUntil: null,
  credentialState: null,
  expiresAt: null,
  factorMethod: null,
  factorLockedUntil: null,
};
const letter: FoundLogin = {
  ...account,
  kind: "provisional",
  credentialState: "active",
  expiresAt: after,
};

const cases: [string, FoundLogin, boolean, string][] = [
  ["nobody", { ...account, kind: null }, false, "failed unknown-id counts"],
  [
    "nobody during a lock",
    { ...account, kind: null, lockedUntil: after },
    false,
    "failed unknown-id",
  ],
  ["right", account, true, "signed-in"],
  ["wrong", account, false, "failed wrong-password counts"],
  ["right during the lock", { ...account, lockedUntil: after }, true, "failed password-lock"],
  ["wrong during the lock", { ...account, lockedUntil: after }, false, "failed password-lock"],
  ["right as the lock ends", { ...account, lockedUntil: now }, true, "signed-in"],
  ["locked by staff", { ...account, lockedAt: before }, true, "failed account-lock"],
  ["letter", letter, true, "first-sign-in"],
  ["letter, wrong", letter, false, "failed wrong-password counts"],
  ["letter in its last moment", { ...letter, expiresAt: after }, true, "first-sign-in"],
  ["letter expired", { ...letter, expiresAt: now }, true, "letter expired"],
  ["letter used", { ...letter, credentialState: "used" }, true, "letter used"],
  [
    "letter used, wrong",
    { ...letter, credentialState: "used" },
    false,
    "failed wrong-password counts",
  ],
  ["letter replaced", { ...letter, credentialState: "void" }, true, "letter replaced"],
  [
    "letter not active",
    { ...letter, credentialState: "prepared" },
    true,
    "failed letter-not-active",
  ],
];

for (const [name, login, isRight, expected] of cases)
  test(`sign-in: ${name}`, () => {
    const judged = judgeSignIn(login, isRight, now);
    const words = [
      judged.kind,
      judged.kind === "failed" ? judged.reason : "",
      judged.kind === "letter" ? judged.because : "",
      judged.kind === "failed" && judged.counts ? "counts" : "",
    ];
    assert.equal(words.filter(Boolean).join(" "), expected);
  });

test("a timed lock lasts its minutes, staff's at most its hours", () => {
  const { lock } = defaultPolicy;
  assert.equal(lockMinutes({ ...lock, release: "timed", minutes: 30 }, "account"), 30);
  assert.equal(
    lockMinutes({ ...lock, release: "staff-or-reset", latestHours: 24 }, "account"),
    24 * 60,
  );
  assert.equal(lockMinutes({ ...lock, release: "staff-or-reset", minutes: 30 }, "provisional"), 30);
  assert.equal(lockMinutes({ ...lock, release: "staff-or-reset", minutes: 30 }, null), 30);
});

test("a company behind one address is not refused for a busy morning", () => {
  const source = { browser: "source mac", otherAccounts: 99, sourceTries: 29 };
  assert.equal(isSourceRefused(source), false);
  assert.equal(isSourceRefused({ ...source, otherAccounts: 100 }), true);
  assert.equal(isSourceRefused({ ...source, sourceTries: 30 }), true);
  const known = { browser: "hash", otherAccounts: 5000, sourceTries: 299 };
  assert.equal(isSourceRefused(known), false);
  assert.equal(isSourceRefused({ ...known, sourceTries: 300 }), true);
});

test("a stranger counts on its source and on all of them together, who is known on their own alone", () => {
  assert.deepEqual(countersOf("source mac"), ["source mac", ""]);
  assert.deepEqual(countersOf("hash of a browser"), ["hash of a browser"]);
});

test("all sources together have ten times the tries of one, and never more than a hundred", () => {
  for (const [tries, ofAll] of [
    [3, 30],
    [10, 100],
    [20, 100],
  ] as const)
    assert.equal(limitOfAll(tries), ofAll);
});
