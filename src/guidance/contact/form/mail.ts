import { type Mail, mailPage } from "../../../mail/index.ts";
import type { Society } from "../../../society/types.ts";
import type { Asked } from "./fields.ts";
import { formWords } from "./text.ts";

type Message = {
  readonly to: string;
  readonly society: Society;
  readonly asked: Asked;
  /** 「お問い合わせ番号」 of this message. */
  readonly reference: string;
  readonly isMember: boolean;
};

// The office reads Japanese, whatever language the page had.
const words = formWords("ja");

const who = (isMember: boolean) =>
  isMember
    ? "ログイン中の方から届きました。どなたかは、上の番号で記録から確かめられます。"
    : "ログインしていない方から届きました。ご本人かどうかは、確かめていません。";

const lineOf = (label: string, value: string | null) => (value ? [`${label}: ${value}`] : []);

/**
 * To the society's own office. Answers go to the address that was typed: nobody proved it, and the foot
 * says so. Nothing of the sender stands in the subject.
 */
export const contactMail = ({ to, society, asked, reference, isMember }: Message): Mail => {
  const topic = words.topics[asked.topic];
  const facts = [
    ...lineOf(words.sentNumber, reference),
    ...lineOf(words.labels.topic, topic),
    ...lineOf(words.labels.name, asked.name),
    ...lineOf(words.labels.kana, asked.kana),
    ...lineOf(words.labels.address, asked.address),
    ...lineOf(words.labels.number, asked.number),
  ];
  const page = mailPage({
    language: "ja",
    society,
    subject: `お問い合わせ(${topic})${reference}`,
    heading: "お問い合わせフォームから届きました",
    paragraphs: [facts.join("\n"), who(isMember), asked.text],
    answers: [
      "このメールに返信すると、上の返信先に届きます。",
      "返信先は、送った方が入力したもので、ご本人のものかどうかを確かめていません。個人の情報を書く前に、登録されているアドレスと同じかどうかを確かめてください。文章の中のリンクは、開かないでください。",
    ],
  });
  return {
    kind: "contact/message",
    from: "no-reply",
    to,
    language: "ja",
    content: { ...page, replyTo: asked.address },
  };
};
