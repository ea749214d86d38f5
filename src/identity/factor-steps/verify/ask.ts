import type { Change, Decision, Scene } from "../../../flow/index.ts";
import { refuse } from "../../../kernel/result.ts";
import type { Mail } from "../../../mail/index.ts";
import type { Tx } from "../../../platform/database/types.ts";
import { firstAsked, type MethodName, type Methods, type Place } from "../../methods/index.ts";
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

type First = { readonly place: Place; readonly active: MethodName | null };

/**
 * Of what is enrolled, the active one before the others: the first that can be asked just now.
 * @returns null when none can
 */
export const firstQuestion = async (
  methods: Methods,
  tx: Tx,
  { place, active }: First,
): Promise<Put | null> => {
  const { factors, scene } = place;
  const names = [...new Set([firstAsked(active, factors), ...factors.map(({ method }) => method)])];
  for (const name of names.filter((one) => one !== null)) {
    const door = methods.named(name).challenge;
    const asking = { place, minted: door.mint(scene.now), known: await door.know(tx, place) };
    const put = putQuestion(methods, name, asking);
    if (put) return put;
  }
  return null;
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
