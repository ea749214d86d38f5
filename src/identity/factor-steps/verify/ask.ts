import type { Change, Decision, Scene } from "../../../flow/index.ts";
import { refuse } from "../../../kernel/result.ts";
import type { Mail } from "../../../mail/index.ts";
import type { MethodName, Methods, Place } from "../../methods/index.ts";
import { learnt, placeIn } from "../scene.ts";
import type { FactorParts, Question, WithFactor } from "../types.ts";

type Asking = {
  readonly place: Place;
  readonly minted: unknown;
  readonly known: unknown;
};

export type Put = {
  readonly question: Question;
  readonly changes: readonly Change[];
  readonly mails: readonly Mail[];
};

/** Puts the question of a method that is enrolled; null: it cannot be put just now. */
export const putQuestion = (methods: Methods, method: MethodName, asking: Asking): Put | null => {
  const asked = methods.named(method).challenge.ask(asking);
  if (!asked.ok) return null;
  if (!("kept" in asked.value)) throw new Error(`${method} asks nothing at a sign-in`);
  const { kept, changes = [], mails = [] } = asked.value;
  return { question: { method, kept }, changes, mails };
};

type Other = Pick<Asking, "minted" | "known"> & {
  readonly method: MethodName;
  /** As they are now. */
  readonly factors: Place["factors"];
};

/** 「別の方法で認証する」 */
export const askOther = <State extends WithFactor>(
  parts: FactorParts<State>,
  scene: Scene<State>,
  { method, factors, ...asking }: Other,
): Decision<State> => {
  const gone = { kind: "refuse", errors: { "": refuse("factor-gone") } } as const;
  if (!factors.some((one) => one.method === method)) return gone;
  const place = { ...placeIn(parts, scene), factors };
  const put = putQuestion(parts.methods, method, { place, ...asking });
  if (!put) return gone;
  const { question, changes, mails } = put;
  return { kind: "stay", state: learnt(scene, { asked: question }), changes, mails };
};
