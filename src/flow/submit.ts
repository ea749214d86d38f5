import type { FlowId, SocietyId } from "../kernel/ids.ts";
import { isUniqueViolation } from "../platform/database/failures.ts";
import type { Tx } from "../platform/database/types.ts";
import type { RequestContext } from "../platform/http/types.ts";
import {
  type Advanced,
  advance,
  arrivalIn,
  conclude,
  isComplete,
  isTimely,
  policyFor,
  type Submission,
  settled,
} from "./advance.ts";
import type { FlowDefinition } from "./definition.ts";
import { applyEffects } from "./effects.ts";
import type { FieldRefusals, Typed } from "./form.ts";
import { nextStep } from "./plan.ts";
import { seal } from "./sealed.ts";
import { type FlowServices, opened, sceneOf } from "./standing.ts";
import type { Decision, Effects, Finish } from "./step.ts";
import { findFlowById, lockFlow, saveFlow } from "./store.ts";

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

type Running<State> = {
  readonly services: FlowServices;
  readonly definition: FlowDefinition<State>;
  readonly submission: Submission<State>;
  readonly judged: Judged<State>;
};

/** One transaction: the row is locked, the step decides, everything that it comes to is written. */
const run = <State>(running: Running<State>): Promise<Advanced<State> | null> => {
  const { services, submission, judged } = running;
  const { scene, step } = submission;
  return services.database.inSociety(scene.flow.societyId, async (tx) => {
    const turn = await lockFlow(tx, scene.flow.id);
    // Another submit was first: both are answered with where the flow stands now.
    if (turn !== scene.flow.turn) return null;
    if ("refusal" in judged) return commit(running, tx, judged.refusal);
    const { input, prepared } = judged;
    const loaded = await step.load?.(tx, scene, input);
    return commit(running, tx, step.decide({ scene, input, loaded, prepared }));
  });
};

/**
 * Runs one submitted step. A refusal commits too, with what was typed: every submit is answered by
 * a redirect to where the flow stands, so that the back button never meets an expired form.
 * @returns what was written; null: nothing, for it was answered already, or another was first
 */
export const submit = async <State>(
  services: FlowServices,
  definition: FlowDefinition<State>,
  submission: Submission<State>,
): Promise<Advanced<State> | null> => {
  if (!isTimely(definition, submission)) return null;
  const running = { services, definition, submission, judged: await judge(submission) };
  return run(running).catch((error) => {
    // Somebody else took at this moment what was free: run again, and it is told beside its field.
    if (isUniqueViolation(error, definition.contested)) return run(running);
    throw error;
  });
};

type Elsewhere = {
  readonly societyId: SocietyId;
  readonly flowId: FlowId;
  readonly step: string;
  readonly typed: Typed;
  readonly request: RequestContext;
};

/** A step that is done from another device, such as by a mail's button. It never ends a flow. */
export const submitElsewhere = async <State>(
  services: FlowServices,
  definition: FlowDefinition<State>,
  { societyId, flowId, step: name, typed, request }: Elsewhere,
): Promise<void> => {
  const stored = await findFlowById(services.database, societyId, flowId);
  const step = definition.steps.find((one) => one.name === name);
  if (!stored || !step) return;
  const { flow } = await opened(services, definition, stored);
  const scene = await sceneOf<State>(services, flow, request);
  await submit(services, definition, { scene, step, typed, token: null });
};

const decidingOf = <State>({ definition, submission }: Running<State>) => ({
  definition,
  scene: submission.scene,
  step: submission.step,
  kept: keptOf(submission),
});

const commit = async <State>(
  running: Running<State>,
  tx: Tx,
  decision: Decision<State>,
): Promise<Advanced<State>> => {
  const deciding = decidingOf(running);
  const advanced = advance(deciding, decision);
  if (isComplete(deciding, advanced)) return finish(running, tx, { advanced, decision });
  await apply(running, tx, decision);
  return save(running, tx, await arrived(running, tx, advanced));
};

type Ending<State> = {
  readonly advanced: Advanced<State>;
  /** Of the last step. */
  readonly decision: Decision<State>;
};

const finish = async <State>(
  running: Running<State>,
  tx: Tx,
  { advanced, decision: { changes = [], facts = [], mails = [] } }: Ending<State>,
): Promise<Advanced<State>> => {
  const { definition, submission } = running;
  const { token } = submission;
  if (token === null) throw new Error(`${submission.step.name} ends the flow from elsewhere`);
  const scene = { ...submission.scene, flow: advanced.flow };
  // Sent together, in this order: the end reads what the step has written.
  const [, loaded] = await Promise.all([
    apply(running, tx, { changes }),
    definition.finish.load(tx, scene),
  ]);
  const result: Finish<State> = settled(
    { definition, scene },
    definition.finish.decide({ scene, loaded, token }),
  );
  // What the step has to tell goes with what the end has: one statement.
  const told = [...facts, ...(result.facts ?? [])];
  const sent = [...mails, ...(result.mails ?? [])];
  await apply(running, tx, { changes: result.changes ?? [], facts: told, mails: sent });
  return save(running, tx, await arrived(running, tx, conclude({ definition, scene }, result)));
};

/** The step that the flow gets to may put a question first, or end it. */
const arrived = async <State>(
  running: Running<State>,
  tx: Tx,
  advanced: Advanced<State>,
): Promise<Advanced<State>> => {
  const deciding = decidingOf(running);
  const arrival = arrivalIn(deciding, advanced);
  if (!arrival?.step.arrive) return advanced;
  const decision = await arrival.step.arrive(tx, arrival.scene);
  await apply(running, tx, decision);
  const { flow } = advance({ ...deciding, ...arrival }, decision);
  return flow.outcome === null ? { ...advanced, flow } : { flow };
};

/**
 * Everything that a submit comes to is written here.
 * @throws when the picture of the flow does not show this move: a bug, and nothing is written
 */
const save = <State>(
  { services, definition, submission }: Running<State>,
  tx: Tx,
  advanced: Advanced<State>,
): Advanced<State> => {
  const { flow, notice } = advanced;
  const { scene, step } = submission;
  const policy = policyFor(scene, flow);
  const next = flow.outcome ?? nextStep(definition.plan(policy, flow.state), flow.done);
  const to = notice?.step ?? next;
  if (step.name !== to && !definition.moves[step.name]?.includes(to ?? ""))
    throw new Error(`the flow ${definition.kind} has no move from ${step.name} to ${to}`);
  saveFlow(tx, seal(services.secrets, flow, notice), scene.now);
  return { ...advanced, flow: { ...flow, turn: flow.turn + 1 } };
};

const apply = <State>(
  { services: { secrets }, submission }: Running<State>,
  tx: Tx,
  { changes = [], facts = [], mails = [] }: Effects,
): Promise<void> => {
  const { request, now } = submission.scene;
  return applyEffects(tx, { changes, facts, mails }, { secrets, request, now });
};
