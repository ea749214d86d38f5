import type { InBoth } from "../../../society/types.ts";

const both = (ja: string, en: string): InBoth => ({ ja, en });

/**
 * What was done, for the one whose data it is. A test compares with the actions that the product
 * writes; one that is not here reads as `someAction`.
 */
export const actionWords: Readonly<Record<string, InBoth>> = {
  "account.registered": both("本登録が済みました", "You registered"),
  "account.renewed": both(
    "新しいご案内で、登録し直しました",
    "You registered anew with a new letter",
  ),
  "account.reissued": both("新しいご案内が発行されました", "A new letter was issued for you"),
  "account.signed-in": both("ログインしました", "Signed in"),
  "account.signed-out": both("ログアウトしました", "Signed out"),
  "account.password-right": both(
    "正しいパスワードが入力されました",
    "The right password was typed",
  ),
  "account.password-locked": both(
    "パスワードの間違いが続き、ログインを一時的に止めました",
    "Signing in was paused after several wrong passwords",
  ),
  "account.locked": both(
    "組合の職員が、ログインを止めました",
    "Your society stopped signing in to your account",
  ),
  "account.unlocked": both(
    "組合の職員が、ログインのロックを解除しました",
    "Your society lifted the lock of your account",
  ),
  "account.looked-at": both(
    "お問い合わせなどのために、登録の状況を確認しました",
    "Looked at how your account stands, such as for your inquiry",
  ),
  "account.factor-locked": both(
    "確認の間違いが続き、ログインを一時的に止めました",
    "Signing in was paused after several wrong answers",
  ),
  "recovery.asked": both(
    "IDやパスワードを忘れたときの手続きが、申し込まれました",
    "Somebody asked for your ID or for a new password",
  ),
  "recovery.id-shown": both(
    "メールで確認したあと、ログインIDを表示しました",
    "Your user ID was shown to who had received the mail",
  ),
  "recovery.password-initialised": both(
    "パスワードを初期化しました",
    "Your password was reset after your user ID was shown",
  ),
  "account.stepped-up": both(
    "大事な手続きの前に、ご本人を確認しました",
    "Confirmed once more before an important step",
  ),
  "account.step-up-refused": both(
    "大事な手続きの前の確認で、パスワードが違いました",
    "A wrong password before an important step",
  ),
  "account.address-confirmed": both(
    "メールアドレスを確認しました",
    "The e-mail address was confirmed",
  ),
  "account.address-checked": both(
    "新しいメールアドレスを確認しました",
    "A new e-mail address was confirmed",
  ),
  "account.address-changed": both("メールアドレスを変えました", "The e-mail address was changed"),
  "account.second-address-set": both(
    "予備のメールアドレスを登録しました",
    "A second e-mail address was registered",
  ),
  "account.second-address-removed": both(
    "予備のメールアドレスを削除しました",
    "The second e-mail address was deleted",
  ),
  "account.addresses-swapped": both(
    "予備のメールアドレスを、主なアドレスにしました",
    "The second e-mail address became the main one",
  ),
  "account.address-change-undone": both(
    "メールアドレスの変更を、前のアドレスから取り消しました",
    "The change of the e-mail address was undone from the address before",
  ),
  "account.update-mails-set": both(
    "情報の更新をメールで受け取るかどうかを変えました",
    "Whether updates are mailed was changed",
  ),
  "account.terms-agreed": both("利用規約に同意しました", "Agreed to the terms of use"),
  "account.terms-declined": both(
    "利用規約に同意しませんでした",
    "Did not agree to the terms of use",
  ),
  "account.temporary-password-sent": both(
    "仮パスワードを、メールでお送りしました",
    "A provisional password was sent by mail",
  ),
  "account.reset-begun": both(
    "パスワードを決め直す手続きを始めました",
    "Setting a new password after forgetting it began",
  ),
  "account.reset-identity-proved": both(
    "パスワードを決め直す手続きで、ご本人を確認しました",
    "Identity was confirmed while setting a new password",
  ),
  "account.reset-identity-wrong": both(
    "パスワードを決め直す手続きで、本人確認の内容が違いました",
    "A wrong answer to the identity check while setting a new password",
  ),
  "account.password-reset": both(
    "忘れたパスワードを、新しく決めました",
    "A forgotten password was replaced",
  ),
  "account.sessions-ended": both("機器をログアウトしました", "Devices were signed out"),
  "account.display-changed": both("表示の設定を変えました", "Display settings were changed"),
  "account.password-changed": both("パスワードを変えました", "The password was changed"),
  "account.password-warned": both(
    "パスワードの期限が近いことを、メールでお知らせしました",
    "A mail told that the password will expire",
  ),
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
  "credential.issued": both(
    "ご案内(仮ID)が発行されました",
    "A letter with a provisional ID was issued",
  ),
  "credential.imported": both(
    "前のシステムのIDが引き継がれました",
    "Your ID was brought over from an earlier system",
  ),
  "credential.returned": both(
    "お送りしたご案内が、組合に戻ってきました",
    "The letter to you came back to your society",
  ),
  "credential.fetched": both(
    "ご案内のファイルが取り出されました",
    "The file of your letter was fetched",
  ),
  "member.added": both(
    "組合の名簿に、あなたの情報が加わりました",
    "Your society added you to its members",
  ),
  "member.changed": both(
    "組合の名簿の、あなたの情報が変わりました",
    "Your society changed your information",
  ),
  "member.ended": both(
    "組合の名簿で、資格の喪失が記録されました",
    "Your society noted the end of your cover",
  ),
  "member.mail-exempted": both(
    "メールアドレスなしでの登録が認められました",
    "You were allowed to register without e-mail",
  ),
  "member.mail-exemption-ended": both(
    "メールアドレスなしでの登録の許可が終わりました",
    "Leave to register without e-mail has ended",
  ),
  "contact.sent": both("お問い合わせを送りました", "A question was sent to your society"),
  "mail.bounced": both(
    "あなたあてのメールが届きませんでした",
    "A mail to you could not be delivered",
  ),
};

/** Of a newer version, or of a part that is not here any more: true, and no more than it knows. */
export const someAction: InBoth = both(
  "あなたの情報についての記録です",
  "Something about your information was recorded",
);
