import type { Change, Scene } from "../../flow/index.ts";
import { later } from "../../kernel/time.ts";
import type { Mail } from "../../mail/index.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import { checkMail } from "./mail.ts";
import { codeText, type Minted } from "./mint.ts";
import { insertCheck } from "./store.ts";

type Sending = {
  readonly secrets: Secrets;
  // biome-ignore lint/suspicious/noExplicitAny: whatever else the flow has learnt
  readonly scene: Scene<any>;
  /** The step that waits for it. */
  readonly step: string;
  readonly email: string;
  /** The society's own address of this person: only the code proves it, typed by who has it. */
  readonly isOnFile?: boolean;
  readonly initials: string;
  readonly minted: Minted;
};

/** The row of a check and its mail, for the caller's decision. */
export const sendCheck = ({
  secrets,
  scene,
  step,
  email,
  isOnFile = false,
  initials,
  minted,
}: Sending): { readonly changes: readonly Change[]; readonly mails: readonly Mail[] } => {
  const { flow, now, policy, request, society } = scene;
  const codeUntil = later(now, { minutes: policy.recovery.codeLifetimeMinutes });
  const linkUntil = later(now, { minutes: policy.recovery.linkLifetimeMinutes });
  const check = {
    id: minted.id,
    flowId: flow.id,
    step,
    subjectId: flow.subjectId,
    entranceId: flow.entranceId,
    email,
    codeMac: secrets.mac("mail-code", codeText(minted.id, minted.code)),
    tokenHash: isOnFile ? null : minted.token.hash,
    mailId: minted.mailId,
    sentAt: now,
    codeUntil,
    linkUntil,
  };
  const mail = checkMail({
    to: email,
    language: request.lang,
    society,
    initials,
    memberId: flow.memberId,
    minted,
    href: isOnFile ? null : `${request.entrance.origin}/check-address/${minted.token.text}`,
    sentAt: now,
    codeUntil,
    linkUntil,
  });
  return { changes: [insertCheck(check)], mails: [mail] };
};
