import type { Fact } from "../../audit/types.ts";
import { type Change, newFlow, type Scene, writeFlow } from "../../flow/index.ts";
import type { AccountId, MemberId } from "../../kernel/ids.ts";
import { later } from "../../kernel/time.ts";
import type { Mail } from "../../mail/index.ts";
import { newToken } from "../../platform/crypto/tokens.ts";
import type { Tx } from "../../platform/database/types.ts";
import { TroubleError } from "../../platform/http/trouble.ts";
import type { RequestContext } from "../../platform/http/types.ts";
import type { Society } from "../../society/index.ts";
import {
  enrolmentSteps,
  factorDid,
  firstQuestion,
  noFactorYet,
  verify,
} from "../factor-steps/index.ts";
import { hasFactor, knownOwner, mustEnrol } from "../methods/index.ts";
import { kind, lifetimeMinutes, path } from "./flow.ts";
import type { SecondFactorServices, State } from "./types.ts";

type Beginning = {
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  readonly society: Society;
  readonly request: RequestContext;
  readonly continuation: string;
};

/** What begins, to be written with the rest of the sign-in. */
export type Begun = {
  readonly token: string;
  readonly seconds: number;
  /** Of the question: to be led there at once saves a browser's way to where the flow stands. */
  readonly page: string;
  readonly facts: readonly Fact[];
  readonly mails: readonly Mail[];
};

/**
 * After a right password, in the transaction that holds the account: what else is asked.
 * @returns null when nothing is: the session may begin
 */
export const beginSecondFactor = async (
  { secrets, methods }: Pick<SecondFactorServices, "secrets" | "methods">,
  tx: Tx,
  { accountId, memberId, society, request, continuation }: Beginning,
): Promise<Begun | null> => {
  const { active, passwordChangedAt, ...known } = await knownOwner(tx, { accountId, memberId });
  const { owner, person, factors } = known;
  const { now } = request;
  const isAsked = hasFactor(factors);
  if (!isAsked && !mustEnrol(society.policy, person, factors)) return null;
  const factor = { ...noFactorYet, person, factors };
  const flow = newFlow<State>(
    { kind },
    {
      societyId: society.id,
      subjectId: accountId,
      memberId,
      policyVersion: society.version,
      expiresAt: later(now, { minutes: lifetimeMinutes }),
      state: { owner, factor, passwordChangedAt, continuation },
      request,
    },
  );
  const scene: Scene<State> = { flow, society, policy: society.policy, now, request };
  const place = { scene, owner, factors };
  const put = isAsked ? await firstQuestion(methods, tx, { place, active }) : null;
  if (isAsked && !put) throw new TroubleError("busy");
  const asked = put ? put.question : null;
  const token = newToken();
  const state = { ...flow.state, factor: { ...factor, asked } };
  writeFlow(tx, secrets, { flow: { ...flow, state }, tokenHash: token.hash });
  const changes: readonly Change[] = put ? put.changes : [];
  await Promise.all(changes.map((change) => change(tx)));
  return {
    token: token.text,
    seconds: lifetimeMinutes * 60,
    page: `${path}/${asked ? verify : enrolmentSteps[0]}`,
    facts: [factorDid("account.password-right", owner, { method: asked?.method ?? "none" })],
    mails: put ? put.mails : [],
  };
};
