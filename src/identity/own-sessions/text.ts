import type { Language } from "../../society/types.ts";

const ja = {
  title: "ログイン中のデバイス",
  toProfile: "プロフィール変更へ戻る",
  lead: "いま、あなたのユーザIDでログインしているデバイス(スマートフォンやパソコン)です。心当たりのないデバイスがあるときは、サインアウトして、パスワードを変えてください。",
  thisOne: "いまお使いのデバイス",
  unknown: "名前の分からないデバイス",
  startedAt: "ログイン",
  seenAt: "最後の利用",
  endOne: "このデバイスをサインアウト",
  several: "まとめてサインアウトする",
  othersHint: "いまお使いのデバイスは、そのまま使えます。",
  endOthers: "ほかのデバイスからサインアウトする",
  allHint: "いまお使いのデバイスも、サインアウトします。",
  endAll: "全てのデバイスからサインアウトする",
  most: (count: number) =>
    `最後の利用が新しい順に、${count}台までを表示しています。「ほかのデバイスからサインアウトする」では、表示されていないデバイスもサインアウトします。`,
  onlyThis: "ほかにログインしているデバイスはありません。",
  done: {
    one: ["サインアウトしました", "そのデバイスで続けるには、もう一度ログインが必要です。"],
    others: [
      "ほかのデバイスからサインアウトしました",
      "ログインしているのは、いまお使いのデバイスだけです。",
    ],
    none: ["すでにサインアウトしています", "いまログインしているデバイスは、下のとおりです。"],
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
  most: (count) =>
    `Up to ${count} devices are listed, the one used last first. “Sign out all other devices” signs out those that are not listed, too.`,
  onlyThis: "No other device is signed in.",
  done: {
    one: ["The device is signed out", "To go on there, sign in again."],
    others: ["All other devices are signed out", "Only this device is signed in."],
    none: ["It was signed out already", "Below you see what is signed in now."],
  },
};

export type Done = keyof typeof ja.done;

export const ownSessionsWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
