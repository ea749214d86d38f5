/** What stands on the buttons and over the pages, as a person reads it. */
const ja = {
  signIn: "ログイン",
  withPasskey: "パスキーでログイン",
  signOut: "ログアウト",
  profile: "プロフィール変更",
  choose: "認証方法",
  next: "次へ進む",
  setUpPasskey: "生体認証を登録する",
  passkeyFailed: "セキュリティキーの登録が無効です",
  passkeyAsked: "パスキーでご本人を確認します",
  others: "別の方法で認証する",
  mail: "ワンタイムパスワード (OTP) メール認証",
  codes: "リカバリーコードを控えてください",
  kept: "控えました",
  check: "確認",
  change: "変更",
  resend: "再送信",
  wrongCode: "ワンタイムパスワードが正しくありません",
};

const en: typeof ja = {
  signIn: "Sign in",
  withPasskey: "Sign in with a passkey",
  signOut: "Sign out",
  profile: "Profile",
  choose: "How to confirm that it is you",
  next: "Continue",
  setUpPasskey: "Set up a passkey",
  passkeyFailed: "The passkey could not be set up",
  passkeyAsked: "Confirm with your passkey",
  others: "Confirm in another way",
  mail: "One-time password by e-mail",
  codes: "Keep your recovery codes",
  kept: "I have kept them",
  check: "Check",
  change: "Change",
  resend: "Send again",
  wrongCode: "The one-time password is not correct",
};

export type FactorWords = typeof ja;
export const words: Readonly<Record<"ja" | "en", FactorWords>> = { ja, en };
