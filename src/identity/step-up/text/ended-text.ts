import type { Language } from "../../../society/types.ts";

type Ended = readonly [title: string, ...paragraphs: string[]];
type Words = {
  readonly outcomes: Readonly<Record<string, Ended>>;
  readonly expired: Ended;
  readonly toHome: string;
};

const ja: Words = {
  outcomes: {
    "factor-locked": [
      "お手続きを一時的に止めています",
      "間違いが続いたため、しばらくお手続きができません(アカウントロック)。時間がたつと、自動で元に戻ります。登録内容は変わっていません。",
      "メールアドレスをご登録の方には、いつ戻るかをメールでお知らせしました。ご登録のない方、お心当たりのない方は、下の連絡先へお問い合わせください。",
    ],
    "account-locked": [
      "お手続きを続けられません",
      "組合が、このアカウントの利用を止めています。お手数ですが、下の連絡先へお問い合わせください。",
    ],
    changed: [
      "はじめからやり直してください",
      "確認の途中で、ログインの方法が変更されました。お手数ですが、はじめからやり直してください。",
    ],
    "too-many-tries": [
      "はじめからやり直してください",
      "うまくいかないことが続いたため、中断しました。登録内容は変わっていません。お困りのときは、下の連絡先へお問い合わせください。",
    ],
    complete: ["確認が済みました", "お手続きへお進みください。"],
    absent: [
      "はじめからやり直してください",
      "この機器では、確認の途中の画面が見つかりません。ホームから、お手続きをもう一度お選びください。",
    ],
  },
  expired: [
    "はじめからやり直してください",
    "時間がたったため、確認を終わりました。ホームから、お手続きをもう一度お選びください。",
  ],
  toHome: "TOPへ戻る",
};

const en: Words = {
  outcomes: {
    "factor-locked": [
      "This is paused",
      "There were too many wrong answers, so this is closed for a while. It opens again by itself. Nothing in your account has changed.",
      "If you have registered an e-mail address, a mail tells you until when. If you have not, or if it was not you, please use the contact below.",
    ],
    "account-locked": [
      "This cannot go on",
      "Your society has stopped the use of this account. Please use the contact below.",
    ],
    changed: [
      "Please begin once more",
      "Meanwhile your ways to sign in were changed. Please begin once more.",
    ],
    "too-many-tries": [
      "Please begin once more",
      "It did not work several times, so this stopped here. Nothing was changed. If you need help, please use the contact below.",
    ],
    complete: ["Thank you, you are confirmed", "Please go on."],
    absent: [
      "Please begin once more",
      "On this device nothing of the kind is under way. Please choose again what you want to do, from the home page.",
    ],
  },
  expired: [
    "Please begin once more",
    "This took too long and has ended. Please choose again what you want to do, from the home page.",
  ],
  toHome: "Back to the home page",
};

export const endedWords = (lang: Language): Words => (lang === "ja" ? ja : en);
