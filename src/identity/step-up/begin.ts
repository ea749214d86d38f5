import { type Change, newFlow, type Scene, writeFlow } from "../../flow/index.ts";
import { later } from "../../kernel/time.ts";
import { queueMails } from "../../mail/index.ts";
import { newToken } from "../../platform/crypto/tokens.ts";
import type { Tx } from "../../platform/database/types.ts";
import type { RequestContext, Session } from "../../platform/http/types.ts";
import type { Society } from "../../society/index.ts";
import { firstQuestion, noFactorYet } from "../factor-steps/index.ts";
import {
  type Factor,
  type KnownOwner,
  knownOwner,
  type MethodName,
  type Methods,
} from "../methods/index.ts";
import { kind, lifetimeMinutes } from "./flow.ts";
import { type Acr, isEnoughAlone, reachingOf } from "./rules.ts";
import type { State, StepUpServices } from "./types.ts";

export type Beginning = {
  readonly session: Session;
  readonly society: Society;
  readonly request: RequestContext;
  readonly acr: Acr;
  /** A path of this host. */
  readonly continuation: string;
};

const stateOf = (methods: Methods, known: KnownOwner, begin: Beginning): State => {
  const { owner, person, factors, passwordChangedAt } = known;
  const { acr, session, continuation } = begin;
  const fit = reachingOf(factors, acr, ({ method }: Factor) => methods.named(method).amr);
  const isEnrolling = acr !== "single" && fit.length === 0;
  return {
    owner,
    factor: { ...noFactorYet, person, factors: isEnrolling ? factors : fit },
    isPasswordRight: false,
    isEnrolling,
    acr,
    sessionId: session.id,
    passwordChangedAt,
    continuation,
  };
};

type Asking = { readonly scene: Scene<State>; readonly active: MethodName | null };

/** The question of a passkey is put at once; all others wait for the password. */
const askAlone = async (methods: Methods, tx: Tx, { scene, active }: Asking) => {
  const { owner, factor, isEnrolling } = scene.flow.state;
  const alone = factor.factors.filter(({ method }) => isEnoughAlone(methods.named(method).amr));
  if (isEnrolling || alone.length === 0) return null;
  return firstQuestion(methods, tx, { place: { scene, owner, factors: alone }, active });
};

/** Begins to ask again. @returns the token for the flow's cookie */
export const beginStepUp = (
  { database, secrets, methods }: StepUpServices,
  begin: Beginning,
): Promise<string> => {
  const { session, society, request } = begin;
  const { now } = request;
  return database.inSociety(society.id, async (tx) => {
    const known = await knownOwner(tx, session);
    const started = {
      societyId: society.id,
      subjectId: session.accountId,
      memberId: session.memberId,
      policyVersion: society.version,
      expiresAt: later(now, { minutes: lifetimeMinutes }),
      state: stateOf(methods, known, begin),
      request,
    };
    const flow = newFlow<State>({ kind }, started);
    const scene = { flow, society, policy: society.policy, now, request };
    const put = await askAlone(methods, tx, { scene, active: known.active });
    const factor = { ...flow.state.factor, asked: put?.question ?? null };
    const token = newToken();
    const asked = { ...flow, state: { ...flow.state, factor } };
    writeFlow(tx, secrets, { flow: asked, tokenHash: token.hash });
    const changes: readonly Change[] = put?.changes ?? [];
    queueMails(tx, put?.mails ?? [], { now, secrets });
    await Promise.all(changes.map((change) => change(tx)));
    return token.text;
  });
};
