import { originOf, recordFacts } from "../audit/index.ts";
import type { Fact } from "../audit/types.ts";
import { type FlowId, newId, type SocietyId } from "../kernel/ids.ts";
import { epochMsOf } from "../kernel/time.ts";
import { hashToken, newToken } from "../platform/crypto/tokens.ts";
import type { Secrets } from "../platform/crypto/types.ts";
import type { Database, Tx } from "../platform/database/types.ts";
import { TroubleError } from "../platform/http/trouble.ts";
import type { RequestContext } from "../platform/http/types.ts";
import type { Policy } from "../society/policy/policy.ts";
import type { Registry, Society } from "../society/types.ts";
import { type Advanced, policyFor } from "./advance.ts";
import type { FlowDefinition } from "./definition.ts";
import { nextStep } from "./plan.ts";
import { type Notice, seal, unseal } from "./sealed.ts";
import type { Flow, Scene } from "./step.ts";
import { findFlow, findFlowById, insertFlow, type StoredFlow } from "./store.ts";

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

/** What a row keeps, as this version knows it. */
export const opened = async <State>(
  { secrets }: Pick<FlowServices, "secrets">,
  { renewed }: FlowDefinition<State>,
  stored: StoredFlow,
): Promise<{ readonly flow: Flow<State>; readonly notice: Notice | undefined }> => {
  const { flow, notice } = unseal<State>(secrets, stored);
  // What has ended keeps nothing that could be added to.
  return { flow: renewed && flow.outcome === null ? await renewed(flow) : flow, notice };
};

/** A flow with what its steps look at. */
export const sceneOf = async <State>(
  services: FlowServices,
  flow: Flow<State>,
  request: RequestContext,
) => {
  const society = services.registry.society(flow.societyId);
  if (!society) throw new TroubleError("ended");
  const policy = await services.policyAt(society, flow.policyVersion);
  return { flow, society, policy, now: request.now, request } satisfies Scene<State>;
};

type Start<State> = Pick<
  Flow<State>,
  "societyId" | "subjectId" | "memberId" | "expiresAt" | "state"
> & { readonly request: RequestContext; readonly policyVersion: number };

/** A flow that begins now, before anything of it is written. */
export const newFlow = <State>(
  { kind }: Pick<FlowDefinition<State>, "kind">,
  { request, ...start }: Start<State>,
): Flow<State> => ({
  ...start,
  id: newId<"flow">(epochMsOf(request.now)) as FlowId,
  kind,
  entranceId: request.entrance.id,
  done: [],
  turn: 1,
  wrong: 0,
  startedAt: request.now,
  endedAt: null,
  outcome: null,
});

/** Writes what begins, in the caller's transaction. @param tokenHash of its cookie */
export const writeFlow = <State>(
  tx: Tx,
  secrets: Secrets,
  { flow, tokenHash }: { readonly flow: Flow<State>; readonly tokenHash: string },
): void => insertFlow(tx, seal(secrets, flow), tokenHash);

/** Begins a flow for this browser. @returns the token for its cookie */
export const beginFlow = async <State>(
  services: FlowServices,
  definition: FlowDefinition<State>,
  { facts, ...start }: Start<State> & { readonly facts: readonly Fact[] },
): Promise<string> => {
  const { request } = start;
  const token = newToken();
  const flow = newFlow(definition, start);
  await services.database.inSociety(flow.societyId, async (tx) => {
    writeFlow(tx, services.secrets, { flow, tokenHash: token.hash });
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
  return stored ? standingIn(services, definition, { request, stored }) : { at: "absent" };
};

const standingIn = async <State>(
  services: FlowServices,
  definition: FlowDefinition<State>,
  { request, stored }: { readonly request: RequestContext; readonly stored: StoredFlow },
): Promise<Standing<State> & { notice?: Notice | undefined }> => {
  const { flow, notice } = await opened(services, definition, stored);
  return standsAt(definition, await sceneOf(services, flow, request), notice);
};

const standsAt = <State>(
  definition: FlowDefinition<State>,
  scene: Scene<State>,
  notice: Notice | undefined,
): Standing<State> & { notice?: Notice | undefined } => {
  const { flow, now } = scene;
  if (flow.outcome) return { at: "ended", outcome: flow.outcome, scene };
  if (now >= flow.expiresAt) return { at: "ended", outcome: "expired", scene };
  const plan = definition.plan(scene.policy, flow.state);
  const step = nextStep(plan, flow.done);
  if (!step) throw new Error("a flow with every step done has not ended");
  return { at: "step", step, scene, plan, notice };
};

/** The same right after a submit, by what it wrote: the row need not be read again. */
export const standingAfter = <State>(
  definition: FlowDefinition<State>,
  scene: Scene<State>,
  { flow, notice }: Advanced<State>,
): Standing<State> & { notice?: Notice | undefined } =>
  standsAt(definition, { ...scene, flow, policy: policyFor(scene, flow) }, notice);

/** The same for who comes from another device, such as by a mail's button. */
export const standingById = async <State>(
  services: FlowServices,
  definition: FlowDefinition<State>,
  request: RequestContext,
  { societyId, flowId }: { readonly societyId: SocietyId; readonly flowId: FlowId },
): Promise<Standing<State>> => {
  const stored = await findFlowById(services.database, societyId, flowId);
  return stored ? standingIn(services, definition, { request, stored }) : { at: "absent" };
};

type LookedUp = { readonly definition: unknown; readonly stands: unknown };
const ahead = new WeakMap<RequestContext, LookedUp>();

/** `standing`, for who must look before the flow's routes do: those need not look again. */
export const standingAhead = async <State>(
  ...given: Parameters<typeof standing<State>>
): Promise<Standing<State>> => {
  const [, definition, request] = given;
  const stands = await standing(...given);
  ahead.set(request, { definition, stands });
  return stands;
};

/** Where it stands at the beginning of a request: as it was looked up before, once. */
export const standingFirst = <State>(
  ...given: Parameters<typeof standing<State>>
): ReturnType<typeof standing<State>> => {
  const [, definition, request] = given;
  const known = ahead.get(request);
  ahead.delete(request);
  if (known?.definition !== definition) return standing(...given);
  return Promise.resolve(known?.stands as Awaited<ReturnType<typeof standing<State>>>);
};
