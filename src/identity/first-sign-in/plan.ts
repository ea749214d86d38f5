import type { Policy } from "../../society/policy/policy.ts";
import { enrolmentPlan, enrolmentSteps, verify } from "../factor-steps/index.ts";
import { hasFactor, mustEnrol } from "../methods/index.ts";
import { isVerified, ways } from "./flow.ts";
import type { State } from "./types.ts";

// Which steps of its way a first sign-in has, by policy and by what is known.

/**
 * A password that may be guessed does not replace an address on file: whoever wants another one
 * shows first that the mail of the old one reaches them.
 */
const asksOwner = (_: Policy, state: State): boolean =>
  state.isWeak && state.fileAddress !== null && !isVerified(state.fileAddress, state);

/** 認証方法 is asked of whom the policy demands it, where nothing is enrolled that counts. */
export const isEnrolling = (policy: Policy, { factor }: Pick<State, "factor">): boolean =>
  mustEnrol(policy, factor.person, factor.factors);

const enrols = (step: string) => (policy: Policy, state: State) =>
  isEnrolling(policy, state) && enrolmentPlan(state.factor).includes(step);

/** Steps that are not asked of everybody: what is known already is not asked again. */
const isAsked: Readonly<Record<string, (policy: Policy, state: State) => boolean>> = {
  [verify]: (_, { factor }) => hasFactor(factor.factors),
  terms: (_, { termsVersion }) => termsVersion === null,
  "file-address": asksOwner,
  "file-address-check": asksOwner,
  "address-check": ({ email: { atRegistration } }, state) =>
    atRegistration === "required-verified" &&
    state.email !== null &&
    !isVerified(state.email, state),
  "user-id": ({ userId }) => userId.changeable !== "never",
  ...Object.fromEntries(enrolmentSteps.map((step) => [step, enrols(step)])),
};

/** Steps in order, by the policy's way. */
export const plan = (policy: Policy, state: State): readonly string[] =>
  ways[policy.firstSignIn.style].filter((step) => isAsked[step]?.(policy, state) ?? true);
