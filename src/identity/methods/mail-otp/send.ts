import type { Change } from "../../../flow/index.ts";
import type { Mail } from "../../../mail/index.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import { keepCheck, type Minted, resendFrom } from "../../mail-check/index.ts";
import type { Place } from "../method.ts";
import { codeMail } from "./mail.ts";
import { type MailStep, markOf, type Unsent, whyUnsent } from "./rules.ts";
import type { Mailed } from "./store.ts";

/** What a flow keeps while the page waits for a mail: of the code itself, nothing. */
export type Kept = {
  /** Why no mail went when one was last asked for. */
  readonly unsent: Unsent | null;
};

type Sending = {
  readonly secrets: Secrets;
  readonly place: Place;
  readonly step: MailStep;
  readonly minted: Minted;
  readonly mailed: Mailed;
};

type Sent = {
  readonly kept: Kept;
  readonly changes: readonly Change[];
  readonly mails: readonly Mail[];
};

const unsentOf = ({ place: { owner, scene }, mailed: { newest, counts } }: Sending) => {
  const nextFrom = newest && resendFrom(newest);
  return whyUnsent({ email: owner.email, ...counts, nextFrom, now: scene.now });
};

/** One more mail, or why there is none: a sign-in goes on either way, by other means if need be. */
export const send = (sending: Sending): Sent => {
  const { secrets, place, step, minted, mailed } = sending;
  const { scene, owner } = place;
  const { email } = owner;
  const unsent = unsentOf(sending);
  if (unsent !== null || email === null) return { kept: { unsent }, changes: [], mails: [] };
  const { accountId: subjectId } = owner;
  const nth = mailed.counts.inMinute + 1;
  const keeping = { secrets, scene, step, subjectId, email, hasButton: false, nth, minted };
  const { change, codeUntil } = keepCheck(keeping);
  const mail = codeMail({
    to: email,
    language: scene.request.lang,
    society: scene.society,
    owner,
    step,
    minted,
    mark: markOf(scene.now, nth),
    codeUntil,
  });
  return { kept: { unsent: null }, changes: [change], mails: [mail] };
};
