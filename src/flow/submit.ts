import { recordFacts } from "../audit/index.ts";
import type { Instant } from "../kernel/time.ts";
import { queueMails } from "../mail/index.ts";
import type { Tx } from "../platform/database/types.ts";
import type { FlowDefinition } from "./definition.ts";
import type { FieldRefusals, Typed } from "./form.ts";
import { isReached, nextStep, turnOf } from "./plan.ts";
import { type Notice, seal } from "./sealed.ts";
import { type FlowServices, originOf } from "./standing.ts";
import type { AnyStep, Decision, Flow, Scene } from "./step.ts";
import { lockFlow, saveFlow } from "./store.ts";

type Submission<State> = {
  readonly scene: Scene<State>;
  readonly step: AnyStep<State>;
  readonly typed: Typed;
  readonly token: string;
};

/** Whether a submit is for the flow as it stands, and not one that was already answered. */
const isTimely = <State>(
  definition: FlowDefinition<State>,
  { scene, step, typed }: Omit<Submission<State>, "token">,
) => {
  const plan = definition.plan(scene.policy);
  const { done, outcome, expiresAt } = scene.flow;
  if (outcome !== null || scene.now >= expiresAt) return false;
  if (typed.turn !== turnOf(scene.flow)) return false;
  const isOpen = nextStep(plan, done) === step.name;
  return isOpen || (isReached(plan, done, step.name) && definition.revisable.includes(step.name));
};

/** Longer than any field takes: only to bound what is kept of rubbish. */
const longestKept = 500;

const keptOf = <State>({ step, typed }: Submission<State>): Typed => {
  const isSecret = (name: string) => name === "formToken" || step.secrets?.includes(name);
  return Object.fromEntries(
    Object.entries(typed)
      .filter(([name]) => !isSecret(name))
      .map(([name, text]) => [name, text.slice(0, longestKept)]),
  );
};

type Judged<State> =
  | { readonly refusal: Extract<Decision<State>, { kind: "refuse" }> }
  | { readonly input: unknown; readonly prepared: unknown };

/** All that needs no transaction: the form with its rules, slow work. */
const judge = async <State>({ scene, step, typed }: Submission<State>): Promise<Judged<State>> => {
  const refusal = (errors: FieldRefusals) => ({ refusal: { kind: "refuse", errors } }) as const;
  const read = step.input(scene, typed)(typed);
  if (!read.ok) return refusal(read.errors);
  const prepared = await step.prepare?.(scene, read.input);
  if (prepared && !prepared.ok) return refusal({ "": prepared });
  return { input: read.input, prepared: prepared?.value };
};

/**
 * Runs one submitted step. A refusal commits too, with what was typed: every submit is answered by
 * a redirect to where the flow stands, so that the back button never meets an expired form.
 */
export const submit = async <State>(
  services: FlowServices,
  definition: FlowDefinition<State>,
  submission: Submission<State>,
): Promise<void> => {
  const { scene, step } = submission;
  if (!isTimely(definition, submission)) return;
  const judged = await judge(submission);
  await services.database.inSociety(scene.flow.societyId, async (tx) => {
    const stored = await lockFlow(tx, scene.flow.id);
    // Another submit was first: both are answered with where the flow stands now.
    if (!stored || stored.turn !== scene.flow.turn) return;
    const given = { services, definition, tx, submission };
    if ("refusal" in judged) return refused({ ...given, decision: judged.refusal });
    const { input, prepared } = judged;
    const loaded = await step.load?.(tx, scene, input);
    const decision = step.decide({ scene, input, loaded, prepared });
    await commit({ ...given, decision });
  });
};

type Commit<State> = {
  readonly services: FlowServices;
  readonly definition: FlowDefinition<State>;
  readonly tx: Tx;
  readonly submission: Submission<State>;
  readonly decision: Decision<State>;
};

