import type { Policy } from "../../society/policy/policy.ts";
import {
  type Factor,
  firstAsked,
  hasFactor,
  isDemanded,
  type MethodName,
  type Person,
  satisfying,
} from "../methods/index.ts";

/** 認証方法 of a member: what may be asked for first, taken away, or not used at all. Pure. */

/** What an account has, and which of it is asked for first. */
export type Enrolled = {
  readonly factors: readonly Factor[];
  readonly active: MethodName | null;
};

export type Whose = { readonly policy: Policy; readonly person: Person };

/** Allowed ones before others, the one that was active before all. */
const activeOf = ({ policy }: Whose, { factors, active }: Enrolled): MethodName | null => {
  const allowed = satisfying(policy, factors);
  return firstAsked(active, allowed) ?? firstAsked(active, factors);
};

export type Removal =
  | { readonly kind: "gone" }
  /** Today's policy asks this person for a second factor, and this is the only one that it takes. */
  | { readonly kind: "last" }
  | {
      readonly kind: "removed";
      readonly removed: readonly Factor[];
      readonly active: MethodName | null;
    };

/**
 * What taking one away comes to. With the last one go the recovery codes, which only stand in for
 * it; they are never taken away alone.
 */
export const judgeRemoval = (whose: Whose, enrolled: Enrolled, id: string): Removal => {
  const target = enrolled.factors.find((one) => one.id === id && one.method !== "recovery-codes");
  if (!target) return { kind: "gone" };
  const left = enrolled.factors.filter((one) => one !== target);
  const { policy, person } = whose;
  const isNeeded = isDemanded(policy, person) && satisfying(policy, [target]).length > 0;
  if (isNeeded && satisfying(policy, left).length === 0) return { kind: "last" };
  if (!hasFactor(left)) return { kind: "removed", removed: [target, ...left], active: null };
  const active = activeOf(whose, { ...enrolled, factors: left });
  return { kind: "removed", removed: [target], active };
};

/** 「使わない」: all of it goes, where nobody asks for it. */
export const judgeOff = ({ policy, person }: Whose, { factors }: Enrolled): Removal => {
  if (!hasFactor(factors)) return { kind: "gone" };
  if (isDemanded(policy, person)) return { kind: "last" };
  return { kind: "removed", removed: factors, active: null };
};

/** Whether a method may be asked for first: it is enrolled, and today's policy allows it. */
export const canActivate = (
  policy: Policy,
  factors: readonly Pick<Factor, "method">[],
  method: string,
): boolean => satisfying(policy, factors).some((one) => one.method === method);
