import type { Language } from "../../../society/types.ts";

const ja = {
  title: "通知情報更新時のメール通知",
  lead: {
    off: "組合では、情報の更新をメールではお知らせしていません。ログインしてご覧ください。",
    always:
      "医療費のお知らせなど、新しい情報が届いたことを、すべての方にメールでお知らせしています。",
    "by-preference": "医療費のお知らせなど、新しい情報が届いたことを、メールでお知らせします。",
  },
  security: "安全にかかわるお知らせ(パスワードの変更など)は、いつもメールでお送りします。",
  label: "新しい情報が届いたら、メールで知らせる",
  save: "保存する",
  noAddress: "メールを受け取るには、先にメールアドレスを登録してください。",
  toAddress: "メールアドレスを登録する",
};

const en: typeof ja = {
  title: "Mails when records are updated",
  lead: {
    off: "Your society does not send mails about updates. Please sign in to see them.",
    always: "Everybody gets a mail when something new is there, such as a notice of medical costs.",
    "by-preference":
      "We can send you a mail when something new is there, such as a notice of medical costs.",
  },
  security: "What concerns your safety, such as a changed password, is always mailed.",
  label: "Send me a mail when something new is there",
  save: "Save",
  noAddress: "To get mails, please register an e-mail address first.",
  toAddress: "Register an e-mail address",
};

export const noticesWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
