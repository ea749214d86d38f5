import { recordFacts } from "../audit/index.ts";
import type { Fact } from "../audit/types.ts";
import { type FlowId, newId } from "../kernel/ids.ts";
import { epochMsOf, type Instant } from "../kernel/time.ts";
import { queueMails } from "../mail/index.ts";
import { hashToken, newToken } from "../platform/crypto/tokens.ts";
import type { Secrets } from "../platform/crypto/types.ts";
import type { Database, Tx } from "../platform/database/types.ts";
import type { RequestContext } from "../platform/http/types.ts";
import type { Policy } from "../society/policy.ts";
import type { Registry, Society } from "../society/types.ts";
import type { FlowDefinition } from "./definition.ts";
import type { FieldRefusals, Typed } from "./form.ts";
import { isReached, nextStep } from "./plan.ts";
import type { AnyStep, Decision, Flow, Scene } from "./step.ts";
import { findFlow, insertFlow, lockFlow, type StoredFlow, saveFlow } from "./store.ts";

export type FlowServices = {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly registry: Registry;
  /** The policy as of a version of the society's document. */
  readonly policyAt: (society: Society, version: number) => Promise<Policy>;
};

/** Where a browser's flow stands. */
export type Standing<State> =
  | { readonly at: "absent" }
  | { readonly at: "ended"; readonly outcome: string; readonly scene: Scene<State> }
  | {
      readonly at: "step";
      readonly step: string;
      readonly scene: Scene<State>;
      readonly plan: readonly string[];
    };

/** What a submitted step led to: errors to show at once, or go and see where the flow stands. */
export type Outcome<State> =
  | { readonly kind: "moved" }
  | { readonly kind: "refused"; readonly errors: FieldRefusals; readonly scene: Scene<State> };

/** `notice`: what a reopened step has to say; gone with the next commit. */
type Kept<State> = { readonly state: State; readonly notice?: Notice };
type Notice = { readonly step: string; readonly errors: FieldRefusals };

const originOf = (request: RequestContext) => ({ requestId: request.id, source: request.source });

const about = (flow: { societyId: string; id: string }) => `flow ${flow.societyId} ${flow.id}`;

const unseal = <State>(secrets: Secrets, stored: StoredFlow) => {
  const kept = JSON.parse(
    secrets.open("flow-state", about(stored), stored.sealedState),
  ) as Kept<State>;
  const { sealedState: _, ...row } = stored;
  return { flow: { ...row, state: kept.state } as Flow<State>, notice: kept.notice };
};

const seal = <State>(secrets: Secrets, flow: Flow<State>, notice?: Notice): StoredFlow => {
  const { state, ...row } = flow;
  const kept: Kept<State> = notice ? { state, notice } : { state };
  return { ...row, sealedState: secrets.seal("flow-state", about(flow), JSON.stringify(kept)) };
};

const sceneOf = async <State>(
  services: FlowServices,
  flow: Flow<State>,
  request: RequestContext,
) => {
  const society = services.registry.society(flow.societyId);
  if (!society) throw new Error("a flow of a society that is not in the registry");
  const policy = await services.policyAt(society, flow.policyVersion);
  return { flow, society, policy, now: request.now, request } satisfies Scene<State>;
};

/** Begins a flow for this browser. @returns the token for its cookie */
export const beginFlow = async <State>(
  services: FlowServices,
  definition: FlowDefinition<State>,
  given: Pick<Flow<State>, "societyId" | "subjectId" | "memberId" | "expiresAt" | "state"> & {
    readonly request: RequestContext;
    readonly policyVersion: number;
    readonly facts: readonly Fact[];
  },
): Promise<string> => {
  const { request, facts, ...start } = given;
  const token = newToken();
  const flow: Flow<State> = {
    ...start,
    id: newId<"flow">(epochMsOf(request.now)) as FlowId,
    kind: definition.kind,
    entranceId: request.entrance.id,
    done: [],
    turn: 1,
    wrong: 0,
    startedAt: request.now,
    endedAt: null,
    outcome: null,
  };
  await services.database.inSociety(flow.societyId, async (tx) => {
    insertFlow(tx, seal(services.secrets, flow), token.hash);
    recordFacts(tx, facts, { origin: originOf(request), at: request.now });
  });
  return token.text;
};

/** Where the flow of this browser stands now. */
export const standing = async <State>(
  services: FlowServices,
  definition: FlowDefinition<State>,
  request: RequestContext,
  token: string | undefined,
): Promise<Standing<State> & { notice?: Notice | undefined }> => {
  if (!token) return { at: "absent" };
  const stored = await findFlow(services.database, {
    entranceId: request.entrance.id,
    tokenHash: hashToken(token),
    kind: definition.kind,
  });
  if (!stored) return { at: "absent" };
  const { flow, notice } = unseal<State>(services.secrets, stored);
  const scene = await sceneOf(services, flow, request);
  if (flow.outcome) return { at: "ended", outcome: flow.outcome, scene };
  if (request.now >= flow.expiresAt) return { at: "ended", outcome: "expired", scene };
  const plan = definition.plan(scene.policy);
  const step = nextStep(plan, flow.done);
  if (!step) throw new Error("a flow with every step done has not ended");
  return { at: "step", step, scene, plan, notice };
};

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
  const { done, turn, outcome, expiresAt } = scene.flow;
  if (outcome !== null || scene.now >= expiresAt || typed.turn !== String(turn)) return false;
  const isOpen = nextStep(plan, done) === step.name;
  return isOpen || (isReached(plan, done, step.name) && definition.revisable.includes(step.name));
};

