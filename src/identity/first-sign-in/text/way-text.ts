import type { Policy } from "../../../society/policy/policy.ts";
import type { Language } from "../../../society/types.ts";
import { enrolmentSteps } from "../../factor-steps/index.ts";
import { isEnrolling } from "../plan.ts";
import type { State } from "../types.ts";
import { stepsWords } from "./steps-text.ts";

/** Names of the places on the way, and which of them one is at. */
export type Way = { readonly names: readonly string[]; readonly current: number };

type Words = ReturnType<typeof stepsWords>;
type Place = keyof Words["classic"] | keyof Words["new"];

const isOf = (steps: readonly string[]) => (step: string) => steps.includes(step);
const isEnrolment = isOf(enrolmentSteps);

/** The classic pages count as their four; an address is part of the page that asks for it. */
const classicPlace = (step: string): Place => {
  if (isEnrolment(step)) return "method";
  if (step === "address-check") return "details";
  return isOf(["details", "confirm", "completed"])(step) ? (step as Place) : "identity";
};

const newPlace = (step: string): Place => {
  if (isEnrolment(step)) return "method";
  if (step === "verify") return "identity";
  return step.includes("address") ? "address" : (step as Place);
};

const wayIn = (
  names: Readonly<Record<string, string>>,
  place: Place,
  without: readonly Place[],
) => {
  const places = Object.keys(names).filter((one) => !without.includes(one as Place));
  const current = Math.max(0, places.indexOf(place));
  return { names: places.map((one) => names[one] ?? ""), current };
};

/** The way does not change its length while one goes it. */
export const wayOf = (
  lang: Language,
  { policy, state }: { readonly policy: Policy; readonly state: Pick<State, "factor"> },
  step: string,
): Way => {
  const words = stepsWords(lang);
  const unasked: readonly Place[] = isEnrolling(policy, state) ? [] : ["method"];
  if (policy.firstSignIn.style === "classic")
    return wayIn(words.classic, classicPlace(step), unasked);
  const isFixed = policy.userId.changeable === "never";
  return wayIn(words.new, newPlace(step), isFixed ? [...unasked, "user-id"] : unasked);
};

/** The end of the classic way, when what was learnt is forgotten. */
export const wholeClassicWay = (lang: Language, hasEnrolled: boolean): Way =>
  wayIn(stepsWords(lang).classic, "completed", hasEnrolled ? [] : ["method"]);

/** Whether both the user ID and 認証方法 are asked on this way: manual E names the two together. */
export const isSettingIn = (policy: Policy, state: Pick<State, "factor">): boolean =>
  policy.firstSignIn.style === "new" &&
  policy.userId.changeable !== "never" &&
  isEnrolling(policy, state);
