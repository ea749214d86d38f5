import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultPolicy, type PolicyInput, policySchema } from "./policy.ts";
import { weakerThanAdvised } from "./policy-rules.ts";
import { policyTable } from "./policy-table.ts";
import { en, ja } from "./policy-text.ts";

test("a new society: both proofs, long passwords, a second factor, recovery by link, timed lock", () => {
  const { firstSignIn, password, secondFactor, recovery, lock, session } = defaultPolicy;
  assert.deepEqual(firstSignIn.proof, ["insurer-number", "birth-date"]);
  assert.deepEqual(
    [password.minLength, password.maxLength, password.needs, password.maxAgeDays],
    [8, 64, [], null],
  );
  assert.equal(password.blocklist, true);
  assert.deepEqual([secondFactor.demand, secondFactor.recommended], ["required", "passkey"]);
  assert.deepEqual(secondFactor.requiredOf, ["insured-person", "dependent"]);
  assert.equal(recovery.forgottenPassword, "link");
  assert.deepEqual([lock.release, lock.passwordTries, lock.minutes], ["timed", 10, 30]);
  const { idleMinutes, absoluteHours, stepUpMinutes } = session;
  assert.deepEqual([idleMinutes, absoluteHours, stepUpMinutes], [30, 12, 10]);
  assert.deepEqual(weakerThanAdvised(defaultPolicy), []);
});

test("a password alone has 15 characters unless the society says otherwise", () => {
  const minLengthOf = (input: PolicyInput) => policySchema.parse(input).password.minLength;
  assert.equal(minLengthOf({ secondFactor: { demand: "optional" } }), 15);
  // one rule for passwords of all: those who sign in with it alone are meant as well
  assert.equal(minLengthOf({ secondFactor: { requiredOf: ["insured-person"] } }), 15);
  assert.equal(minLengthOf({ secondFactor: { requiredOf: ["dependent", "insured-person"] } }), 8);
  assert.equal(
    minLengthOf({ secondFactor: { demand: "optional" }, password: { minLength: 8 } }),
    8,
  );
});

// Allowed at both ends, refused one step beyond.
const bounds: readonly [string, number, number][] = [
  ["letter.credentialLifetimeDays", 7, 366],
  ["letter.weakLifetimeDays", 7, 90],
  ["letter.fileLifetimeHours", 1, 168],
  ["firstSignIn.lifetimeHours", 1, 72],
  ["firstSignIn.proofTries", 3, 10],
  ["userId.digitsOnlyMaxLength", 0, 12],
  ["password.minLength", 8, 64],
  ["password.maxLength", 20, 256],
  ["password.maxAgeDays", 90, 3650],
  ["recovery.linkLifetimeMinutes", 10, 1440],
  ["recovery.codeLifetimeMinutes", 3, 10],
  ["recovery.provisionalLifetimeMinutes", 10, 60],
  ["lock.passwordTries", 5, 100],
  ["lock.minutes", 5, 1440],
  ["lock.latestHours", 1, 24],
  ["lock.factorTries", 5, 100],
  ["session.idleMinutes", 5, 60],
  ["session.absoluteHours", 1, 24],
  ["session.stepUpMinutes", 1, 60],
  ["session.keepInputMinutes", 0, 30],
];

const isAllowed = (path: string, value: unknown) => {
  const [group = "", dial = ""] = path.split(".");
  return policySchema.safeParse({ [group]: { [dial]: value } }).success;
};

for (const [path, least, most] of bounds)
  test(`${path} is from ${least} to ${most}`, () => {
    assert.deepEqual(
      [least - 1, least, most, most + 1, least + 0.5, String(least)].map((value) =>
        isAllowed(path, value),
      ),
      [false, true, true, false, false, false],
    );
  });

const contradictions: readonly [PolicyInput, string][] = [
  [{ userId: { minLength: 14, maxLength: 13 } }, "userId.maxLength"],
  [{ userId: { issuedMayStay: false, changeable: "never" } }, "userId.issuedMayStay"],
  [{ password: { minLength: 30, maxLength: 20 } }, "password.maxLength"],
  [{ secondFactor: { methods: ["totp"] } }, "secondFactor.recommended"],
  [{ maintenance: { from: "21:00", to: "21:00" } }, "maintenance.to"],
];