/** Runs one submitted step: parse, prepare, then everything else in one transaction. */
export const submit = async <State>(
  services: FlowServices,
  definition: FlowDefinition<State>,
  submission: Submission<State>,
): Promise<Outcome<State>> => {
  const { scene, step, typed } = submission;
  if (!isTimely(definition, submission)) return { kind: "moved" };
  const read = step.input(scene)(typed);
  if (!read.ok) return { kind: "refused", errors: read.errors, scene };
  const errors = step.judge?.(scene, read.input) ?? {};
  if (Object.keys(errors).length > 0) return { kind: "refused", errors, scene };
  const prepared = step.prepare ? await step.prepare(scene, read.input) : undefined;
  if (prepared && !prepared.ok) return { kind: "refused", errors: { "": prepared }, scene };
  return services.database.inSociety(scene.flow.societyId, async (tx) => {
    const stored = await lockFlow(tx, scene.flow.id);
    // Another submit was first: it is answered with where the flow stands now.
    if (!stored || stored.turn !== scene.flow.turn) return { kind: "moved" };
    const loaded = step.load ? await step.load(tx, scene, read.input) : undefined;
    const decision = step.decide({ scene, input: read.input, loaded, prepared: prepared?.value });
    return commit({ services, definition, tx, submission, decision });
  });
};

type Commit<State> = {
  readonly services: FlowServices;
  readonly definition: FlowDefinition<State>;
  readonly tx: Tx;
  readonly submission: Submission<State>;
  readonly decision: Decision<State>;
};

const commit = async <State>(given: Commit<State>): Promise<Outcome<State>> => {
  const { services, definition, tx, submission, decision } = given;
  const { scene, step } = submission;
  if (decision.kind === "refuse") return refused(given, decision);
  apply(given, decision);
  if (decision.kind === "end") {
    save(services, tx, ended(scene.flow, decision.outcome, scene.now), scene.now);
    return { kind: "moved" };
  }
  const flow: Flow<State> = {
    ...scene.flow,
    done: [...new Set([...scene.flow.done, step.name])],
    // A passed check forgives what went wrong before it; a step that can be done again does not,
    // or tries could be bought by going back and forth.
    wrong: definition.revisable.includes(step.name) ? scene.flow.wrong : 0,
    state: { ...scene.flow.state, ...decision.state },
  };
  if (nextStep(definition.plan(scene.policy), flow.done) !== null) {
    save(services, tx, flow, scene.now);
    return { kind: "moved" };
  }
  return finish(given, { ...scene, flow });
};

const finish = async <State>(
  given: Commit<State>,
  scene: Scene<State>,
): Promise<Outcome<State>> => {
  const { services, definition, tx, submission } = given;
  const { flow, now, society } = scene;
  const result = await definition.finish(tx, scene, society.policy, submission.token);
  apply(given, result);
  if (result.kind === "reopen") {
    const reopened = {
      ...flow,
      // Steps after the reopened one were done for what it said before.
      done: flow.done.slice(0, flow.done.indexOf(result.step)),
      state: { ...flow.state, ...result.state },
    };
    save(services, tx, reopened, now, { step: result.step, errors: result.errors });
  } else {
    const outcome = result.kind === "complete" ? "complete" : result.outcome;
    const state = (result.kind === "complete" ? (result.state ?? {}) : {}) as State;
    save(services, tx, { ...ended(flow, outcome, now), state }, now);
  }
  return { kind: "moved" };
};

/** A refusal commits too: the wrong try counts, and the last one ends the flow. */
const refused = <State>(
  given: Commit<State>,
  decision: Extract<Decision<State>, { kind: "refuse" }>,
): Outcome<State> => {
  const { services, definition, tx, submission } = given;
  const { scene } = submission;
  apply(given, decision);
  if (!decision.isWrongTry) return { kind: "refused", errors: decision.errors, scene };
  const wrong = scene.flow.wrong + 1;
  const flow = { ...scene.flow, wrong };
  const isLast = wrong >= definition.wrongTries(scene.policy);
  save(services, tx, isLast ? ended(flow, "too-many-tries", scene.now) : flow, scene.now);
  if (isLast) return { kind: "moved" };
  const next = { ...flow, turn: flow.turn + 1 };
  return { kind: "refused", errors: decision.errors, scene: { ...scene, flow: next } };
};

const ended = <State>(flow: Flow<State>, outcome: string, now: Instant): Flow<State> => ({
  ...flow,
  endedAt: now,
  outcome,
  // What was typed is not needed any more, and health data's door keys least of all.
  state: {} as State,
});

const save = <State>(
  services: FlowServices,
  tx: Tx,
  flow: Flow<State>,
  now: Instant,
  notice?: Notice,
) => saveFlow(tx, seal(services.secrets, flow, notice), now);

const apply = <State>(
  { services, tx, submission }: Commit<State>,
  effects: Pick<Decision<State>, "changes" | "facts" | "mails">,
) => {
  const { request, now } = submission.scene;
  for (const change of effects.changes ?? []) change(tx);
  recordFacts(tx, effects.facts ?? [], { origin: originOf(request), at: now });
  queueMails(tx, effects.mails ?? [], { now, secrets: services.secrets });
};
