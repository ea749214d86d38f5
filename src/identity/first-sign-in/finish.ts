import { errorOf, type Finish, type Scene } from "../../flow/index.ts";
import { type AccountId, newId } from "../../kernel/ids.ts";
import { epochMsOf, todayInTokyo } from "../../kernel/time.ts";
import type { Tx } from "../../platform/database/types.ts";
import type { Policy } from "../../society/index.ts";
import { insertAccount, memberDid, takeUserId } from "../accounts/index.ts";
import { askToConfirm } from "../address/index.ts";
import { judgeTraits } from "../passwords/index.ts";
import { beginSession } from "../sessions/index.ts";
import { judgeUserId } from "../user-ids/index.ts";
import { completionMail } from "./mail/completion.ts";
import { emailMissing, endOf, refusalsOf } from "./rules.ts";
import { lockLetter, useLetter } from "./store.ts";
import type { Details, State } from "./types.ts";

type Finishing = {
  readonly tx: Tx;
  readonly scene: Scene<State>;
  readonly today: Policy;
  readonly sessionToken: string;
};

/** What of the details today's policy refuses, by field: the flow keeps an older one. */
const refusedToday = ({ scene, today }: Finishing, details: Details) =>
  refusalsOf(
    ["userId", judgeUserId(details.userId.shown, today.userId, scene.flow.state.issuedId)],
    ["password", judgeTraits(details.passwordTraits, today.password)],
    ["email", emailMissing(details.email, today.email)],
  );

const reopen = (errors: ReturnType<typeof refusedToday>) =>
  ({ kind: "reopen", step: "details", errors }) as const;

const complete = (finishing: Finishing, details: Details, accountId: AccountId): Finish<State> => {
  const { scene, today, sessionToken } = finishing;
  const { flow, now, request, society } = scene;
  const who = { accountId, memberId: flow.memberId };
  const confirmation = details.email
    ? askToConfirm({ accountId, email: details.email, request })
    : null;
  const account = {
    id: accountId,
    memberId: flow.memberId,
    entranceId: flow.entranceId,
    userId: details.userId,
    passwordHash: details.passwordHash,
    email: details.email,
    wantsUpdateMails: details.wantsUpdateMails,
    language: request.lang,
    termsVersion: flow.state.termsVersion ?? "",
  };
  const session = beginSession({
    accountId,
    token: sessionToken,
    policy: today.session,
    request,
  });
  return {
    kind: "complete",
    state: { hasMail: confirmation !== null },
    changes: [
      insertAccount(account, now),
      useLetter(flow.subjectId, now),
      session,
      ...(confirmation ? [confirmation.change] : []),
    ],
    facts: [
      memberDid("account.registered", who, { policyVersion: society.version }),
      memberDid("account.signed-in", who),
    ],
    mails:
      confirmation && details.email
        ? [
            completionMail({
              to: details.email,
              language: request.lang,
              society,
              href: confirmation.href,
            }),
          ]
        : [],
  };
};

/**
 * What a first sign-in comes to, in one transaction: the account, the consent, the used letter, the
 * session, the facts and the mail, or nothing of it.
 */
export const finish = async (finishing: Finishing): Promise<Finish<State>> => {
  const { tx, scene } = finishing;
  const { flow, now } = scene;
  const standing = await lockLetter(tx, flow.subjectId, flow.memberId);
  const end = endOf(standing, todayInTokyo(now));
  if (end) return { kind: "end", outcome: end };
  const { details } = flow.state;
  if (!details) throw new Error("the plan is done, but there are no details");
  const errors = refusedToday(finishing, details);
  if (Object.keys(errors).length > 0) return reopen(errors);
  const accountId = newId<"account">(epochMsOf(now));
  const isFree = await takeUserId(tx, {
    key: details.userId.key,
    entranceId: flow.entranceId,
    accountId,
  });
  if (!isFree) return reopen(errorOf("userId", "user-id-taken"));
  return complete(finishing, details, accountId);
};