const commit = async <State>(given: Commit<State>): Promise<void> => {
  const { definition, submission, decision } = given;
  const { scene, step } = submission;
  if (decision.kind === "refuse") return refused({ ...given, decision });
  apply(given, decision);
  if (decision.kind === "end")
    return save(given, {
      flow: ended(scene.flow, decision.outcome, scene.now),
      now: scene.now,
    });
  const flow: Flow<State> = {
    ...scene.flow,
    done: [...new Set([...scene.flow.done, step.name])],
    // A passed check forgives what went wrong before it; a step that can be done again does not,
    // or tries could be bought by going back and forth.
    wrong: definition.revisable.includes(step.name) ? scene.flow.wrong : 0,
    state: { ...scene.flow.state, ...decision.state },
  };
  if (nextStep(definition.plan(scene.policy), flow.done) !== null)
    return save(given, { flow, now: scene.now });
  await finish(given, { ...scene, flow });
};

const finish = async <State>(given: Commit<State>, scene: Scene<State>): Promise<void> => {
  const { definition, tx, submission } = given;
  const { flow, now, society } = scene;
  const result = await definition.finish(tx, scene, society.policy, submission.token);
  apply(given, result);
  if (result.kind === "reopen") {
    const { step, errors } = result;
    const typed = definition.steps.find(({ name }) => name === step)?.typed?.(scene) ?? {};
    // Steps after the reopened one were done for what it said before.
    const done = flow.done.slice(0, flow.done.indexOf(step));
    const reopened = { ...flow, done, state: { ...flow.state, ...result.state } };
    return save(given, { flow: reopened, now, notice: { step, errors, typed } });
  }
  const outcome = result.kind === "complete" ? "complete" : result.outcome;
  const state = (result.kind === "complete" ? (result.state ?? {}) : {}) as State;
  save(given, { flow: { ...ended(flow, outcome, now), state }, now });
};

type Refused<State> = Commit<State> & {
  readonly decision: Extract<Decision<State>, { kind: "refuse" }>;
};

/** The wrong try counts, and the last one ends the flow. */
const refused = <State>(given: Refused<State>): void => {
  const { definition, submission, decision } = given;
  const { scene, step } = submission;
  apply(given, decision);
  const wrong = scene.flow.wrong + (decision.isWrongTry ? 1 : 0);
  const flow = { ...scene.flow, wrong };
  const { now } = scene;
  const isLast = decision.isWrongTry && wrong >= definition.wrongTries(scene.policy);
  const notice = { step: step.name, errors: decision.errors, typed: keptOf(submission) };
  const next = isLast ? { flow: ended(flow, "too-many-tries", now), now } : { flow, now, notice };
  save(given, next);
};

const ended = <State>(flow: Flow<State>, outcome: string, now: Instant): Flow<State> => ({
  ...flow,
  endedAt: now,
  outcome,
  // What was typed is not needed any more, and health data's door keys least of all.
  state: {} as State,
});

type Saving<State> = {
  readonly flow: Flow<State>;
  readonly now: Instant;
  readonly notice?: Notice;
};

/**
 * Everything that a submit comes to is written here.
 * @throws when the picture of the flow does not show this move: a bug, and nothing is written
 */
const save = <State>(given: Commit<State>, { flow, now, notice }: Saving<State>): void => {
  const { services, definition, tx, submission } = given;
  const from = submission.step.name;
  const to =
    flow.outcome ?? notice?.step ?? nextStep(definition.plan(submission.scene.policy), flow.done);
  if (from !== to && !definition.moves[from]?.includes(to ?? ""))
    throw new Error(`the flow ${definition.kind} has no move from ${from} to ${to}`);
  saveFlow(tx, seal(services.secrets, flow, notice), now);
};

const apply = <State>(
  { services, tx, submission }: Commit<State>,
  effects: Pick<Decision<State>, "changes" | "facts" | "mails">,
) => {
  const { request, now } = submission.scene;
  for (const change of effects.changes ?? []) change(tx);
  recordFacts(tx, effects.facts ?? [], { origin: originOf(request), at: now });
  queueMails(tx, effects.mails ?? [], { now, secrets: services.secrets });
};
