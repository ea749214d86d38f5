import { type Form, form, oneOf, type Scene, stepOf, type Typed } from "../../../flow/index.ts";
import { ok } from "../../../kernel/result.ts";
import type { Tx } from "../../../platform/database/types.ts";
import {
  type Held,
  hasFactor,
  holdFactors,
  isUsedUp,
  type MethodName,
  type Place,
} from "../../methods/index.ts";
import { verify } from "../plan.ts";
import { learnt, placeIn } from "../scene.ts";
import type { FactorParts, Question, WithFactor } from "../types.ts";
import { Others } from "../views/others.tsx";
import { arriveAt, closedAs, isClosed } from "./arrive.ts";
import { askOther } from "./ask.ts";
import { judgeAnswer } from "./judge.ts";

type Input =
  | { readonly by: "answer"; readonly answer: unknown }
  /** 「別の方法で認証する」 */
  | { readonly by: "other"; readonly other: MethodName };

type Loaded = {
  readonly held: Held | undefined;
  /** Undefined while the account is locked: nothing is judged then. */
  readonly of: unknown;
};

/** The question that was put when the flow began, or by 「別の方法で認証する」 since. */
const questionOf = <State extends WithFactor>({ flow }: Scene<State>): Question => {
  const { asked } = flow.state.factor;
  if (!asked) throw new Error("a second factor that nobody asked for");
  return asked;
};

/** What else is enrolled and not used up, each method once. */
const othersOf = ({ factors }: Pick<Place, "factors">, { method }: Question) => [
  ...new Set(
    factors
      .filter((one) => !isUsedUp(one))
      .map((one) => one.method)
      .filter((name) => name !== method),
  ),
];

/** 二段階認証 at a sign-in: the question of one method, and its answer judged. */
export const verifyStep = <State extends WithFactor>(parts: FactorParts<State>) => {
  const { methods, ownerOf, frame } = parts;
  const doorOf = (name: MethodName) => methods.named(name).challenge;

  const read = (scene: Scene<State>, given: Typed): Form<Input> => {
    const place = placeIn(parts, scene);
    const question = questionOf(scene);
    const { method, kept } = question;
    if (given.other !== undefined)
      return form({ by: () => ok("other" as const), other: oneOf(othersOf(place, question)) });
    const own = doorOf(method).input({ place, kept, typed: given });
    return (typed) => {
      const answer = own(typed);
      return answer.ok ? { ok: true, input: { by: "answer", answer: answer.input } } : answer;
    };
  };

  const load = async (tx: Tx, scene: Scene<State>, input: Input): Promise<Loaded> => {
    const held = await holdFactors(tx, ownerOf(scene).accountId);
    if (!held || isClosed(held, scene)) return { held, of: undefined };
    const place = { ...placeIn(parts, scene), factors: held.factors };
    const { method, kept } = questionOf(scene);
    const of =
      input.by === "other"
        ? await doorOf(input.other).know(tx, place)
        : await doorOf(method).load(tx, { place, kept, input: input.answer });
    return { held, of };
  };

  return stepOf<State>()({
    name: verify,
    secrets: [...new Set(methods.all.flatMap(({ challenge }) => challenge.secrets))],
    input: read,
    prepare: async (scene, input) => {
      const { method, kept } = questionOf(scene);
      if (input.by === "other") return ok<unknown>(doorOf(input.other).mint(scene.now));
      const place = placeIn(parts, scene);
      return doorOf(method).prepare({ place, kept, input: input.answer });
    },
    load,
    decide: ({ scene, input, loaded: { held, of }, prepared }) => {
      // Locked since, perhaps by others at this moment: nothing is judged, nor told of this answer.
      if (!held || isClosed(held, scene)) return { kind: "end", outcome: closedAs(held) };
      const { factors } = held;
      // All taken away since: nobody could answer, and the plan asks no more.
      if (!hasFactor(factors))
        return { kind: "done", state: learnt(scene, { factors, asked: null }) };
      if (input.by === "other") {
        return askOther(parts, scene, {
          method: input.other,
          factors,
          minted: prepared,
          known: of,
        });
      }
      const judging = { parts, scene, held, question: questionOf(scene) };
      return judgeAnswer(judging, { input: input.answer, prepared, loaded: of });
    },
    arrive: (tx, scene) => arriveAt(parts, tx, scene),
    looks: (scene) => doorOf(questionOf(scene).method).look !== undefined,
    look: async (tx, scene) => {
      const { method, kept } = questionOf(scene);
      return doorOf(method).look?.(tx, placeIn(parts, scene), kept) as unknown;
    },
    page: (view, shown, looked) => {
      const { scene, ...given } = shown;
      const place = placeIn(parts, scene);
      const question = questionOf(scene);
      const { kept, method } = question;
      const { body, ...page } = doorOf(method).page(view, { place, kept, ...given, looked });
      const others = othersOf(place, question).map((name) => methods.named(name));
      const children = (
        <>
          {body}
          <Others view={view} action={given.action} turn={given.turn} others={others} />
        </>
      );
      return frame(view, { shown, step: verify, ...page, children });
    },
  });
};
