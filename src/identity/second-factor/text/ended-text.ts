import type { Language } from "../../../society/types.ts";

type Ended = readonly [title: string, ...paragraphs: string[]];
type Words = {
  readonly outcomes: Readonly<Record<string, Ended>>;
  readonly expired: Ended;
  readonly toSignIn: string;
};

const ja: Words = {
  outcomes: {
    "factor-locked": [
      "ログインを一時的に止めています",
      "認証の間違いが続いたため、しばらくログインできません(アカウントロック)。時間がたつと、自動で元に戻ります。",
      "メールアドレスをご登録の方には、いつ戻るかをメールでお知らせしました。ご登録のない方、お心当たりのない方は、下の連絡先へお問い合わせください。",
    ],
    "account-locked": [
      "ログインできません",
      "組合が、このアカウントの利用を止めています。お手数ですが、下の連絡先へお問い合わせください。",
    ],
    changed: [
      "もう一度ログインしてください",
      "お手続きの途中で、ログインの方法が変更されました。はじめから、やり直してください。",
    ],
    "too-many-tries": [
      "もう一度ログインしてください",
      "うまくいかないことが続いたため、中断しました。登録内容は変わっていません。お困りのときは、下の連絡先へお問い合わせください。",
    ],
    complete: ["ログインしています", "ホームへお進みください。"],
    absent: [
      "もう一度ログインしてください",
      "この機器では、ログインの途中の画面が見つかりません。",
    ],
  },
  expired: [
    "もう一度ログインしてください",
    "時間がたったため、お手続きを終わりました。お手数ですが、はじめからやり直してください。",
  ],
  toSignIn: "ログイン画面へ",
};

const en: Words = {
  outcomes: {
    "factor-locked": [
      "Signing in is paused",
      "The second step was wrong several times, so you cannot sign in for a while. It opens again by itself.",
      "If you have registered an e-mail address, a mail tells you until when. If you have not, or if it was not you, please use the contact below.",
    ],
    "account-locked": [
      "You cannot sign in",
      "Your society has stopped the use of this account. Please use the contact below.",
    ],
    changed: [
      "Please sign in again",
      "Meanwhile the ways to sign in were changed. Please begin once more.",
    ],
    "too-many-tries": [
      "Please sign in again",
      "It did not work several times, so this stopped here. Nothing was changed. If you need help, please use the contact below.",
    ],
    complete: ["You are signed in", "Please go on to the home page."],
    absent: ["Please sign in again", "On this device no sign-in is under way."],
  },
  expired: ["Please sign in again", "This took too long and has ended. Please begin once more."],
  toSignIn: "To the sign-in page",
};

export const endedWords = (lang: Language): Words => (lang === "ja" ? ja : en);
