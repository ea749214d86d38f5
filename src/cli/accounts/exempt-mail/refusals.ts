import type { Refusal } from "../../../kernel/result.ts";
import type { ExitCode, Output } from "../../command.ts";
import { nothingChanged, refuseWith, type Texts } from "../../output/problems.ts";
import { unknown, usageOfAny } from "../refusals.ts";

/** Why an exemption is neither given nor ended, and what to do about it. */
export const texts: Texts = {
  "already-exempt": ({ since = "" }) =>
    `この方は、${since}から、もうメールアドレスを免除されています。${nothingChanged}`,
  "not-exempt": () => `この方は、メールアドレスを免除されていません。${nothingChanged}`,
  "no-other-method": () =>
    `この組合で使える認証方法はOTPメールだけなので、メールのない方は登録できません。組合の設定 policy.secondFactor.methods に、生体認証(passkey)かOTPアプリ(totp)を加えてから、もう一度実行してください。${nothingChanged}`,
};

export const refuseExemption = (out: Output, refusal: Refusal): ExitCode => {
  const refused = refuseWith(out, { ...usageOfAny, ...unknown, ...texts }, refusal);
  return refusal.code in usageOfAny ? 2 : refused;
};
