import type { FaqCategory } from "../../society/types.ts";
import type { LinkName } from "./types.ts";

export const ja = {
  title: "よくある質問",
  search: "言葉で探す",
  searchHint: "例:メール、パスワード",
  button: "探す",
  found: (count: number, words: string) => `「${words}」を含む質問は${count}件です。`,
  none: (words: string) => `「${words}」を含む質問は見つかりませんでした。`,
  noneNext: "別の言葉で探すか、組合にお問い合わせください。",
  all: "すべての質問を見る",
  contact: "お問い合わせ先を見る",
  categories: {
    "first-sign-in": "はじめてのログイン",
    "sign-in": "ログイン",
    "second-factor": "認証方法(二段階認証)",
    mail: "メール",
    account: "登録した内容",
    services: "サービス",
    devices: "機器と画面",
  } satisfies Record<FaqCategory, string>,
  links: {
    "forgot-id": "ユーザIDを確かめる",
    "forgot-password": "新しいパスワードを決める",
    contact: "お問い合わせ先を見る",
    guide: "ご利用案内を見る",
    passkey: "パスキーの使い方を見る",
    profile: "プロフィール変更を開く",
    email: "メールアドレスを変える",
    password: "パスワードを変える",
    sessions: "ログイン中のデバイスを見る",
    history: "利用の記録を見る",
    display: "言語と文字の大きさを選ぶ",
    notices: "お知らせの設定を開く",
  } satisfies Record<LinkName, string>,
};

export const en = {
  title: "Frequently asked questions (FAQ)",
  search: "Search",
  searchHint: "For example: mail, password",
  button: "Search",
  found: (count: number, words: string) =>
    count === 1 ? `1 question has “${words}”.` : `${count} questions have “${words}”.`,
  none: (words: string) => `No question has “${words}”.`,
  noneNext: "Try another word, or ask your society.",
  all: "See all questions",
  contact: "See whom to ask",
  categories: {
    "first-sign-in": "First sign-in",
    "sign-in": "Signing in",
    "second-factor": "Second step",
    mail: "Mail",
    account: "Your registration",
    services: "Services",
    devices: "Devices and display",
  },
  links: {
    "forgot-id": "Find your user ID",
    "forgot-password": "Choose a new password",
    contact: "See whom to ask",
    guide: "See the user guide",
    passkey: "How to use a passkey",
    profile: "Open your profile",
    email: "Change your e-mail address",
    password: "Change your password",
    sessions: "See where you are signed in",
    history: "See the record of use",
    display: "Choose language and text size",
    notices: "Choose which news you get",
  },
} satisfies typeof ja;

/** Where each leads; the profile's pages lead through the sign-in. */
export const hrefs: Readonly<Record<LinkName, string>> = {
  "forgot-id": "/forgot-id",
  "forgot-password": "/forgot-password",
  contact: "/contact",
  guide: "/help/guide",
  passkey: "/help/guide#passkey",
  profile: "/profile",
  email: "/profile/email",
  password: "/profile/password",
  sessions: "/profile/sessions",
  history: "/profile/history",
  display: "/profile/display",
  notices: "/profile/notices",
};
