import type { Language } from "../../../society/types.ts";

const ja = {
  title: "表示の設定",
  lead: "画面とメールの言葉、文字の大きさを選べます。",
  language: "言語",
  languageHint: "この機器の画面と、お送りするメールの言葉です。",
  languages: { ja: "日本語", en: "English(英語)" },
  textSize: "文字の大きさ",
  textSizeHint: "ほかの機器でログインしたときも、この大きさで表示します。",
  textSizes: { standard: "標準", large: "大きく" },
  save: "変更する",
  cancel: "やめる",
  change: "変更",
  history: "利用の記録",
  historyLead: "あなたの情報を、だれが、いつ、見たり変えたりしたかを確かめられます。",
  toHistory: "利用の記録を見る",
};

const en: typeof ja = {
  title: "Display",
  lead: "Choose the language of pages and mails, and the size of the text.",
  language: "Language",
  languageHint: "Of the pages on this device, and of the mails that we send you.",
  languages: { ja: "Japanese (日本語)", en: "English" },
  textSize: "Text size",
  textSizeHint: "Pages have this size on other devices too, once you have signed in.",
  textSizes: { standard: "Standard", large: "Large" },
  save: "Change",
  cancel: "Cancel",
  change: "Change",
  history: "Record of use",
  historyLead: "See who looked at your information or changed it, and when.",
  toHistory: "See the record of use",
};

export const displayWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
