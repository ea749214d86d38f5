import type { Language } from "../../../society/types.ts";

type Ended = readonly [title: string, ...paragraphs: string[]];
type Words = {
  readonly outcomes: Readonly<Record<string, Ended>>;
  readonly expired: Ended;
  readonly toBeginning: string;
  readonly toSignIn: string;
};

const ja: Words = {
  outcomes: {
    "factor-locked": [
      "お手続きを一時的に止めています",
      "認証の間違いが続いたため、しばらくお手続きができません(アカウントロック)。時間がたつと、自動で元に戻ります。そのあとで、もう一度お手続きをしてください。パスワードは変わっていません。",
      "お待ちになれない方は、下の連絡先へお問い合わせください。組合で、元に戻すことができます。お心当たりのない方も、お知らせください。",
    ],
    "account-locked": [
      "パスワードは変えられません",
      "組合が、このアカウントの利用を止めています。お手数ですが、下の連絡先へお問い合わせください。",
    ],
    "awaits-letter": [
      "新しいご案内をお待ちください",
      "組合から、新しい仮のユーザIDと仮パスワードのご案内をお送りしています。届いたら、そのご案内でログインしてください。パスワードは、そのときに新しく決められます。",
    ],
    changed: [
      "はじめからやり直してください",
      "お手続きの途中で、この機器でログインしたか、パスワードやメールアドレス、認証方法が変更されました。ほかの画面で手続きが済んでいるときは、そのままログインしてください。",
    ],
    "too-many-tries": [
      "はじめからやり直してください",
      "間違いが続いたため、中断しました。パスワードは変わっていません。お困りのときは、下の連絡先へお問い合わせください。",
    ],
    absent: [
      "はじめからやり直してください",
      "この機器では、パスワードの手続きの途中の画面が見つかりません。",
    ],
  },
  expired: [
    "はじめからやり直してください",
    "時間がたったため、お手続きを終わりました。パスワードは変わっていません。",
  ],
  toBeginning: "パスワードを忘れた方の手続きへ",
  toSignIn: "ログイン画面へ",
};

const en: Words = {
  outcomes: {
    "factor-locked": [
      "This is paused",
      "The second step was wrong several times, so this is closed for a while. It opens again by itself; please begin once more then. Your password is as it was.",
      "If you cannot wait, please use the contact below: your society can open it again. Please tell it, too, if it was not you.",
    ],
    "account-locked": [
      "The password cannot be changed",
      "Your society has stopped the use of this account. Please use the contact below.",
    ],
    "awaits-letter": [
      "Please wait for your new letter",
      "Your society is sending you a letter with a new provisional user ID and password. Sign in with it when it has arrived; you choose a new password then.",
    ],
    changed: [
      "Please begin once more",
      "Meanwhile you signed in on this device, or your password, your address or your second step was changed. If you have done that on another page, just sign in.",
    ],
    "too-many-tries": [
      "Please begin once more",
      "There were several wrong answers, so this stopped here. Your password is as it was. If you need help, please use the contact below.",
    ],
    absent: ["Please begin once more", "No password reset is under way on this device."],
  },
  expired: [
    "Please begin once more",
    "This took too long and has ended. Your password is as it was.",
  ],
  toBeginning: "Begin again: forgotten password",
  toSignIn: "To the sign-in page",
};

export const endedWords = (lang: Language): Words => (lang === "ja" ? ja : en);
