import type { WeaknessReason } from "./policy-rules.ts";

/** Why a dial is marked. */
export const ja = {
  mark: "推奨より弱い設定",
  "one-proof": "本人確認の項目が1つだけです",
  "short-alone": "二段階認証が全員に必須でないときは、15文字以上が推奨です",
  "max-short": "64文字まで使えるのが推奨です",
  composition: "文字の種類は決めず、長さで守るのが推奨です",
  "characters-limited": "使える文字を限らないのが推奨です",
  expiry: "定期的に変えさせないのが推奨です",
  "factor-optional": "二段階認証は必須が推奨です",
  "factor-of-some": "二段階認証は、被保険者にも被扶養者にも必須が推奨です",
  "mail-otp": "メールの番号は、生体認証やアプリより弱い方法です",
  "password-by-mail": "仮パスワードよりリンクが推奨です",
  "self-reset": "認証の機器の再登録は、組合での本人確認が推奨です",
} satisfies Record<WeaknessReason | "mark", string>;

export const en = {
  mark: "weaker than advised",
  "one-proof": "the identity check asks for one thing only",
  "short-alone": "15 or more are advised where not everybody must have a second factor",
  "max-short": "64 or more should be allowed",
  composition: "length protects, kinds of characters do not",
  "characters-limited": "any character should be allowed",
  expiry: "no regular change is advised",
  "factor-optional": "a second factor should be required",
  "factor-of-some": "a second factor should be required of insured persons and dependents alike",
  "mail-otp": "a code by mail is weaker than a passkey or an app",
  "password-by-mail": "a link is advised in place of a provisional password",
  "self-reset": "a new authenticator should need proofing by staff",
} satisfies Record<keyof typeof ja, string>;
