import type { Refusal } from "../../../kernel/result.ts";
import type { ExitCode, Output } from "../../command.ts";
import { nothingChanged, refuseWith, type Texts } from "../../output/problems.ts";
import { unknown, usageOfAny } from "../refusals.ts";

/** Why nothing is locked or unlocked, and what to do about it. */
export const texts: Texts = {
  "not-registered": () =>
    `この方は、まだ登録していません。ロックするアカウントがありません。お手元の通知を使えなくするには、accounts reissue で新しい通知を発行してください。${nothingChanged}`,
  "locked-already": ({ since = "" }) =>
    `このアカウントは、${since}から、もうロックされています。${nothingChanged}`,
  "nothing-locked": () =>
    `この方のロックはかかっていません。間違いの数も残っていません。ログインできない理由は、accounts show か、画面のお問い合わせ番号で inquiry を実行して確かめてください。${nothingChanged}`,
};

export const refuseLock = (out: Output, refusal: Refusal): ExitCode => {
  const refused = refuseWith(out, { ...usageOfAny, ...unknown, ...texts }, refusal);
  return refusal.code in usageOfAny ? 2 : refused;
};
