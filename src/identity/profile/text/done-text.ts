import type { Language } from "../../../society/types.ts";

/** What is said of something that was done: a title, and a sentence where there is one. */
type Said = (which: string) => readonly [title: string, text?: string];

const ja = {
  added: (which) => [`「${which}」を登録しました`],
  removed: (which) => [`「${which}」を削除しました`],
  off: () => ["二段階認証を使わない設定になりました", "次からは、パスワードだけでログインします。"],
  renamed: (which) => [`名前を「${which}」に変えました`],
  active: (which) => [
    `認証方法を「${which}」に変えました`,
    "次のログインから、はじめにお聞きします。",
  ],
  "codes-made": () => [
    "新しいリカバリーコードを作りました",
    "前のリカバリーコードは、もう使えません。",
  ],
  unchanged: () => ["何も変わっていません", "これまでの設定のまま、お使いいただけます。"],
  gone: () => [
    "その登録は、いまはありません",
    "すでに削除されています。いまの登録は、下のとおりです。",
  ],
  last: () => [
    "変更できません",
    "認証方法は、少なくとも1つ必要です。先に、ほかの方法を登録してください。",
  ],
  choose: () => [
    "認証方法を選んでください",
    "使いたい方法を選んでから、「変更」を押してください。",
  ],
  display: () => ["表示の設定を変えました"],
  password: () => ["パスワードを変えました", "次からは、新しいパスワードでログインしてください。"],
  "password-everywhere": () => [
    "パスワードを変えました",
    "ほかの機器は、すべてログアウトしました。次からは、新しいパスワードでログインしてください。",
  ],
} satisfies Readonly<Record<string, Said>>;

const en: Readonly<Record<keyof typeof ja, Said>> = {
  added: (which) => [`Added: ${which}`],
  removed: (which) => [`Deleted: ${which}`],
  off: () => ["You use no second step now", "From now on you sign in with your password alone."],
  renamed: (which) => [`Renamed: ${which}`],
  active: (which) => [
    `Second step: ${which}`,
    "From your next sign-in you are asked for it first.",
  ],
  "codes-made": () => ["New recovery codes were made", "The earlier ones work no more."],
  unchanged: () => ["Nothing has changed", "Everything is as it was before."],
  gone: () => [
    "That is not set up any more",
    "It was deleted already. Below you see what is set up.",
  ],
  last: () => [
    "This cannot be changed",
    "At least one second step is needed. Please add another one first.",
  ],
  choose: () => ["Please choose a second step", "Choose one, then press “Change”."],
  display: () => ["Your display settings were changed"],
  password: () => ["Your password was changed", "From now on, sign in with the new password."],
  "password-everywhere": () => [
    "Your password was changed",
    "All other devices were signed out. From now on, sign in with the new password.",
  ],
};

/** After what was told by mail. */
export const toldByMail: Readonly<Record<Language, string>> = {
  ja: "登録のメールアドレスにも、お知らせしました。",
  en: "Your registered e-mail address was told as well.",
};

export const doneWords = (lang: Language): Readonly<Record<keyof typeof ja, Said>> =>
  lang === "ja" ? ja : en;
