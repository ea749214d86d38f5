import type { Language } from "../../society/index.ts";

const ja = {
  title: "ギャラリー",
  lead: "画面・メール・通知のすべてを、すべての状態で。どれも本物の部品で、架空の方のものです。",
  contents: "目次",
  count: (features: number, samples: number) => `${features}つの機能、${samples}の見本`,
  back: "目次へ",
  society: "組合",
  bare: "この見本だけを開く",
  text: "本文(テキスト)",
  subject: "件名",
  sender: "差出人",
  kind: "種類",
  routes: "アドレス",
  pdf: "PDFを開く",
  large: "大きい文字",
  standard: "標準の文字",
  phone: "スマートフォン(幅390)",
  desk: "パソコン(幅1280)",
  languages: { ja: "日本語", en: "英語" },
  kinds: { page: "画面", mail: "メール", letter: "通知" },
};

const en: typeof ja = {
  title: "Gallery",
  lead: "Every page, mail and letter in every state: the real parts, with fictional people.",
  contents: "Contents",
  count: (features, samples) => `${features} features, ${samples} samples`,
  back: "Contents",
  society: "Society",
  bare: "Open this sample alone",
  text: "Plain text",
  subject: "Subject",
  sender: "Sender",
  kind: "Kind",
  routes: "Address",
  pdf: "Open the PDF",
  large: "Large text",
  standard: "Standard text",
  phone: "Phone (390 px)",
  desk: "Desk (1280 px)",
  languages: { ja: "Japanese", en: "English" },
  kinds: { page: "Page", mail: "Mail", letter: "Letter" },
};

export const galleryWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
