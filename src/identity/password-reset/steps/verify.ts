import type { AnyStep, Decision, Scene } from "../../../flow/index.ts";
import { ok } from "../../../kernel/result.ts";
import { noFactorYet } from "../../factor-steps/index.ts";
import { canLose } from "../../methods/index.ts";
import type { State } from "../types.ts";

const lost = { by: "lost" } as const;
const isLost = (input: unknown): boolean => input === lost;

/**
 * What is enrolled does not count from here on: the fields of 本人確認 do, and then enrolling anew. They
 * are typed here, also by who came with a forgotten ID: that page may have been left open.
 */
const giveUp = ({ flow }: Scene<State>): Decision<State> => {
  const { person } = flow.state.factor;
  const factor = { ...noFactorYet, person, factors: [] };
  return { kind: "stay", state: { lost: "device", isIdentityProved: false, factor } };
};

/** As every flow verifies, with a way for 「認証の機器をなくした方」 where the policy has one. */
export const losing = (step: AnyStep<State>): AnyStep<State> => ({
  ...step,
  input: (scene, typed) =>
    typed.lost !== undefined && canLose(scene.policy)
      ? () => ({ ok: true, input: lost })
      : step.input(scene, typed),
  prepare: async (scene, input) =>
    isLost(input) || !step.prepare ? ok(undefined) : step.prepare(scene, input),
  load: async (tx, scene, input) => (isLost(input) ? undefined : step.load?.(tx, scene, input)),
  decide: (given) => (isLost(given.input) ? giveUp(given.scene) : step.decide(given)),
});
