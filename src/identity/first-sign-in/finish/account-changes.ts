import type { Change, Scene } from "../../../flow/index.ts";
import { isSameAddress } from "../../../kernel/mail-address.ts";
import type { Instant } from "../../../kernel/time.ts";
import { foldId } from "../../../kernel/width.ts";
import {
  type Account,
  insertAccount,
  keepIssuedId,
  type NewAccount,
  releaseUserIds,
  renewAccount,
  takeUserId,
} from "../../accounts/index.ts";
import type { State } from "../types.ts";

/** The issued ID becomes the account's; another one is taken beside it. */
const idChange = (
  { flow }: Scene<State>,
  { id: accountId, userId: { key } }: NewAccount,
): Change =>
  key === foldId(flow.state.issuedId)
    ? keepIssuedId({ entranceId: flow.entranceId, credentialId: flow.subjectId, accountId })
    : takeUserId({ entranceId: flow.entranceId, key, accountId });

/** When a mail to the address was received: now, or what the account says of the same one. */
export const confirmedAt = (
  { email, isEmailConfirmed }: Pick<NewAccount, "email" | "isEmailConfirmed">,
  renewed: Account | null,
  now: Instant,
): Instant | null => {
  if (isEmailConfirmed) return now;
  const isSame = email !== null && isSameAddress(email, renewed?.email ?? "");
  return isSame ? (renewed?.confirmedAt ?? null) : null;
};

const renewal = (scene: Scene<State>, account: NewAccount, renewed: Account): readonly Change[] => {
  const { memberId, entranceId, isEmailConfirmed, ...kept } = account;
  const { key } = account.userId;
  const { now } = scene;
  const isKept = key === foldId(renewed.userId);
  const isSameEmail = account.email !== null && isSameAddress(account.email, renewed.email ?? "");
  return [
    ...(isKept ? [] : [idChange(scene, account)]),
    releaseUserIds({ entranceId, accountId: account.id, memberId, key }),
    renewAccount(
      {
        ...kept,
        confirmedAt: confirmedAt(account, renewed, now),
        keepsFailure: isSameEmail && !isEmailConfirmed,
      },
      now,
    ),
  ];
};

/** Makes the account, or makes what was chosen its own where a new letter renews it. */
export const accountChanges = (
  scene: Scene<State>,
  account: NewAccount,
  renewed: Account | null,
): readonly Change[] =>
  renewed
    ? renewal(scene, account, renewed)
    : [idChange(scene, account), insertAccount(account, scene.now)];
