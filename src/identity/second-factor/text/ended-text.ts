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
      "いつ戻るかは、登録のメールアドレスにお知らせしました。お急ぎの方、お心当たりのない方は、下の連絡先へお問い合わせください。",
    ],
    changed: [
      "もう一度ログインしてください",
      "お手続きの途中で、ログインの方法が変更されました。はじめから、やり直してください。",
    ],
    "too-many-tries": [
      "もう一度ログインしてください",
      "番号の間違いが続いたため、登録を中断しました。登録内容は変わっていません。",
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
      "Your registered e-mail address was told until when. If it is urgent, or if it was not you, please use the contact below.",
    ],
    changed: [
      "Please sign in again",
      "Meanwhile the ways to sign in were changed. Please begin once more.",
    ],
    "too-many-tries": [
      "Please sign in again",
      "There were too many wrong codes, so this stopped here. Nothing was changed.",
    ],
    complete: ["You are signed in", "Please go on to the home page."],
    absent: ["Please sign in again", "On this device no sign-in is under way."],
  },
  expired: ["Please sign in again", "This took too long and has ended. Please begin once more."],
  toSignIn: "To the sign-in page",
};

export const endedWords = (lang: Language): Words => (lang === "ja" ? ja : en);
