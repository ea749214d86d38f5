import type { Policy } from "../../society/policy/policy.ts";
import { enrolmentPlan, verify } from "../factor-steps/index.ts";
import { hasFactor, isDemanded, type Methods, mustEnrol } from "../methods/index.ts";
import type { State } from "./types.ts";

export const identity = "identity";
export const password = "password";

type Known = Pick<State, "isIdentityProved" | "lost" | "factor">;

/**
 * Whether the mailbox would be all that was shown: it received the link, and also the code, or there
 * is nothing else where the policy demands something, or what there is was lost.
 */
const isMailboxAll = (methods: Methods, policy: Policy, { lost, factor }: Known): boolean => {
  if (lost !== null) return true;
  if (hasFactor(factor.factors))
    return factor.passed !== null && methods.named(factor.passed.method).amr === "mail";
  return isDemanded(policy, factor.person);
};

/** What is asked, in order: another thing than the mailbox, and the password last. Pure. */
export const resetPlan = (methods: Methods, policy: Policy, state: Known): readonly string[] => {
  const { factor, lost, isIdentityProved } = state;
  const asksIdentity = !isIdentityProved && isMailboxAll(methods, policy, state);
  return [
    ...(lost === null && hasFactor(factor.factors) ? [verify] : []),
    ...(asksIdentity ? [identity] : []),
    ...(mustEnrol(policy, factor.person, factor.factors) ? enrolmentPlan(factor) : []),
    password,
  ];
};
