import type { Language } from "../../society/types.ts";
import type { Page } from "./types.ts";

const ja = {
  contact: "お問い合わせ",
  tel: "電話",
  hours: "受付時間",
  email: "メール",
  form: "お問い合わせフォーム",
  noReply: "このメールは送信専用です。ご返信いただいてもお答えできません。",
  buttonFails: "ボタンを押せないときは、次のアドレスをブラウザで開いてください。",
  between: ": ",
  to: (initials: string) => `${initials}様`,
};
const en: typeof ja = {
  contact: "Contact",
  tel: "Phone",
  hours: "Hours",
  email: "E-mail",
  form: "Contact form",
  noReply: "This address only sends mail. Replies to it are not read.",
  buttonFails: "If the button does not work, open this address in your browser.",
  between: ": ",
  to: (initials) => `Dear ${initials},`,
};

export const text = (language: Language): typeof ja => ({ ja, en })[language];

/** Whom to ask: the same lines in both parts of a mail. */
export const contactLines = ({ language, society }: Page): string[] => {
  const words = text(language);
  const { tel, hours, email, formUrl } = society.contact;
  return [
    `${society.name[language]} ${words.contact}`,
    `${words.tel}${words.between}${tel}`,
    `${words.hours}${words.between}${hours[language]}`,
    ...(email ? [`${words.email}${words.between}${email}`] : []),
    ...(formUrl ? [`${words.form}${words.between}${formUrl}`] : []),
  ];
};

/** What becomes of an answer to the mail. */
export const answersOf = (page: Page): readonly string[] =>
  page.answers ?? [text(page.language).noReply];
