import type { Instant } from "../kernel/time.ts";
import type { FlowDefinition } from "./definition.ts";
import type { Typed } from "./form.ts";
import { isReached, nextStep, turnOf } from "./plan.ts";
import type { Notice } from "./sealed.ts";
import type { AnyStep, Decision, Finish, Flow, Scene } from "./step.ts";

export type Submission<State> = {
  readonly scene: Scene<State>;
  readonly step: AnyStep<State>;
  readonly typed: Typed;
  /** The cookie of the browser that began; null for who acts from elsewhere. */
  readonly token: string | null;
};

/** Whether a submit is for the flow as it stands, and not one that was already answered. */
export const isTimely = <State>(
  definition: FlowDefinition<State>,
  { scene, step, typed, token }: Submission<State>,
) => {
  const { done, outcome, expiresAt, state } = scene.flow;
  if (outcome !== null || scene.now >= expiresAt) return false;
  if (token !== null && typed.turn !== turnOf(scene.flow)) return false;
  const plan = definition.plan(scene.policy, state);
  const isOpen = nextStep(plan, done) === step.name;
  return isOpen || (isReached(plan, done, step.name) && definition.revisable.includes(step.name));
};

/** What a flow comes to by one decision; nothing here reads or writes. */
export type Advanced<State> = { readonly flow: Flow<State>; readonly notice?: Notice };

export type Deciding<State> = {
  readonly definition: FlowDefinition<State>;
  readonly scene: Scene<State>;
  readonly step: AnyStep<State>;
  /** What was typed, without secrets. */
  readonly kept: Typed;
};

const ended = <State>(flow: Flow<State>, outcome: string, now: Instant): Flow<State> => ({
  ...flow,
  endedAt: now,
  outcome,
  // What was typed is not needed any more, and health data's door keys least of all.
  state: {} as State,
});

/** The wrong try counts, and the last one ends the flow. */
const refused = <State>(
  { definition, scene, step, kept }: Deciding<State>,
  decision: Extract<Decision<State>, { kind: "refuse" }>,
): Advanced<State> => {
  const wrong = scene.flow.wrong + (decision.isWrongTry ? 1 : 0);
  const flow = { ...scene.flow, wrong };
  const isLast = decision.isWrongTry && wrong >= definition.wrongTries(scene.policy, step.name);
  if (isLast) return { flow: ended(flow, "too-many-tries", scene.now) };
  return { flow, notice: { step: step.name, errors: decision.errors, typed: kept } };
};

const done = <State>(
  { definition, scene, step }: Deciding<State>,
  decision: Extract<Decision<State>, { kind: "done" }>,
): Advanced<State> => {
  const { flow, policy } = scene;
  const state = { ...flow.state, ...decision.state };
  const before = definition.plan(policy, flow.state);
  const later = before.slice(before.indexOf(step.name));
  const isAgain = definition.revisable.includes(step.name);
  // What came after a step that is done again was done for what it said before.
  const kept = flow.done.filter((name) => !isAgain || !later.includes(name));
  const done = onlyPlanned(definition.plan(policy, state), [...kept, step.name]);
  // A passed check forgives what went wrong before it; a step that can be done again does not, or
  // tries could be bought by going back and forth.
  return { flow: { ...flow, state, done, wrong: isAgain ? flow.wrong : 0 } };
};

/**
 * What the plan does not ask any more counts by what is known, and not as done: should that be lost,
 * such as a proved address that is changed, it is asked again.
 */
const onlyPlanned = (plan: readonly string[], done: readonly string[]): readonly string[] =>
  plan.filter((name) => done.includes(name));

/** What a decision makes of the flow; whether that completes the plan, `isComplete` tells. */
export const advance = <State>(
  deciding: Deciding<State>,
  decision: Decision<State>,
): Advanced<State> => {
  const { flow, now } = deciding.scene;
  if (decision.kind === "refuse") return refused(deciding, decision);
  if (decision.kind === "stay")
    return { flow: { ...flow, state: { ...flow.state, ...decision.state } } };
  if (decision.kind === "end") return { flow: ended(flow, decision.outcome, now) };
  return done(deciding, decision);
};

export const isComplete = <State>(
  { definition, scene }: Deciding<State>,
  { flow }: Advanced<State>,
): boolean =>
  flow.outcome === null && nextStep(definition.plan(scene.policy, flow.state), flow.done) === null;

/** Under which policy a flow goes on: led back, under today's. */
export const policyFor = <State>({ flow, policy, society }: Scene<State>, then: Flow<State>) =>
  then.policyVersion === flow.policyVersion ? policy : society.policy;

/** The step that a flow newly got to, with what it looks at; null: it stands where it stood, or ended. */
export const arrivalIn = <State>(
  { definition, scene }: Pick<Deciding<State>, "definition" | "scene">,
  { flow }: Advanced<State>,
): { readonly step: AnyStep<State>; readonly scene: Scene<State> } | null => {
  if (flow.outcome !== null) return null;
  const policy = policyFor(scene, flow);
  const before = nextStep(definition.plan(scene.policy, scene.flow.state), scene.flow.done);
  const name = nextStep(definition.plan(policy, flow.state), flow.done);
  const step = name === before ? undefined : definition.steps.find((one) => one.name === name);
  return step ? { step, scene: { ...scene, flow, policy } } : null;
};

/** Back to the first step that today's policy asks for, naming what is another rule now. */
const reopened = <State>(
  { definition, scene }: Omit<Deciding<State>, "step" | "kept">,
  finish: Pick<Extract<Finish<State>, { kind: "reopen" }>, "step" | "errors" | "state">,
): Advanced<State> => {
  const { society, policy } = scene;
  const state = { ...scene.flow.state, ...finish.state };
  const plan = definition.plan(society.policy, state);
  // The last step completes a flow, and only its own browser may: it is always done once more.
  const undone = [finish.step, plan.at(-1)];
  const kept = scene.flow.done.filter((name) => !undone.includes(name));
  const done = onlyPlanned(plan, kept);
  const flow = { ...scene.flow, done, state, policyVersion: society.version };
  const step = nextStep(plan, done) ?? finish.step;
  const typed =
    definition.steps
      .find(({ name }) => name === step)
      ?.typed?.({ ...scene, flow, policy: society.policy }) ?? {};
  const changed = definition
    .changes(policy, society.policy)
    .filter((change) => plan.includes(change.step) && !done.includes(change.step))
    .map(({ rule }) => rule);
  const errors = step === finish.step ? finish.errors : {};
  return { flow, notice: { step, errors, typed, changed } };
};

/**
 * The judgement of the whole, where every step of its own policy is done. A step that only today's
 * policy asks for is asked now, whatever the rest says.
 */
export const settled = <State>(
  { definition, scene }: Omit<Deciding<State>, "step" | "kept">,
  finish: Finish<State>,
): Finish<State> => {
  if (finish.kind !== "complete") return finish;
  const { flow, society } = scene;
  const missing = nextStep(definition.plan(society.policy, flow.state), flow.done);
  return missing === null ? finish : { kind: "reopen", step: missing, errors: {} };
};

/** What a settled judgement makes of the flow. */
export const conclude = <State>(
  deciding: Omit<Deciding<State>, "step" | "kept">,
  finish: Finish<State>,
): Advanced<State> => {
  const { flow, now } = deciding.scene;
  if (finish.kind === "reopen") return reopened(deciding, finish);
  if (finish.kind === "end") return { flow: ended(flow, finish.outcome, now) };
  return { flow: { ...ended(flow, "complete", now), state: (finish.state ?? {}) as State } };
};
