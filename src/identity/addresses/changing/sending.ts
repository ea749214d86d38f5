import type { Change, Scene } from "../../../flow/index.ts";
import type { Refusal } from "../../../kernel/result.ts";
import type { Mail } from "../../../mail/index.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import type { Tx } from "../../../platform/database/types.ts";
import {
  type CheckCounts,
  countChecks,
  type KeptCheck,
  keepCheck,
  type Minted,
  newestCheck,
  sendRefused,
} from "../../mail-check/index.ts";
import { checkMail } from "../mail/check.ts";
import { holdWhole } from "../store.ts";
import type { State } from "./types.ts";

/** The step that waits for the mail. */
export const check = "check";

/** The newest mail of this flow to an address. */
export const newestTo = (tx: Tx, { flow }: Scene<State>, email: string) =>
  newestCheck(tx, { flowId: flow.id, step: check, email });

export type Mailed = { readonly newest: KeptCheck | null; readonly counts: CheckCounts };

/** While the account is held: mails are counted over all its browsers. */
export const mailedSoFar = async (
  tx: Tx,
  scene: Scene<State>,
  email: string,
): Promise<Mailed & Pick<Awaited<ReturnType<typeof holdWhole>>, "addresses">> => {
  const { accountId: subjectId } = scene.flow.state;
  const [{ addresses }, counts, newest] = await Promise.all([
    holdWhole(tx, scene.flow.state.accountId),
    countChecks(tx, { subjectId, steps: [check], now: scene.now }),
    newestTo(tx, scene, email),
  ]);
  return { addresses, counts, newest };
};

type Sending = {
  readonly secrets: Secrets;
  readonly scene: Scene<State>;
  readonly email: string;
  readonly minted: Minted;
  readonly mailed: Mailed;
};

type Sent = { readonly changes: readonly Change[]; readonly mails: readonly Mail[] };

/** One more mail with a code and a button, or why there is none. */
export const send = ({ secrets, scene, email, minted, mailed }: Sending): Sent | Refusal => {
  const { flow, now, request, society } = scene;
  const sentToday = mailed.counts.inDay;
  const refused = sendRefused({ sentToday, lastSentAt: mailed.newest?.sentAt ?? null, now });
  if (refused) return refused;
  const { accountId: subjectId, initials, which } = flow.state;
  const link = "change-address" as const;
  const { change, ...until } = keepCheck({
    ...{ secrets, scene, step: check, subjectId, email, hasButton: true, link, minted },
  });
  const mail = checkMail({
    to: email,
    language: request.lang,
    society,
    initials,
    memberId: flow.memberId,
    which,
    minted,
    href: `${request.entrance.origin}/change-address/${minted.token.text}`,
    sentAt: now,
    ...until,
  });
  return { changes: [change], mails: [mail] };
};
