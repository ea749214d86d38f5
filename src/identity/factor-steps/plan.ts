import type { Amr } from "../../platform/http/types.ts";
import type { Policy } from "../../society/policy/policy.ts";
import { hasFactor, type Made, type Methods, mustEnrol } from "../methods/index.ts";
import type { FactorState } from "./types.ts";

// 認証方法: which of these steps a flow has, and what a session says of them.

export const verify = "verify";
export const method = "method";
export const enrol = "enrol";
export const recoveryCodes = "recovery-codes";

/** Enrolling, in order. */
export const enrolmentSteps = [method, enrol, recoveryCodes] as const;

/** What was refused so often in one flow ends it, guess or not; guesses count on the account besides. */
export const refusalsOfFlow = 20;

/** Of these steps; undefined: of another one. */
export const factorTries = (step: string): number | undefined =>
  [verify, method, enrol].includes(step) ? refusalsOfFlow : undefined;

const isCodes = (one: Pick<Made, "method">) => one.method === recoveryCodes;

/** What was enrolled and can satisfy a policy. */
export const madeFactor = ({ made }: Pick<FactorState, "made">): Made | undefined =>
  made.find((one) => !isCodes(one));

/** To choose and to enrol; what the choice has done already is not asked. */
export const enrolmentPlan = (state: FactorState): readonly string[] => [
  method,
  ...(madeFactor(state) ? [] : [enrol]),
  ...(state.enrolling?.method === recoveryCodes ? [recoveryCodes] : []),
];

/** After a right password: what is enrolled is asked for, and where the policy wants more, enrolled. */
export const factorPlan = (policy: Policy, state: FactorState): readonly string[] => [
  ...(hasFactor(state.factors) ? [verify] : []),
  ...(mustEnrol(policy, state.person, state.factors) ? enrolmentPlan(state) : []),
];

/** By what somebody was known who came this way with a password. */
export const amrOf = (methods: Methods, state: FactorState): readonly Amr[] => {
  const shown = [state.passed?.method, madeFactor(state)?.method].filter((name) => name != null);
  return ["password", ...new Set(shown.map((name) => methods.named(name).amr))];
};
