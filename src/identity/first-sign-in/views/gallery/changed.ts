import type { Policy } from "../../../../society/policy/policy.ts";
import { filledIn } from "./mistakes.ts";
import type { StepState } from "./step-states.ts";

// A society that changed everything at once while somebody registered, and its way back.

const stricter = (policy: Policy): Policy => ({
  ...policy,
  secondFactor: {
    demand: "required",
    requiredOf: ["insured-person", "dependent"],
    methods: ["passkey", "totp"],
    recommended: "passkey",
  },
  firstSignIn: { ...policy.firstSignIn, proof: ["insurer-number", "birth-date"] },
  email: { ...policy.email, atRegistration: "required-verified" },
  userId: {
    ...policy.userId,
    ...{ minLength: 10, maxLength: 20, digitsOnlyMaxLength: 0, symbols: "-_." },
    issuedMayStay: false,
  },
  password: {
    ...policy.password,
    ...{ minLength: 12, needs: ["letter", "digit"], characters: "ascii" },
  },
});

const looser = (policy: Policy): Policy => ({
  ...policy,
  secondFactor: {
    demand: "optional",
    requiredOf: ["insured-person", "dependent"],
    methods: ["passkey", "totp", "mail-otp"],
    recommended: "passkey",
  },
  firstSignIn: { ...policy.firstSignIn, proof: ["birth-date"] },
  email: { ...policy.email, atRegistration: "optional" },
  userId: {
    ...policy.userId,
    ...{ minLength: 8, maxLength: 13, digitsOnlyMaxLength: 12, symbols: "" },
    issuedMayStay: true,
  },
  password: { ...policy.password, minLength: 8, needs: [], characters: "any" },
});

const tooSimple = { userId: "1234567890", password: "harbor82", passwordAgain: "harbor82" };

export type Change = Omit<StepState, "looked"> & {
  /** The policy when the registration began. */
  readonly before: (policy: Policy) => Policy;
  readonly today: (policy: Policy) => Policy;
};

export const policyChanges: readonly Change[] = [
  {
    name: "stricter",
    state: { ja: "決まりが厳しくなった", en: "Stricter rules meanwhile" },
    // What was fine before is told at once.
    typed: { ...filledIn(["insurerNumber", "birthDate", "email"]), ...tooSimple },
    isJudged: true,
    before: looser,
    today: stricter,
  },
  {
    name: "looser",
    state: { ja: "決まりがゆるくなった", en: "Looser rules meanwhile" },
    before: stricter,
    today: looser,
  },
];
