import { type Scene, stepOf } from "../../flow/index.ts";
import { ok } from "../../kernel/result.ts";
import { type Enrolled, hasSpare, type Method, type Verdict } from "../methods/index.ts";
import { enrolmentRefused } from "./facts.ts";
import { enrol as name, recoveryCodes } from "./plan.ts";
import { learnt, placeIn } from "./scene.ts";
import type { FactorParts, FactorState, Question, WithFactor } from "./types.ts";
import { OtherChoice } from "./views/other-choice.tsx";

/** Codes go with what can be lost, once; who has no mailbox has nothing else. */
const wantsCodes = (method: Method, { person, factors }: FactorState): boolean =>
  (method.isLosable || person.isMailExempt) && !hasSpare(factors);

/** The page of a method that enrols something: a first code, a passkey, the mailbox. */
export const enrolStep = <State extends WithFactor>(parts: FactorParts<State>) => {
  const { methods, frame, path } = parts;
  const codesOf = () => methods.named(recoveryCodes).enrol;
  const placeOf = (scene: Scene<State>) => placeIn(parts, scene);
  const questionOf = ({ flow }: Scene<State>): Question => {
    const { enrolling } = flow.state.factor;
    if (!enrolling) throw new Error("nothing was chosen to be enrolled");
    return enrolling;
  };
  const openOf = (scene: Scene<State>) => {
    const { method, kept } = questionOf(scene);
    return { method, kept, door: methods.named(method).enrol, place: placeOf(scene) };
  };

  /** The question of the codes, where they are offered. */
  const askCodes = (scene: Scene<State>, method: Method, minted: unknown): Question | null => {
    if (!wantsCodes(method, scene.flow.state.factor)) return null;
    const asked = codesOf().ask({ place: placeOf(scene), minted, known: undefined });
    if (!asked.ok || !("kept" in asked.value)) throw new Error("recovery codes are always ready");
    return { method: recoveryCodes, kept: asked.value.kept };
  };

  const learntBy = (scene: Scene<State>, verdict: Verdict<unknown, Enrolled>, minted: unknown) => {
    const { method } = questionOf(scene);
    if (verdict.kind === "again") return { enrolling: { method, kept: verdict.kept } };
    if (verdict.kind === "wrong") return {};
    const made = [verdict.made];
    return { made, enrolling: askCodes(scene, methods.named(method), minted) };
  };

  return stepOf<State>()({
    name,
    secrets: [...new Set(methods.all.flatMap(({ enrol }) => enrol.secrets))],
    input: (scene, typed) => {
      const { door, place, kept } = openOf(scene);
      return door.input({ place, kept, typed });
    },
    prepare: async (scene, input) => {
      const { door, place, kept } = openOf(scene);
      const own = await door.prepare({ place, kept, input });
      return own.ok ? ok({ own: own.value, minted: codesOf().mint(scene.now) as unknown }) : own;
    },
    load: (tx, scene, input) => {
      const { door, place, kept } = openOf(scene);
      return door.load(tx, { place, kept, input });
    },
    decide: ({ scene, input, prepared: { own, minted }, loaded }) => {
      const { door, place, kept } = openOf(scene);
      const verdict = door.judge({ place, kept, input, prepared: own, loaded });
      const { changes = [], mails = [] } = verdict;
      if (verdict.kind === "wrong") {
        const { errors, reason } = verdict;
        const { method } = questionOf(scene);
        const by = { owner: place.owner, session: scene.request.session };
        const facts = [enrolmentRefused(by, { method, reason })];
        // There is nothing to guess here; yet each is on record for years: so many, and it ends.
        return { kind: "refuse", errors, isWrongTry: true, changes, facts, mails };
      }
      const state = learnt(scene, learntBy(scene, verdict, minted));
      const kind = verdict.kind === "again" ? "stay" : "done";
      return { kind, state, changes, mails };
    },
    looks: (scene) => openOf(scene).door.look !== undefined,
    look: async (tx, scene) => {
      const { door, place, kept } = openOf(scene);
      return door.look?.(tx, place, kept) as unknown;
    },
    page: (view, shown, looked) => {
      const { door, place, kept } = openOf(shown.scene);
      const { action, turn, typed, errors } = shown;
      const { body, ...page } = door.page(view, {
        place,
        kept,
        action,
        turn,
        typed,
        errors,
        looked,
      });
      const children = (
        <>
          {body}
          <OtherChoice view={view} href={`${path}/method`} />
        </>
      );
      return frame(view, { shown, step: name, ...page, children });
    },
  });
};
