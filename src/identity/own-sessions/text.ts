import type { Language } from "../../society/types.ts";

const ja = {
  title: "ログイン中の機器",
  toProfile: "プロフィール変更へ戻る",
  lead: "いま、あなたのユーザIDでログインしている機器です。心当たりのない機器があるときは、サインアウトして、パスワードを変えてください。",
  thisOne: "この機器",
  unknown: "名前の分からない機器",
  startedAt: "ログイン",
  seenAt: "最後の利用",
  endOne: "このデバイスをサインアウト",
  several: "まとめてサインアウトする",
  othersHint: "この機器は、ログインしたままです。",
  endOthers: "ほかのデバイスからサインアウトする",
  allHint: "この機器も、ログアウトします。",
  endAll: "全てのデバイスからサインアウトする",
  onlyThis: "ほかにログインしている機器はありません。",
  done: {
    one: ["サインアウトしました", "その機器で続けるには、もう一度ログインが必要です。"],
    others: ["ほかのデバイスからサインアウトしました", "ログインしているのは、この機器だけです。"],
    none: ["すでにサインアウトしています", "いまログインしている機器は、下のとおりです。"],
  },
};

const en: typeof ja = {
  title: "Where you are signed in",
  toProfile: "Back to the profile",
  lead: "These devices are signed in with your user ID now. If you do not know one of them, sign it out and change your password.",
  thisOne: "This device",
  unknown: "A device without a name",
  startedAt: "Signed in",
  seenAt: "Last used",
  endOne: "Sign out this device",
  several: "Sign out several at once",
  othersHint: "This device stays signed in.",
  endOthers: "Sign out all other devices",
  allHint: "This device is signed out as well.",
  endAll: "Sign out all devices",
  onlyThis: "No other device is signed in.",
  done: {
    one: ["The device is signed out", "To go on there, sign in again."],
    others: ["All other devices are signed out", "Only this device is signed in."],
    none: ["It was signed out already", "Below you see what is signed in now."],
  },
};

export type Done = keyof typeof ja.done;

export const ownSessionsWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
