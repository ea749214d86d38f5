import { errorOf, form, oneOf, type Scene, stepOf } from "../../flow/index.ts";
import { ok } from "../../kernel/result.ts";
import { type ChosenMethod, isFull, type Method, type Place } from "../methods/index.ts";
import { method as name } from "./plan.ts";
import { learnt, placeIn } from "./scene.ts";
import type { FactorParts, WithFactor } from "./types.ts";
import { MethodPage } from "./views/method-page.tsx";

/**
 * What may be enrolled here and now: allowed, possible, and not there already where one is enough, or
 * as often as may be.
 */
export const offeredIn = (methods: readonly Method[], place: Place): readonly Method[] => {
  const { methods: allowed, recommended } = place.scene.policy.secondFactor;
  const has = (name: string) => place.factors.some(({ method }) => method === name);
  return methods
    .filter((one) => allowed.includes(one.name as ChosenMethod))
    .filter((one) => !(one.isSingle && has(one.name)) && !isFull(one.name, place.factors))
    .filter((one) => one.offer(place))
    .toSorted((a, b) => Number(b.name === recommended) - Number(a.name === recommended));
};

/** 「認証方法」: which one to enrol. Choosing puts its question, or has it done already. */
export const methodStep = <State extends WithFactor>(parts: FactorParts<State>) => {
  const { methods, frame, offers = () => true } = parts;
  const placeOf = (scene: Scene<State>) => placeIn(parts, scene);
  const offered = (scene: Scene<State>) =>
    offeredIn(methods.all, placeOf(scene)).filter((method) => offers(scene, method));
  return stepOf<State>()({
    name,
    input: (scene) => form({ method: oneOf(offered(scene).map((one) => one.name)) }),
    prepare: async ({ now }, { method }) => ok(methods.named(method).enrol.mint(now) as unknown),
    load: (tx, scene, { method }): Promise<unknown> =>
      methods.named(method).enrol.know(tx, placeOf(scene)),
    decide: ({ scene, input: { method }, prepared, loaded }) => {
      const given = { place: placeOf(scene), minted: prepared, known: loaded };
      const asked = methods.named(method).enrol.ask(given);
      if (!asked.ok) return { kind: "refuse", errors: errorOf("method", asked.code, asked.facts) };
      const { changes = [], mails = [] } = asked.value;
      const news =
        "made" in asked.value
          ? { enrolling: null, made: [asked.value.made] }
          : { enrolling: { method, kept: asked.value.kept }, made: [] };
      return { kind: "done", state: learnt(scene, news), changes, mails };
    },
    typed: (scene) => {
      const { enrolling, made } = scene.flow.state.factor;
      const names = offered(scene).map((one): string => one.name);
      const chosen = [enrolling, ...made].find((one) => one && names.includes(one.method));
      return { method: chosen?.method ?? names[0] ?? "" };
    },
    page: (view, shown) => {
      const { scene } = shown;
      const { recommended } = scene.policy.secondFactor;
      const choices = offered(scene).map((one) => ({
        ...one.choice(view.lang, placeOf(scene)),
        recommended: one.name === recommended,
      }));
      const suits = offered(scene).flatMap(({ suits: whom, title }) =>
        whom ? [{ whom: whom(view.lang), title: title(view.lang) }] : [],
      );
      return frame(view, {
        shown,
        step: name,
        ...MethodPage({ view, shown, choices, suits }),
      });
    },
  });
};
