import { type Instant, later } from "../../kernel/time.ts";
import type { Policy } from "../../society/policy/policy.ts";
import type { ChosenMethod, Factor, MethodName, Place } from "./method.ts";

/** 二段階認証: of whom it is asked, what may be used, アカウントロック by wrong ones. */

/** What a policy looks at in a person. */
export type Person = {
  readonly isInsuredPerson: boolean;
  /** Staff exempted this member from an e-mail address. */
  readonly isMailExempt: boolean;
};

/** Whether the policy asks this person for a second factor; else it is offered. */
export const isDemanded = (
  { secondFactor: { demand, requiredOf } }: Pick<Policy, "secondFactor">,
  { isInsuredPerson }: Pick<Person, "isInsuredPerson">,
): boolean =>
  demand === "required" && requiredOf.includes(isInsuredPerson ? "insured-person" : "dependent");

const isSpare = ({ method }: Pick<Factor, "method">) => method === "recovery-codes";

/** What satisfies the policy: recovery codes only stand in for it. */
export const satisfying = <F extends Pick<Factor, "method">>(
  { secondFactor: { methods } }: Pick<Policy, "secondFactor">,
  factors: readonly F[],
): readonly F[] =>
  factors.filter((factor) => !isSpare(factor) && methods.includes(factor.method as ChosenMethod));

/** Enrolled at all, also by what is allowed no more: whoever has something is asked for it. */
export const hasFactor = (factors: readonly Pick<Factor, "method">[]): boolean =>
  factors.some((factor) => !isSpare(factor));

/** Whether somebody must enrol before going on. */
export const mustEnrol = (
  policy: Pick<Policy, "secondFactor">,
  person: Person,
  factors: readonly Pick<Factor, "method">[],
): boolean => isDemanded(policy, person) && satisfying(policy, factors).length === 0;

/** Which one is asked for first: the active one, or another that is there. */
export const firstAsked = (
  active: MethodName | null,
  factors: readonly Factor[],
): MethodName | null => {
  const own = factors.filter((factor) => !isSpare(factor));
  if (own.some(({ method }) => method === active)) return active;
  return own[0]?.method ?? null;
};

/** A set of codes that is used up is there no more than none. */
export const isUsedUp = ({ left }: Pick<Factor, "left">): boolean => left === 0;

/** Whether somebody can be known by something else than this. */
export const hasOthers = (
  factors: readonly Pick<Factor, "method" | "left">[],
  method: MethodName,
): boolean => factors.some((factor) => factor.method !== method && !isUsedUp(factor));

/** 「認証の機器をなくした方」: whether the mail and the fields of 本人確認 are enough to enrol anew. */
export const canLose = ({ recovery }: Pick<Policy, "recovery">): boolean =>
  recovery.lostAuthenticator === "proofed-reset";

/** Whether there is another way on this page, or where who has none goes: themselves, or to the society. */
export type WayOn = "other" | "renew" | "none";

/** Whether what is said here may lead to that. */
export const canRenew = ({ scene: { policy, flow } }: Pick<Place, "scene">): boolean =>
  // Who comes with a new letter goes on with it: no other password is to be had meanwhile.
  canLose(policy) && flow.kind !== "first-sign-in";

export const wayBeside = ({ scene, factors }: Place, method: MethodName): WayOn => {
  if (hasOthers(factors, method)) return "other";
  return canRenew({ scene }) ? "renew" : "none";
};

/** So few リカバリーコード are left that new ones are to be made. */
export const isFew = (left: number): boolean => left <= 3;

/** Whether there is paper to fall back on. */
export const hasSpare = (
  factors: readonly (Pick<Factor, "method"> & Partial<Pick<Factor, "left">>)[],
): boolean => factors.some((factor) => isSpare(factor) && !isUsedUp(factor));

/**
 * Of one method, and then no more. Every sign-in reads and shows them all, and names all passkeys to
 * the browser: without an end, whoever has the session could make an account too heavy to sign in
 * to. Ten are more than anybody carries.
 */
export const mostOfMethod = 10;

export const isFull = (method: MethodName, factors: readonly Pick<Factor, "method">[]): boolean =>
  factors.filter((factor) => factor.method === method).length >= mostOfMethod;

/** Wrong second factors in a row of an account, over all attempts. */
export type FactorCount = { readonly wrong: number; readonly lockedUntil: Instant | null };

export const isFactorLocked = (
  { lockedUntil }: Pick<FactorCount, "lockedUntil">,
  now: Instant,
): boolean => lockedUntil !== null && now < lockedUntil;

const minutesOf = ({ release, minutes, latestHours }: Policy["lock"], nth: number): number => {
  const longest = latestHours * 60;
  return release === "timed" ? Math.min(minutes * 2 ** (nth - 1), longest) : longest;
};

/**
 * What one more wrong one comes to. Each tenth locks, twice as long as the lock before: whoever has
 * the password is left a few guesses a day (NIST SP 800-63B-4 §3.2.2 bounds them), and only a right
 * one begins the row anew.
 * @returns the count, and until when the account is locked if this was one too many
 */
export const afterWrong = (
  { wrong }: Pick<FactorCount, "wrong">,
  { lock }: Pick<Policy, "lock">,
  now: Instant,
): FactorCount => {
  const count = wrong + 1;
  const nth = Math.floor(count / lock.factorTries);
  const isLocking = count % lock.factorTries === 0;
  return {
    wrong: count,
    lockedUntil: isLocking ? later(now, { minutes: minutesOf(lock, nth) }) : null,
  };
};
