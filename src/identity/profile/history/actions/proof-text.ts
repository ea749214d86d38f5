import { both } from "./both.ts";

/** Of proving who one is: second steps, passkeys, the first sign-in. */
export const proofActions = {
  "factor.activated": both(
    "はじめにお聞きする認証方法が変わりました",
    "Another second step is asked for first",
  ),
  "factor.added": both("認証方法を登録しました", "A second step was added"),
  "factor.removed": both("認証方法を削除しました", "A second step was deleted"),
  "factor.renamed": both("認証方法の名前を変えました", "A second step was renamed"),
  "factor.passed": both("認証方法で、ご本人を確認しました", "Confirmed by a second step"),
  "factor.refused": both(
    "認証方法での確認が、正しくありませんでした",
    "A wrong answer to a second step",
  ),
  "factor.enrolment-refused": both(
    "認証方法の登録が、うまくいきませんでした",
    "A second step could not be added",
  ),
  "passkey.refused": both(
    "パスキーでのログインが、うまくいきませんでした",
    "A sign-in with a passkey was refused",
  ),
  "first-sign-in.begun": both("初回ログインを始めました", "The first sign-in began"),
  "first-sign-in.identity-proved": both(
    "初回ログインで、ご本人を確認しました",
    "Identity was confirmed in the first sign-in",
  ),
  "first-sign-in.identity-wrong": both(
    "初回ログインで、本人確認の内容が違いました",
    "A wrong answer to the identity check of the first sign-in",
  ),
  "first-sign-in.terms-declined": both(
    "利用規約に同意せず、初回ログインを終えました",
    "The first sign-in ended without agreeing to the terms",
  ),
  "first-sign-in.address-checked": both(
    "初回ログインで、メールアドレスを確認しました",
    "The e-mail address was confirmed in the first sign-in",
  ),
  "first-sign-in.file-address-asked": both(
    "初回ログインで、組合に届いているアドレスにメールを送りました",
    "In the first sign-in a mail went to the address that your society has",
  ),
  "first-sign-in.taken-id-told": both(
    "初回ログインで、使われているユーザIDが選ばれました",
    "A user ID that is taken was chosen in the first sign-in",
  ),
};
