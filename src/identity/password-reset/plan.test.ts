import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { asId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { openSecrets } from "../../platform/crypto/secrets.ts";
import { defaultPolicy, type Policy } from "../../society/index.ts";
import { enrolmentSteps, type FactorState, noFactorYet, verify } from "../factor-steps/index.ts";
import { type Factor, hasFactor, type MethodName, openMethods } from "../methods/index.ts";
import { identity, password, resetPlan } from "./plan.ts";
import type { Lost } from "./types.ts";

const secrets = openSecrets(Buffer.alloc(32, 1));
const methods = openMethods({ secrets, mailDomainOf: () => "" });
const factor = (method: MethodName): Factor => ({
  id: asId("01977420-0000-7000-8000-000000000001"),
  method,
  name: "",
  addedAt: "2026-11-20T01:00:00.000Z" as Instant,
  usedAt: null,
});

type Case = {
  readonly has?: readonly MethodName[];
  readonly passed?: MethodName | null;
  readonly isProved?: boolean;
  readonly lost?: Lost | null;
  readonly demand?: "required" | "optional";
};

const policyOf = (demand: "required" | "optional"): Policy => ({
  ...defaultPolicy,
  secondFactor: {
    ...defaultPolicy.secondFactor,
    demand,
    methods: ["passkey", "totp", "mail-otp"],
  },
});

const planOf = ({ has = [], passed, isProved = false, lost = null, demand = "optional" }: Case) => {
  const state: FactorState = {
    ...noFactorYet,
    person: { isInsuredPerson: true, isMailExempt: false },
    factors: lost === null ? has.map(factor) : [],
    passed: passed ? { factorId: factor(passed).id, method: passed } : null,
  };
  const known = { factor: state, lost, isIdentityProved: isProved };
  return resetPlan(methods, policyOf(demand), known);
};

const [method] = enrolmentSteps;
const cases: readonly (readonly [string, Case, readonly string[]])[] = [
  ["nothing enrolled or demanded", {}, [password]],
  [
    "nothing enrolled and demanded",
    { demand: "required" },
    [identity, method, enrolmentSteps[1], password],
  ],
  ["an app, not asked yet", { has: ["totp"] }, [verify, password]],
  ["an app that was shown", { has: ["totp"], passed: "totp" }, [verify, password]],
  [
    "the mailbox that was shown",
    { has: ["mail-otp"], passed: "mail-otp" },
    [verify, identity, password],
  ],
  [
    "the mailbox, after the fields were right",
    { has: ["mail-otp"], passed: "mail-otp", isProved: true },
    [verify, password],
  ],
  [
    "the mailbox instead of an app",
    { has: ["totp", "mail-otp"], passed: "mail-otp" },
    [verify, identity, password],
  ],
  [
    "codes on paper instead of an app",
    { has: ["totp", "recovery-codes"], passed: "recovery-codes" },
    [verify, password],
  ],
  ["codes alone are nothing", { has: ["recovery-codes"] }, [password]],
  ["lost where nothing is demanded", { has: ["totp"], lost: "device" }, [identity, password]],
  [
    "lost and demanded",
    { has: ["totp"], lost: "device", demand: "required" },
    [identity, method, enrolmentSteps[1], password],
  ],
  [
    "lost, and the fields were right on the way here",
    { has: ["totp"], lost: "device", isProved: true, demand: "required" },
    [method, enrolmentSteps[1], password],
  ],
];

for (const [why, given, plan] of cases)
  test(`a reset asks, ${why}: ${plan.join(", ")}`, () => assert.deepEqual(planOf(given), plan));

const names = ["passkey", "totp", "mail-otp", "recovery-codes"] as const;

test("property: wherever something is enrolled or demanded, a mailbox is never all that was shown", () => {
  const state = fc.record({
    has: fc.subarray([...names]),
    isProved: fc.boolean(),
    lost: fc.constantFrom(null, "device" as const, "locked" as const),
    demand: fc.constantFrom("required" as const, "optional" as const),
    answered: fc.nat(3),
  });
  fc.assert(
    fc.property(state, ({ answered, ...given }) => {
      const passed = given.has[answered % Math.max(given.has.length, 1)] ?? null;
      const isAsked = given.lost === null && hasFactor(given.has.map(factor));
      // At the end: every step of the plan was done.
      const plan = planOf({ ...given, passed: isAsked ? passed : null });
      assert.equal(plan.at(-1), password);
      assert.equal(plan.includes(verify), isAsked);
      const isOther = isAsked && passed !== null && passed !== "mail-otp";
      const isPerson = given.isProved || plan.includes(identity);
      const isAnything = isAsked || given.lost !== null || given.demand === "required";
      assert.ok(!isAnything || isOther || isPerson);
    }),
  );
});
