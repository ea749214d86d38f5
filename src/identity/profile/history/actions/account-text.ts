import { both } from "./both.ts";

/** Of an account: signing in, its password, its addresses, its recovery. */
export const accountActions = {
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
    "「パスワード初期化」を押しました",
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
};
