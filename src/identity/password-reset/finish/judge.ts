import { errorOf, type Finish, type Scene } from "../../../flow/index.ts";
import { isSameAddress } from "../../../kernel/mail-address.ts";
import { refuse } from "../../../kernel/result.ts";
import { againstMade } from "../../factor-steps/index.ts";
import {
  canLose,
  type Factor,
  type Held,
  isFactorLocked,
  type Made,
  mustEnrol,
} from "../../methods/index.ts";
import { judgeTraits } from "../../passwords/index.ts";
import { isStillShown } from "../../second-factor/index.ts";
import { closedAs } from "../rules.ts";
import type { Standing } from "../store.ts";
import type { State } from "../types.ts";

// What stands at the end of a reset against it: as the account and today's policy are by then. Pure.

export type Whole = {
  readonly scene: Scene<State>;
  readonly held: Held;
  readonly stands: Standing;
  /** Signed in or out at this browser since the reset began: the next one there must not go on with it. */
  readonly hasLeft: boolean;
};

type Objection = Extract<Finish<State>, { kind: "end" | "reopen" }>;

const isOneOf = (address: string, { email, secondEmail }: Standing): boolean =>
  [email, secondEmail].some((own) => own !== null && isSameAddress(own, address));

/** A session since, another password, another address than where the mail was received, another second factor. */
const isOther = ({ scene, held, stands, hasLeft }: Whole): boolean => {
  const { passwordChangedAt, mailedTo, owner, lost, factor } = scene.flow.state;
  if (hasLeft || held.passwordChangedAt !== passwordChangedAt) return true;
  if (mailedTo !== null && !isOneOf(mailedTo, stands)) return true;
  if (owner.email !== null && !isSameAddress(owner.email, stands.email ?? "")) return true;
  return lost === null && !isStillShown(factor, held);
};

/**
 * Wrong second factors elsewhere have locked the account since its own was right here. What was lost goes
 * with the lock; a lock where nothing is enrolled came of wrong passwords, and this is a new one.
 */
const isLockedSince = ({ scene, held, stands }: Whole): boolean =>
  scene.flow.state.lost === null &&
  held.factors.length > 0 &&
  isFactorLocked({ lockedUntil: stands.factorLockedUntil }, scene.now);

/** What of the account's counts on: who lost it begins with nothing. */
export const factorsLeft = ({ scene, held }: Pick<Whole, "scene" | "held">): readonly Factor[] =>
  scene.flow.state.lost === null ? held.factors : [];

/** What was enrolled here and may be today: codes on paper go with what they stand in for. */
export const madeIn = (whole: Whole): readonly Made[] => {
  const { scene } = whole;
  const { made } = scene.flow.state.factor;
  const today = { policy: scene.society.policy, factors: factorsLeft(whole) };
  return againstMade(today, made) === null ? made : [];
};

/** What today's policy wants of 認証方法. */
const enrolment = (whole: Whole): Objection | null => {
  const { flow, society } = whole.scene;
  const { factor } = flow.state;
  const made = madeIn(whole);
  const factors = factorsLeft(whole);
  if (!mustEnrol(society.policy, factor.person, [...factors, ...made])) return null;
  const code = made === factor.made ? "method-needed" : "method-not-allowed";
  const state = { factor: { ...factor, factors, enrolling: null, made: [] } };
  return { kind: "reopen", step: "method", errors: errorOf("method", code), state };
};

/** Lost things are not believed any more without staff: what is enrolled is asked for after all. */
const disbelief = ({ scene }: Whole): Objection | null => {
  const { lost, factor, given } = scene.flow.state;
  if (lost === null || canLose(scene.society.policy)) return null;
  const state = { lost: null, factor: { ...factor, factors: given, enrolling: null, made: [] } };
  return { kind: "reopen", step: "verify", errors: { "": refuse("reset-not-lost") }, state };
};

const password = ({ scene }: Whole): Objection | null => {
  const chosen = scene.flow.state.password;
  if (!chosen) throw new Error("a reset without a password");
  const judged = judgeTraits(chosen.traits, scene.society.policy.password);
  return judged.ok ? null : { kind: "reopen", step: "password", errors: { password: judged } };
};

/** The first thing that stands against the end, or null. */
export const objectionTo = (whole: Whole): Objection | null => {
  const closed = closedAs(whole.stands);
  if (closed) return { kind: "end", outcome: closed };
  if (isOther(whole)) return { kind: "end", outcome: "changed" };
  if (isLockedSince(whole)) return { kind: "end", outcome: "factor-locked" };
  return disbelief(whole) ?? enrolment(whole) ?? password(whole);
};
