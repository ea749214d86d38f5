import { errorOf, type Finish, type Scene } from "../../../flow/index.ts";
import { refuse } from "../../../kernel/result.ts";
import { type FactorState, madeFactor, noFactorYet, offeredIn } from "../../factor-steps/index.ts";
import {
  hasFactor,
  hasSpare,
  isFactorLocked,
  type Methods,
  type Place,
} from "../../methods/index.ts";
import { ways } from "../flow.ts";
import { isEnrolling } from "../plan.ts";
import type { LetterStanding } from "../store.ts";
import type { State } from "../types.ts";
import { ownerOf } from "./owner.ts";

type Objection = Omit<Extract<Finish<State>, { kind: "reopen" }>, "kind">;
type Loaded = Pick<LetterStanding, "held" | "factors" | "person">;

/** Whether wrong second factors locked the account, of those that the letter lets stand. */
export const isLockedByFactors = (
  { held, factors }: Loaded,
  { now }: Pick<Scene<State>, "now">,
): boolean => held !== null && hasFactor(factors) && isFactorLocked(held, now);

/** The scene with what the account has enrolled by now; what was shown counts while it is there. */
export const withFactorsNow = (scene: Scene<State>, { factors, person }: Loaded): Scene<State> => {
  const { flow } = scene;
  const before = flow.state.factor;
  const passed = factors.some(({ id }) => id === before.passed?.factorId) ? before.passed : null;
  const factor: FactorState = { ...before, factors, person, passed };
  return { ...scene, flow: { ...flow, state: { ...flow.state, factor } } };
};

/** Where today's policy judges what is enrolled. */
export const placeToday = (scene: Scene<State>): Place => {
  const today = { ...scene, policy: scene.society.policy };
  return { scene: today, owner: ownerOf(today), factors: scene.flow.state.factor.factors };
};

/** What the account has enrolled is shown before it becomes another one. */
export const known = ({ flow }: Scene<State>): Objection | null => {
  const { factors, passed } = flow.state.factor;
  if (!hasFactor(factors) || passed !== null) return null;
  return { step: "verify", errors: { "": refuse("factor-changed") } };
};

const isWithoutCodes = ({ person, made, factors }: FactorState): boolean =>
  person.isMailExempt && !hasSpare([...made, ...factors]);

const undone = (factor: FactorState) => ({ ...factor, enrolling: noFactorYet.enrolling, made: [] });

/** 認証方法: enrolled where today's policy demands it, by what it allows, with nothing left out. */
export const method =
  (methods: Methods) =>
  (scene: Scene<State>): Objection | null => {
    const { factor } = scene.flow.state;
    const { policy } = scene.society;
    const state = { factor: undone(factor) };
    const made = madeFactor(factor);
    if (!isEnrolling(policy, scene.flow.state)) {
      if (factor.made.length === 0) return null;
      const last = ways[policy.firstSignIn.style].at(-1) ?? "";
      return { step: last, errors: { "": refuse("method-not-needed") }, state };
    }
    if (!made) return { step: "method", errors: {}, state };
    if (!offeredIn(methods.all, placeToday(scene)).some(({ name }) => name === made.method))
      return { step: "method", errors: errorOf("method", "method-not-allowed"), state };
    if (isWithoutCodes(factor))
      return { step: "method", errors: errorOf("method", "recovery-codes-needed"), state };
    return null;
  };
