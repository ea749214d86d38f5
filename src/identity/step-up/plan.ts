import type { Amr } from "../../platform/http/types.ts";
import { enrolmentPlan, madeFactor, verify } from "../factor-steps/index.ts";
import type { MethodName, Methods } from "../methods/index.ts";
import { isEnoughAlone } from "./rules.ts";
import type { State } from "./types.ts";

export const password = "password";

const amrIn = (methods: Methods, name: MethodName | undefined): readonly Amr[] =>
  name === undefined ? [] : [methods.named(name).amr];

/** Whether the question that is open needs no password beside it. */
const isAlone = (methods: Methods, { factor: { asked } }: State): boolean =>
  amrIn(methods, asked?.method).some(isEnoughAlone);

/** What is asked, in order: 「別の方法で認証する」 brings the password before it. */
export const stepUpPlan = (methods: Methods, state: State): readonly string[] => [
  ...(isAlone(methods, state) ? [] : [password]),
  ...(state.factor.factors.length > 0 ? [verify] : []),
  ...(state.isEnrolling ? enrolmentPlan(state.factor) : []),
];

/** By what its owner was known just now. */
export const shownAmr = (methods: Methods, { isPasswordRight, factor }: State): readonly Amr[] => {
  const shown = [factor.passed?.method, madeFactor(factor)?.method];
  const own = shown.flatMap((name) => amrIn(methods, name));
  return [...(isPasswordRight ? (["password"] as const) : []), ...new Set(own)];
};
