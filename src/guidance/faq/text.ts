import type { FaqCategory } from "../../society/types.ts";

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
} satisfies typeof ja;
