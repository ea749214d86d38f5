import { originOf, recordFacts } from "../../../audit/index.ts";
import type { Change } from "../../../flow/index.ts";
import { isSameAddress } from "../../../kernel/mail-address.ts";
import { type Mail, queueMails } from "../../../mail/index.ts";
import { nobodysHash } from "../../../platform/crypto/passwords.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { RequestContext } from "../../../platform/http/types.ts";
import type { Society } from "../../../society/index.ts";
import { memberDid } from "../../accounts/index.ts";
import {
  activate,
  deleteFactor,
  forgetWrong,
  holdFactors,
  type Methods,
} from "../../methods/index.ts";
import { endSessionsOf } from "../../sessions/index.ts";
import { undoneMail } from "../mail/undone.ts";
import { type ChangeId, judgeUndo, suspectSince, type Undoing } from "../rules.ts";
import { type KeptChange, lockChange, type Whole, wholeOf } from "../store.ts";
import type { AddressesServices } from "../types.ts";
import { keptFactors } from "./rules.ts";
import { undoChange } from "./store.ts";

type Pressing = {
  readonly society: Society;
  readonly id: ChangeId;
  readonly request: RequestContext;
};

/** What was enrolled around the change, or after it, is nobody's to sign in with. */
const suspectsGone = async (tx: Tx, methods: Methods, change: KeptChange) => {
  const { accountId } = change;
  const held = await holdFactors(tx, accountId);
  if (!held) return 0;
  const { gone, active } = keptFactors(held, suspectSince(change));
  const changes: readonly Change[] = gone.flatMap(({ id, method }) => [
    ...methods.named(method).remove(id),
    deleteFactor(id),
  ]);
  const last = active === null ? [forgetWrong(accountId)] : [];
  const all = gone.length > 0 ? [...changes, activate(accountId, active), ...last] : [];
  await Promise.all(all.map((one) => one(tx)));
  return gone.length;
};

type Telling = {
  readonly pressing: Pressing;
  readonly change: KeptChange;
  readonly whole: Whole;
};

/** To the address that is back, and to each that was there. */
const mailsOf = ({ pressing: { society, request }, change, whole }: Telling): readonly Mail[] => {
  const { memberId, former, current } = change;
  const { initials, language } = whole;
  const { now: at, entrance } = request;
  const href = `${entrance.origin}/forgot-password`;
  const about = { society, memberId, initials, language, at, href };
  const back = [former.email, former.second].filter((one) => one !== null);
  const went = [current.email, current.second]
    .filter((one) => one !== null)
    .filter((one) => !back.some((kept) => isSameAddress(kept, one)));
  return [
    undoneMail({ ...about, to: former.email, isRestored: true }),
    ...went.map((to) => undoneMail({ ...about, to, isRestored: false })),
  ];
};

/**
 * 「この変更を取り消す」: the addresses of before are back, every session ends, the password is nobody's,
 * and what was enrolled by that session is gone; in one transaction that holds the account.
 */
export const pressUndo = async (
  services: AddressesServices,
  pressing: Pressing,
): Promise<Undoing | "invalid"> => {
  const { society, id, request } = pressing;
  return services.database.inSociety(society.id, async (tx) => {
    const change = await lockChange(tx, id);
    if (!change) return "invalid";
    const judged = judgeUndo(change, request.now);
    if (judged !== "open") return judged;
    const { accountId, memberId } = change;
    const whole = await wholeOf(tx, accountId);
    undoChange(tx, { change, nobodysHash: nobodysHash(), now: request.now });
    const sessions = await endSessionsOf(tx, accountId, request.now);
    const factors = await suspectsGone(tx, services.methods, change);
    const details = { sessions, factors };
    recordFacts(
      tx,
      [memberDid("account.address-change-undone", { accountId, memberId }, details)],
      {
        origin: originOf(request),
        at: request.now,
      },
    );
    const mails = mailsOf({ pressing, change, whole });
    queueMails(tx, mails, { now: request.now, secrets: services.secrets });
    return "done";
  });
};
