import { form, type Scene, stepOf } from "../../flow/index.ts";
import { ok, refuse } from "../../kernel/result.ts";
import { recoveryCodes } from "./plan.ts";
import { learnt, placeIn } from "./scene.ts";
import type { FactorParts, FactorState, WithFactor } from "./types.ts";

type Input = { readonly isLater: boolean; readonly own: unknown };

/** リカバリーコード: shown once, to be kept on paper; 「あとで」 unless there is no mailbox either. */
export const recoveryCodesStep = <State extends WithFactor>(parts: FactorParts<State>) => {
  const { methods, frame } = parts;
  const doorOf = () => methods.named(recoveryCodes).enrol;
  const placeOf = (scene: Scene<State>) => placeIn(parts, scene);
  const keptOf = ({ flow }: Scene<State>): unknown => flow.state.factor.enrolling?.kept;

  return stepOf<State>()({
    name: recoveryCodes,
    secrets: [],
    input: (scene, given) => {
      if (given.later !== undefined)
        return form({ isLater: () => ok(true), own: () => ok<unknown>(null) });
      const read = doorOf().input({ place: placeOf(scene), kept: keptOf(scene), typed: given });
      return (typed) => {
        const own = read(typed);
        return own.ok ? { ok: true, input: { isLater: false, own: own.input } } : own;
      };
    },
    decide: ({ scene, input: { isLater, own } }: { scene: Scene<State>; input: Input }) => {
      const { factor } = scene.flow.state;
      const done = (made: FactorState["made"]) => ({
        kind: "done" as const,
        state: learnt(scene, { enrolling: null, made }),
      });
      if (isLater && factor.person.isMailExempt)
        return { kind: "refuse", errors: { "": refuse("recovery-codes-needed") } };
      if (isLater) return done(factor.made);
      const given = {
        place: placeOf(scene),
        kept: keptOf(scene),
        prepared: undefined,
        loaded: undefined,
      };
      const verdict = doorOf().judge({ ...given, input: own });
      if (verdict.kind === "wrong") return { kind: "refuse", errors: verdict.errors };
      if (verdict.kind === "again") throw new Error("recovery codes are shown once");
      return done([...factor.made, verdict.made]);
    },
    page: (view, shown) => {
      const { scene, action, turn, typed, errors } = shown;
      const given = { place: placeOf(scene), kept: keptOf(scene), looked: undefined };
      const { body, ...page } = doorOf().page(view, { ...given, action, turn, typed, errors });
      return frame(view, { shown, step: recoveryCodes, ...page, children: body });
    },
  });
};
