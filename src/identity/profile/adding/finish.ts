import { errorOf, type Finish, type FinishRule, type Scene } from "../../../flow/index.ts";
import { hashToken } from "../../../platform/crypto/tokens.ts";
import { addedMails, againstMade, enrolmentChanges, madeFactor } from "../../factor-steps/index.ts";
import { type Held, hasFactor, holdFactors, isFactorLocked } from "../../methods/index.ts";
import { activation, hasChanged } from "../../second-factor/index.ts";
import { renewSession, sessionToken } from "../../sessions/index.ts";
import { acrOf, askedOf, assurance, isAssured } from "../../step-up/index.ts";
import type { Done } from "../notice.ts";
import type { ProfileServices } from "../types.ts";
import { lifetimeMinutes } from "./flow.ts";
import type { State } from "./types.ts";

type Whole = { readonly scene: Scene<State>; readonly held: Held };

/**
 * Whether it is somebody else by now: another session (one that was signed in anew is as good, when
 * it shows as much), one whose owner was known too long ago, or an account that has changed.
 */
const isOther = ({ scene: { flow, request, society, now }, held }: Whole): boolean => {
  const { owner, purpose } = flow.state;
  const { session } = request;
  if (session?.accountId !== owner.accountId) return true;
  // Fresh when it began; an app may have to be fetched, and a browser is not to be left open for more.
  const withinMinutes = society.policy.session.stepUpMinutes + lifetimeMinutes;
  const needs = { acr: askedOf(session), withinMinutes };
  if (!isAssured(assurance(session), needs, now)) return true;
  if (isFactorLocked(held, now) || hasChanged(flow.state, held)) return true;
  return purpose === "codes" && !hasFactor(held.factors);
};

/** What was enrolled must be allowed today, and not be one too many. */
const objection = ({ scene: { flow, society }, held }: Whole): Finish<State> | null => {
  const { factor } = flow.state;
  const { factors } = held;
  const code = againstMade({ policy: society.policy, factors }, factor.made);
  if (code === null) return null;
  const state = { factor: { ...factor, factors, enrolling: null, made: [] } };
  return { kind: "reopen", step: "method", errors: errorOf("method", code), state };
};

const doneOf = ({ factor }: State): Done => {
  const made = madeFactor(factor);
  if (made) return { what: "added", which: { method: made.method, name: made.name } };
  return { what: factor.made.length > 0 ? "codes-made" : "unchanged" };
};

/**
 * Whoever has just shown the first second factor of an account is not asked for it at the next click:
 * the session has shown it too, and when its owner was known stays as it was.
 */
const renewal = ({ secrets, methods }: ProfileServices, { scene }: Whole, token: string) => {
  const { session } = scene.request;
  const made = madeFactor(scene.flow.state.factor);
  if (!session || !made || acrOf(session.amr) !== "single") return [];
  const { id, provedAt } = session;
  const amr = [...session.amr, methods.named(made.method).amr];
  const tokenHash = hashToken(sessionToken(secrets, token));
  const { entranceId } = scene.flow;
  return [renewSession({ id, entranceId, tokenHash, amr, at: scene.now, provedAt })];
};

/** Everything that was enrolled, in one transaction that holds the account; or nothing of it. */
export const finish = (services: ProfileServices): FinishRule<State, Held | undefined> => ({
  load: (tx, { flow }) => holdFactors(tx, flow.state.owner.accountId),
  decide: ({ scene, loaded: held, token }) => {
    const { methods } = services;
    if (!held || isOther({ scene, held })) return { kind: "end", outcome: "changed" };
    const objected = objection({ scene, held });
    if (objected) return objected;
    const { owner, factor, purpose } = scene.flow.state;
    const place = { scene, owner, factors: held.factors };
    const enrolled = enrolmentChanges(methods, { place, made: factor.made });
    const isBeside = purpose === "any";
    const active = activation(methods, { place, made: factor.made, held, isBeside });
    const renewed = renewal(services, { scene, held }, token);
    return {
      kind: "complete",
      state: { done: doneOf(scene.flow.state), isRenewed: renewed.length > 0 },
      changes: [...enrolled.changes, ...active.changes, ...renewed],
      facts: [...enrolled.facts, ...active.facts],
      mails: [...addedMails(methods, { place, made: factor.made, held }), ...active.mails],
    };
  },
});
