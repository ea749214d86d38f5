import type { PolicyChange } from "../../../flow/index.ts";
import { type Facts, refuse } from "../../../kernel/result.ts";
import type { Policy } from "../../../society/policy/policy.ts";

// What a society may change while somebody registers, told where it is asked once more. Each line:
// which step asks for it, the message, and its facts under a policy; told when the facts differ.

type Rule = {
  readonly steps: readonly string[];
  readonly code: string;
  readonly of: (policy: Policy) => Facts;
};

const rules: readonly Rule[] = [
  {
    steps: ["identity"],
    code: "changed-proof",
    of: ({ firstSignIn: { proof } }) => ({ proof: proof.toSorted().join() }),
  },
  {
    steps: ["details", "address"],
    code: "changed-email-need",
    of: ({ email }) => ({ need: email.atRegistration === "optional" ? "optional" : "required" }),
  },
  {
    steps: ["address-check"],
    code: "changed-email-check",
    of: ({ email }) => ({ checked: String(email.atRegistration === "required-verified") }),
  },
  {
    steps: ["details", "user-id"],
    code: "changed-user-id-length",
    of: ({ userId: { minLength, maxLength } }) => ({ min: minLength, max: maxLength }),
  },
  {
    steps: ["details", "user-id"],
    code: "changed-user-id-digits",
    of: ({ userId }) => ({ max: userId.digitsOnlyMaxLength }),
  },
  {
    steps: ["details", "user-id"],
    code: "changed-user-id-symbols",
    of: ({ userId }) => ({ symbols: userId.symbols }),
  },
  {
    steps: ["user-id"],
    code: "changed-user-id-issued",
    of: ({ userId }) => ({ stays: String(userId.issuedMayStay) }),
  },
  {
    steps: ["method"],
    code: "changed-factor-need",
    of: ({ secondFactor: { demand, requiredOf } }) => ({
      of: demand === "optional" ? "" : requiredOf.toSorted().reverse().join(),
    }),
  },
  {
    steps: ["method"],
    code: "changed-factor-methods",
    of: ({ secondFactor: { methods } }) => ({ methods: methods.toSorted().join() }),
  },
  {
    steps: ["details", "password"],
    code: "changed-password-length",
    of: ({ password: { minLength, maxLength } }) => ({ min: minLength, max: maxLength }),
  },
  {
    steps: ["details", "password"],
    code: "changed-password-needs",
    of: ({ password: { needs } }) => ({ needs: needs.toSorted().join() }),
  },
  {
    steps: ["details", "password"],
    code: "changed-password-characters",
    of: ({ password: { characters } }) => ({ characters }),
  },
];

const differs = (a: Facts, b: Facts) => JSON.stringify(a) !== JSON.stringify(b);

/** What is another rule now, by each step that asks for it; with the facts of today. */
export const changes = (then: Policy, now: Policy): readonly PolicyChange[] =>
  rules
    .filter(({ of }) => differs(of(then), of(now)))
    .flatMap(({ steps, code, of }) => steps.map((step) => ({ step, rule: refuse(code, of(now)) })));
