import type { Language } from "../../../society/types.ts";

type Ended = readonly [title: string, ...paragraphs: string[]];
type Words = {
  readonly outcomes: Readonly<Record<string, Ended>>;
  readonly expired: Ended;
  readonly toAddresses: string;
};

const again = "はじめからやり直してください";

const ja: Words = {
  outcomes: {
    changed: [
      again,
      "お手続きの途中で、メールアドレスかログインの方法が変更されました。このお手続きでは、何も変わっていません。",
    ],
    "too-many-tries": [
      again,
      "番号の間違いが続いたため、お手続きを中断しました。登録のメールアドレスは変わっていません。",
    ],
    complete: ["メールアドレスを登録しました", "このお手続きは、終わっています。"],
    absent: [again, "この機器では、メールアドレスの変更の途中の画面が見つかりません。"],
  },
  expired: [
    again,
    "時間がたったため、お手続きを終わりました。登録のメールアドレスは変わっていません。",
  ],
  toAddresses: "メールアドレスの画面へ戻る",
};

const en: Words = {
  outcomes: {
    changed: [
      "Please begin once more",
      "Meanwhile an address or your way to sign in was changed. What you began here has changed nothing.",
    ],
    "too-many-tries": [
      "Please begin once more",
      "There were too many wrong digits, so this stopped here. Your registered address has not changed.",
    ],
    complete: ["The address is registered", "What you began is done."],
    absent: ["Please begin once more", "On this device no address is being changed."],
  },
  expired: [
    "Please begin once more",
    "This took too long and has ended. Your registered address has not changed.",
  ],
  toAddresses: "Back to your e-mail addresses",
};

export const endedWords = (lang: Language): Words => (lang === "ja" ? ja : en);
