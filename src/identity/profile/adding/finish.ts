import { errorOf, type Finish, type FinishRule, type Scene } from "../../../flow/index.ts";
import { hashToken } from "../../../platform/crypto/tokens.ts";
import {
  addedMails,
  againstMade,
  enrolmentChanges,
  factorChangeMails,
  factorDid,
  factorLabel,
  madeFactor,
} from "../../factor-steps/index.ts";
import {
  activate,
  type Held,
  hasFactor,
  holdFactors,
  isFactorLocked,
  type Methods,
  satisfying,
} from "../../methods/index.ts";
import { renewSession, sessionToken } from "../../sessions/index.ts";
import { acrOf, askedOf, reaches } from "../../step-up/index.ts";
import type { Done } from "../notice.ts";
import type { ProfileServices } from "../types.ts";
import type { State } from "./types.ts";

type Whole = { readonly scene: Scene<State>; readonly held: Held };

/**
 * Whether it is somebody else by now: another session (one that was signed in anew is as good, when
 * it shows as much), another password or address, a lock.
 */
const isOther = ({ scene: { flow, request, now }, held }: Whole): boolean => {
  const { owner, passwordChangedAt } = flow.state;
  const { session } = request;
  if (session?.accountId !== owner.accountId) return true;
  if (!reaches(acrOf(session.amr), askedOf(session))) return true;
  if (held.lockedAt !== null || isFactorLocked(held, now)) return true;
  if (held.passwordChangedAt !== passwordChangedAt) return true;
  if (flow.state.purpose === "codes" && !hasFactor(held.factors)) return true;
  return owner.email !== null && owner.email !== held.email;
};

/** What was enrolled must be allowed today, and not be one too many. */
const objection = ({ scene: { flow, society }, held }: Whole): Finish<State> | null => {
  const { factor } = flow.state;
  const { factors } = held;
  const code = againstMade({ policy: society.policy, factors }, factor.made);
  if (code === null) return null;
  const state = {
    purpose: "any" as const,
    factor: { ...factor, factors, enrolling: null, made: [] },
  };
  return { kind: "reopen", step: "method", errors: errorOf("method", code), state };
};

/** Whether what is active stays so: something was added beside it, and it is allowed today. */
const keepsActive = ({ scene: { flow, society }, held }: Whole): boolean =>
  flow.state.purpose === "any" &&
  satisfying(society.policy, held.factors).some(({ method }) => method === held.active);

/** What becomes of the active one beside what was enrolled, which activates itself. */
const activation = (methods: Methods, whole: Whole) => {
  const { scene, held } = whole;
  const { owner, factor } = scene.flow.state;
  const made = madeFactor(factor);
  const none = { changes: [], facts: [], mails: [] };
  if (!made || made.method === held.active) return none;
  if (keepsActive(whole)) return { ...none, changes: [activate(owner.accountId, held.active)] };
  const facts = [factorDid("factor.activated", owner, { method: made.method })];
  // The first of all is told by the mail that it was added.
  if (held.active === null) return { ...none, facts };
  const { society, now: at } = scene;
  const which = factorLabel(methods, held.language, made);
  return {
    ...none,
    facts,
    mails: factorChangeMails({ what: "active", society, owner, held, which, at }),
  };
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
    const { owner, factor } = scene.flow.state;
    const place = { scene, owner, factors: held.factors };
    const enrolled = enrolmentChanges(methods, { place, made: factor.made });
    const active = activation(methods, { scene, held });
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