for (const [input, place] of contradictions)
  test(`${JSON.stringify(input)} contradicts itself`, () => {
    const read = policySchema.safeParse(input);
    assert.deepEqual(
      read.error?.issues.map(({ path }) => path.join(".")),
      [place],
    );
  });

const always: readonly [PolicyInput][] = [
  [{ password: { blocklist: false as true } }],
  [{ password: { differsFromUserId: false as true } }],
  [{ firstSignIn: { proof: [] } }],
  [{ secondFactor: { methods: [] } }],
  [{ secondFactor: { requiredOf: [] } }],
  [{ secondFactor: { requiredOf: ["dependent", "dependent"] } }],
  [{ secondFactor: { requiredOf: ["staff" as "dependent"] } }],
  [{ password: { needs: ["digit", "digit"] } }],
  [{ userId: { symbols: "あ" } }],
  [{ maintenance: { from: "9:00" } }],
  [{ maintenance: { to: "24:01" } }],
];

for (const [input] of always)
  test(`${JSON.stringify(input)} is refused`, () => {
    assert.equal(policySchema.safeParse(input).success, false);
  });

const weaker: readonly [PolicyInput, string][] = [
  [{ firstSignIn: { proof: ["birth-date"] } }, "one-proof"],
  [{ password: { maxLength: 20 } }, "max-short"],
  [{ password: { needs: ["letter"] } }, "composition"],
  [{ password: { characters: "ascii" } }, "characters-limited"],
  [{ password: { maxAgeDays: 360 } }, "expiry"],
  [{ secondFactor: { methods: ["passkey", "mail-otp"] } }, "mail-otp"],
  [{ secondFactor: { demand: "optional" } }, "factor-optional"],
  [{ secondFactor: { requiredOf: ["insured-person"] } }, "factor-of-some"],
  [{ secondFactor: { requiredOf: ["dependent"] } }, "factor-of-some"],
  [{ recovery: { forgottenPassword: "provisional-by-mail" } }, "password-by-mail"],
  [{ recovery: { lostAuthenticator: "proofed-reset" } }, "self-reset"],
];

for (const [input, why] of weaker)
  test(`${JSON.stringify(input)} is marked ${why}`, () => {
    assert.deepEqual(
      weakerThanAdvised(policySchema.parse(input)).map((weakness) => weakness.why),
      [why],
    );
  });

test("8 characters without a required second factor are marked", () => {
  const input: PolicyInput = { password: { minLength: 8 }, secondFactor: { demand: "optional" } };
  const marks = weakerThanAdvised(policySchema.parse(input)).map(({ why }) => why);
  assert.deepEqual(marks, ["short-alone", "factor-optional"]);
});

test("8 characters where a second factor is required of some are marked; of whom counts only then", () => {
  const marksOf = (input: PolicyInput) =>
    weakerThanAdvised(policySchema.parse(input)).map(({ dial, why }) => [dial, why]);
  const requiredOf = ["insured-person"] as const;
  assert.deepEqual(
    marksOf({ password: { minLength: 8 }, secondFactor: { requiredOf: [...requiredOf] } }),
    [
      ["password.minLength", "short-alone"],
      ["secondFactor.requiredOf", "factor-of-some"],
    ],
  );
  assert.deepEqual(marksOf({ secondFactor: { demand: "optional", requiredOf: [...requiredOf] } }), [
    ["secondFactor.demand", "factor-optional"],
  ]);
});

test("every dial has an explanation in both languages, every number a unit", () => {
  for (const row of policyTable(defaultPolicy)) {
    assert.match(row.ja, /[ぁ-ん]|[一-龠]/, row.path);
    assert.ok(row.en.length > 10, row.path);
    if (typeof row.value === "number") assert.ok(row.unit, row.path);
  }
});

test("every mark has its words", () => {
  for (const [, why] of weaker) assert.ok(ja[why as keyof typeof ja] && en[why as keyof typeof en]);
});
