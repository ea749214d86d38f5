import { endOthers, type Finish, type Scene } from "../../../flow/index.ts";
import { type AccountId, newId } from "../../../kernel/ids.ts";
import { initialsOf } from "../../../kernel/initials.ts";
import { isSameAddress } from "../../../kernel/mail-address.ts";
import { epochMsOf } from "../../../kernel/time.ts";
import { foldId } from "../../../kernel/width.ts";
import { insertAccount, keepIssuedId, memberDid, takeUserId } from "../../accounts/index.ts";
import { askToConfirm } from "../../address/index.ts";
import { beginSession } from "../../sessions/index.ts";
import { isVerified } from "../flow.ts";
import { completionMail } from "../mail/completion.ts";
import { otherAddressMail } from "../mail/other-address.ts";
import { useLetter } from "../store.ts";
import type { FirstSignInServices, State } from "../types.ts";
import { sessionToken } from "./tokens.ts";
import { userIdOf } from "./user-id-of.ts";

type Completing = {
  readonly scene: Scene<State>;
  readonly nameKana: string;
  readonly token: string;
};

const accountOf = ({ flow, request, society }: Scene<State>, id: AccountId) => {
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

/** The issued ID becomes the account's; another one is taken beside it. */
const idChange = ({ flow }: Scene<State>, key: string, accountId: AccountId) => {
  const { entranceId, subjectId: credentialId, state } = flow;
  return key === foldId(state.issuedId)
    ? keepIssuedId({ entranceId, credentialId, accountId })
    : takeUserId({ entranceId, key, accountId });
};

/** What the owner of an address on file should hear of, where somebody might have guessed. */
const mailToFile = ({ flow, society }: Scene<State>, initials: string) => {
  const { isWeak, fileAddress, email } = flow.state;
  const isOther = fileAddress !== null && (email === null || !isSameAddress(email, fileAddress));
  if (!isWeak || !isOther) return [];
  return [otherAddressMail({ to: fileAddress, society, memberId: flow.memberId, initials })];
};

/** Every judge has agreed: the account and all that belongs to it. */
export const completed = (
  { secrets }: FirstSignInServices,
  { scene, nameKana, token }: Completing,
): Finish<State> => {
  const { flow, now, request, society } = scene;
  const accountId = newId<"account">(epochMsOf(now));
  const account = accountOf(scene, accountId);
  const { email, isEmailConfirmed } = account;
  const asked =
    email !== null && !isEmailConfirmed ? askToConfirm({ accountId, email, request }) : null;
  const initials = initialsOf(nameKana);
  const others = { outcome: "registered-elsewhere", now };
  const who = { accountId, memberId: flow.memberId };
  return {
    kind: "complete",
    state: { hasMail: asked !== null },
    changes: [
      idChange(scene, account.userId.key, accountId),
      insertAccount(account, now),
      useLetter(flow.subjectId, now),
      beginSession({
        accountId,
        token: sessionToken(secrets, token),
        policy: society.policy.session,
        request,
      }),
      ...(asked ? [asked.change] : []),
      ...(flow.state.signsOutEverywhere ? [endOthers(flow, others)] : []),
    ],
    facts: [
      memberDid("account.registered", who, { policyVersion: society.version }),
      memberDid("account.signed-in", who),
    ],
    mails: [
      ...mailToFile(scene, initials),
      ...(email === null
        ? []
        : [
            completionMail({
              to: email,
              language: request.lang,
              society,
              memberId: flow.memberId,
              initials,
              href: asked?.href ?? null,
            }),
          ]),
    ],
  };
};
