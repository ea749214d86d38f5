import {
  type Change,
  endFlowsOf,
  type Flow,
  newFlow,
  type Scene,
  writeFlow,
} from "../../flow/index.ts";
import { isSameAddress } from "../../kernel/mail-address.ts";
import { secondsBetween } from "../../kernel/time.ts";
import { newToken } from "../../platform/crypto/tokens.ts";
import type { Tx } from "../../platform/database/types.ts";
import { TroubleError } from "../../platform/http/trouble.ts";
import type { RequestContext } from "../../platform/http/types.ts";
import { worksUntil } from "../../society/index.ts";
import { memberDid } from "../accounts/index.ts";
import { firstQuestion, noFactorYet, type Put, verify } from "../factor-steps/index.ts";
import { canLose, isFactorLocked, type KnownOwner, knownOwner } from "../methods/index.ts";
import type { Begun } from "../second-factor/index.ts";
import { kind, lifetimeMinutes, path } from "./flow.ts";
import { resetPlan } from "./plan.ts";
import { closedAs } from "./rules.ts";
import { type Standing, standingOf } from "./store.ts";
import type { ResetBeginning, ResetServices, State } from "./types.ts";

type Means = Pick<ResetServices, "secrets" | "methods">;

/** How the way here makes a beginning another one. */
export type Own = {
  /** Of the flow's cookie; without it a new one. */
  readonly token?: { readonly text: string; readonly hash: string };
  /** Of the provisional password that was right. */
  readonly temporaryMac?: string;
};

type Known = { readonly known: KnownOwner; readonly stands: Standing };

const isLockedOut = ({ factorLockedUntil }: Standing, { now }: Pick<RequestContext, "now">) =>
  isFactorLocked({ lockedUntil: factorLockedUntil }, now);

const stateOf = (
  { request, society, ground, isIdentityProved, mailedTo = null }: ResetBeginning,
  { known, stands }: Known,
): State => {
  const { owner, person, factors, passwordChangedAt } = known;
  const isFresh =
    mailedTo !== null && stands.email !== null && isSameAddress(mailedTo, stands.email);
  const isClosed = isLockedOut(stands, request) && canLose(society.policy) && factors.length > 0;
  return {
    owner: { ...owner, email: isFresh ? stands.email : owner.email, isEmailFresh: isFresh },
    mailedTo,
    ground,
    // What replaces the second factor is typed in this very flow.
    isIdentityProved: isIdentityProved && !isClosed,
    lost: isClosed ? "locked" : null,
    factor: { ...noFactorYet, person, factors: isClosed ? [] : factors },
    given: factors,
    passwordChangedAt,
    temporaryMac: null,
    password: null,
    signsOutEverywhere: true,
  };
};

/** Closed from the beginning, with every other reset of this member: its page says why. */
const endAtOnce = (tx: Tx, { memberId, startedAt }: Flow<State>, outcome: string): void =>
  endFlowsOf(tx, { kind, memberId, exceptSubject: null }, { outcome, now: startedAt });

const questionFor = async (
  { methods }: Means,
  tx: Tx,
  { scene, active }: { readonly scene: Scene<State>; readonly active: KnownOwner["active"] },
): Promise<Put | null> => {
  const { owner, factor } = scene.flow.state;
  if (resetPlan(methods, scene.policy, scene.flow.state)[0] !== verify) return null;
  const place = { scene, owner, factors: factor.factors };
  const put = await firstQuestion(methods, tx, { place, active });
  if (!put) throw new TroubleError("busy");
  return put;
};

/** `beginReset`, as the way here makes it another one. */
export const beginOwn = async (
  { secrets, methods }: Means,
  tx: Tx,
  beginning: ResetBeginning & Own,
): Promise<Begun> => {
  const { accountId, memberId, society, request, ground, temporaryMac = null } = beginning;
  const { now } = request;
  const [known, stands] = await Promise.all([knownOwner(tx, beginning), standingOf(tx, accountId)]);
  const expiresAt = worksUntil(society.policy.maintenance, now, { minutes: lifetimeMinutes });
  const begun = newFlow<State>(
    { kind },
    {
      societyId: society.id,
      subjectId: accountId,
      memberId,
      policyVersion: society.version,
      expiresAt,
      state: { ...stateOf(beginning, { known, stands }), temporaryMac },
      request,
    },
  );
  const { state } = begun;
  const isAsked = state.factor.factors.length > 0;
  const closed =
    closedAs(stands) ?? (isAsked && isLockedOut(stands, request) ? "factor-locked" : null);
  const scene: Scene<State> = { flow: begun, society, policy: society.policy, now, request };
  const put = closed ? null : await questionFor({ secrets, methods }, tx, { scene, ...known });
  const factor = { ...state.factor, asked: put?.question ?? null };
  const flow = { ...begun, state: { ...state, factor } };
  const { text, hash } = beginning.token ?? newToken();
  writeFlow(tx, secrets, { flow, tokenHash: hash });
  if (closed) endAtOnce(tx, flow, closed);
  const changes: readonly Change[] = put?.changes ?? [];
  await Promise.all(changes.map((change) => change(tx)));
  const step = resetPlan(methods, society.policy, flow.state)[0];
  return {
    token: text,
    seconds: secondsBetween(now, expiresAt),
    page: closed ? `${path}/ended` : `${path}/${step}`,
    facts: [memberDid("account.reset-begun", { accountId, memberId }, { ground })],
    mails: put?.mails ?? [],
  };
};

/**
 * Begins to choose a new password, in the transaction that used up what led here. The caller
 * remembers it (`rememberFlow(c, resetCookie, begun)`), writes its facts and mails, and leads to its
 * page. Whatever stands against it is told there, and judged once more at its end.
 */
export const beginReset = (means: Means, tx: Tx, beginning: ResetBeginning): Promise<Begun> =>
  beginOwn(means, tx, beginning);
