import type { Language } from "../../../../society/types.ts";

type Ended = readonly [title: string, ...paragraphs: string[]];
type Words = {
  readonly outcomes: Readonly<Record<string, Ended>>;
  readonly expired: Ended;
  readonly toProfile: string;
};

const again = "はじめからやり直してください";

const ja: Words = {
  outcomes: {
    changed: [
      again,
      "お手続きの途中で、ログインの方法が変更されました。登録は、まだ終わっていません。",
    ],
    "too-many-tries": [
      again,
      "番号の間違いが続いたため、登録を中断しました。これまでの登録は変わっていません。",
    ],
    complete: ["登録が終わりました", "これまでのお手続きは、終わっています。"],
    absent: [again, "この機器では、登録の途中の画面が見つかりません。"],
  },
  expired: [again, "時間がたったため、お手続きを終わりました。これまでの登録は変わっていません。"],
  toProfile: "プロフィール変更へ戻る",
};

const en: Words = {
  outcomes: {
    changed: [
      "Please begin once more",
      "Meanwhile your ways to sign in were changed. Nothing was added yet.",
    ],
    "too-many-tries": [
      "Please begin once more",
      "There were too many wrong codes, so this stopped here. What you had set up has not changed.",
    ],
    complete: ["It is set up", "What you began is done."],
    absent: ["Please begin once more", "On this device nothing of the kind is under way."],
  },
  expired: [
    "Please begin once more",
    "This took too long and has ended. What you had set up has not changed.",
  ],
  toProfile: "Back to the profile",
};

export const endedWords = (lang: Language): Words => (lang === "ja" ? ja : en);
