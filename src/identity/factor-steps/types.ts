import type { Child } from "hono/jsx";
import type { Html, Scene, Shown } from "../../flow/index.ts";
import type { FactorId } from "../../kernel/ids.ts";
import type { View } from "../../ui/index.ts";
import type { Factor, Made, Method, MethodName, Methods, Owner, Person } from "../methods/index.ts";

/** A question that was put, and what its method keeps of it. */
export type Question = { readonly method: MethodName; readonly kept: unknown };

/** What a flow has learnt of somebody's second factors. */
export type FactorState = {
  readonly person: Person;
  /** What the account had when the flow began. */
  readonly factors: readonly Factor[];
  /** Open at a sign-in. */
  readonly asked: Question | null;
  /** Which of the account's it was. */
  readonly passed: { readonly factorId: FactorId; readonly method: MethodName } | null;
  /** Open while something is enrolled. */
  readonly enrolling: Question | null;
  /** To be written when the flow ends. */
  readonly made: readonly Made[];
};

export type WithFactor = { readonly factor: FactorState };

/** Before anything was asked. */
export const noFactorYet = {
  asked: null,
  passed: null,
  enrolling: null,
  made: [],
} as const satisfies Partial<FactorState>;

export type Framed<State> = {
  readonly shown: Shown<State>;
  /** Name of the step. */
  readonly step: string;
  readonly title: string;
  readonly head?: Child;
  readonly children: Child;
};

/** What the steps have of the flow that they are part of. */
export type FactorParts<State> = {
  readonly methods: Methods;
  /** Whose factors they are, as far as is known by now. */
  readonly ownerOf: (scene: Scene<State>) => Owner;
  /** Puts the flow's own frame (progress, what was wrong) around a page. */
  readonly frame: (view: View, framed: Framed<State>) => Html;
  /** Of what may be enrolled: only what is enough for this flow. Without it, all. */
  readonly offers?: (scene: Scene<State>, method: Method) => boolean;
  /** Such as `/first-sign-in`. */
  readonly path: string;
};
