import { endOthers, type Finish, type Scene } from "../../../flow/index.ts";
import type { AccountId } from "../../../kernel/ids.ts";
import { type Account, memberDid } from "../../accounts/index.ts";
import { askToConfirm } from "../../address/index.ts";
import { amrOf, factorLabel, madeFactor } from "../../factor-steps/index.ts";
import { beginSession, sessionToken } from "../../sessions/index.ts";
import { isVerified } from "../flow.ts";
import { type LetterStanding, useLetter } from "../store.ts";
import type { FirstSignInServices, State } from "../types.ts";
import { accountChanges, confirmedAt } from "./account-changes.ts";
import { factorEffects } from "./factor-changes.ts";
import { mailsOf } from "./mails.ts";
import { userIdOf } from "./user-id-of.ts";

type Completing = {
  readonly scene: Scene<State>;
  readonly loaded: Pick<LetterStanding, "held" | "factors"> & {
    readonly nameKana: string;
    /** The account that waits for this letter; null: one is made. */
    readonly renewed: Account | null;
  };
  readonly token: string;
};

const chosenAccount = ({ flow, request, society }: Scene<State>, id: AccountId) => {
  const { email, password, termsVersion, wantsUpdateMails } = flow.state;
  if (!password || termsVersion === null) throw new Error("complete without password or terms");
  return {
    id,
    memberId: flow.memberId,
    entranceId: flow.entranceId,
    userId: userIdOf(society.policy, flow.state),
    passwordHash: password.hash,
    email,
    isEmailConfirmed: email !== null && isVerified(email, flow.state),
    wantsUpdateMails,
    language: request.lang,
    termsVersion,
  };
};

/** Every judge has agreed: the account and all that belongs to it. */
export const completed = (
  { secrets, methods }: FirstSignInServices,
  { scene, loaded, token }: Completing,
): Finish<State> => {
  const { flow, now, request, society } = scene;
  const { nameKana, renewed } = loaded;
  const { accountId, factor } = flow.state;
  if (renewed && renewed.id !== accountId) throw new Error("another account than at the beginning");
  const factors = factorEffects(methods, scene, loaded);
  const made = madeFactor(factor);
  const account = chosenAccount(scene, accountId);
  const { email } = account;
  const isAsked = email !== null && confirmedAt(account, renewed, now) === null;
  const asked = isAsked ? askToConfirm({ accountId, email, request }) : null;
  const amr = amrOf(methods, factor);
  const others = { outcome: "registered-elsewhere", now };
  const who = { accountId, memberId: flow.memberId };
  return {
    kind: "complete",
    state: {
      hasMail: asked !== null,
      hasAddress: email !== null,
      hasEnrolled: made !== undefined,
    },
    changes: [
      ...accountChanges(scene, account, renewed),
      ...factors.changes,
      useLetter(flow.subjectId, now),
      beginSession({
        accountId,
        token: sessionToken(secrets, token),
        policy: society.policy.session,
        request,
        amr,
      }),
      ...(asked ? [asked.change] : []),
      ...(flow.state.signsOutEverywhere ? [endOthers(flow, others)] : []),
    ],
    facts: [
      memberDid(renewed ? "account.renewed" : "account.registered", who, {
        policyVersion: society.version,
      }),
      ...factors.facts,
      memberDid("account.signed-in", who, { amr: amr.join(" ") }),
    ],
    mails: [
      ...mailsOf(scene, {
        nameKana,
        renewed,
        href: asked?.href ?? null,
        method: made ? factorLabel(methods, request.lang, made) : null,
      }),
      ...factors.mails,
    ],
  };
};
