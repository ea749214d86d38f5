import type { Change, Scene } from "../../flow/index.ts";
import type { Id } from "../../kernel/ids.ts";
import { type Instant, later } from "../../kernel/time.ts";
import type { Mail } from "../../mail/index.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import { checkMail } from "./mail.ts";
import { codeText, type Minted } from "./mint.ts";
import { type CheckLink, insertCheck } from "./store.ts";

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

type Kept = {
  readonly secrets: Secrets;
  // biome-ignore lint/suspicious/noExplicitAny: whatever else the flow has learnt
  readonly scene: Scene<any>;
  readonly step: string;
  /** Whose mails it is counted with. */
  readonly subjectId: Id<string>;
  readonly email: string;
  readonly hasButton: boolean;
  /** Of its minute's mails, where its subject says which. */
  readonly nth?: number;
  /** Where its button leads, if not into a first sign-in. */
  readonly link?: CheckLink;
  readonly minted: Minted;
};

/** The row of a check, and until when its mail can be used. */
export const keepCheck = ({
  secrets,
  scene: { flow, now, policy },
  step,
  subjectId,
  email,
  hasButton,
  nth = 1,
  link = "check-address",
  minted,
}: Kept): { readonly change: Change; readonly codeUntil: Instant; readonly linkUntil: Instant } => {
  const codeUntil = later(now, { minutes: policy.recovery.codeLifetimeMinutes });
  const linkUntil = later(now, { minutes: policy.recovery.linkLifetimeMinutes });
  const change = insertCheck({
    id: minted.id,
    flowId: flow.id,
    step,
    subjectId,
    entranceId: flow.entranceId,
    email,
    codeMac: secrets.mac("mail-code", codeText(minted.id, minted.code)),
    tokenHash: hasButton ? minted.token.hash : null,
    mailId: minted.mailId,
    sentAt: now,
    codeUntil,
    linkUntil,
    nth,
    link,
  });
  return { change, codeUntil, linkUntil };
};

/** The row of a check and its mail, for the caller's decision. */
export const sendCheck = ({
  isOnFile = false,
  initials,
  ...sending
}: Sending): { readonly changes: readonly Change[]; readonly mails: readonly Mail[] } => {
  const { scene, email, minted } = sending;
  const { flow, now, request, society } = scene;
  const { subjectId } = flow;
  const { change, ...until } = keepCheck({ ...sending, subjectId, hasButton: !isOnFile });
  const mail = checkMail({
    to: email,
    language: request.lang,
    society,
    initials,
    memberId: flow.memberId,
    minted,
    href: isOnFile ? null : `${request.entrance.origin}/check-address/${minted.token.text}`,
    sentAt: now,
    ...until,
  });
  return { changes: [change], mails: [mail] };
};
