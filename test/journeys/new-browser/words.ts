/** What stands on the buttons and over the pages, as a person reads it. */
const ja = {
  signIn: "ログイン",
  prove: "確認",
  agree: "同意する",
  disagree: "同意しない",
  sendMail: "確認のメールを送る",
  check: "確認",
  resend: "再送信",
  refresh: "更新",
  changeAddress: "メールアドレスを入力し直す",
  confirm: "このアドレスを確認する",
  confirmed: "メールアドレスを確認しました",
  forbidden: "利用不可文字一覧を見る",
  next: "次へ",
  run: "実行",
  goOn: "登録を続ける",
  toSignIn: "ログイン画面へ",
  signOut: "ログアウト",
  titles: {
    identity: "本人確認",
    terms: "利用規約",
    "file-address": "届け出のメールアドレスの確認",
    "file-address-check": "メールに届いた番号を入力してください",
    address: "メールアドレス確認",
    "address-check": "メールに届いた番号を入力してください",
    "user-id": "ユーザIDの変更",
    password: "パスワードの更新",
  },
};

const en: typeof ja = {
  signIn: "Sign in",
  prove: "Check",
  agree: "I agree",
  disagree: "I do not agree",
  sendMail: "Send me the mail",
  check: "Check",
  resend: "Send again",
  refresh: "Refresh",
  changeAddress: "Change the e-mail address",
  confirm: "Confirm this address",
  confirmed: "Your e-mail address is confirmed",
  forbidden: "See which characters cannot be used",
  next: "Next",
  run: "Register",
  goOn: "Go on with the registration",
  toSignIn: "To the sign-in page",
  signOut: "Sign out",
  titles: {
    identity: "Identity check",
    terms: "Terms of use",
    "file-address": "Confirm the address on file",
    "file-address-check": "Type the digits that we mailed to you",
    address: "Confirm your e-mail address",
    "address-check": "Type the digits that we mailed to you",
    "user-id": "Change your user ID",
    password: "Change your password",
  },
};

export type Words = typeof ja;
export type StepName = keyof Words["titles"];
export const words: Readonly<Record<"ja" | "en", Words>> = { ja, en };
