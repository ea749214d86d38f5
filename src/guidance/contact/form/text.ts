import type { Facts } from "../../../kernel/result.ts";
import type { Language } from "../../../society/types.ts";
import type { Topic } from "./fields.ts";

const ja = {
  title: "フォームで問い合わせる",
  lead: "組合の窓口にメールで届きます。お返事には、数日かかることがあります。お急ぎの方は、お電話をご利用ください。",
  labels: {
    society: "ご加入の健康保険組合",
    topic: "お問い合わせの内容",
    name: "お名前",
    kana: "お名前(カナ)",
    address: "返信先のメールアドレス",
    number: "画面に出たお問い合わせ番号",
    text: "お問い合わせの文章",
  },
  societyHint: "資格確認書や資格情報のお知らせに書いてあります。",
  choose: "選んでください",
  topics: {
    "sign-in": "ログインできない",
    "first-sign-in": "はじめての登録",
    mail: "メールが届かない",
    account: "登録した内容",
    services: "サービスの内容",
    other: "そのほか",
  } satisfies Record<Topic, string>,
  addressHint: "半角で入力してください。例:hanako@example.jp",
  numberHint: "画面に番号が出ていたときだけ、入力してください。例:7K2P-9DQX",
  textHint: "1000文字まで。パスワードや病気のことは書かないでください。",
  send: "送信",
  messages: {
    cut: (_, { max }) =>
      `文章が長いため、終わりの部分は残っていません。${max}文字までにまとめて、終わりをお確かめください。`,
    "too-many": () =>
      "続けて送られたため、いまは受け付けられません。時間をおいて送るか、お電話でお問い合わせください。入力した内容は残っています。",
    busy: () =>
      "お問い合わせが混み合っています。時間をおいて送るか、お電話でお問い合わせください。入力した内容は残っています。",
    "no-form": () =>
      "この組合は、フォームでのお問い合わせを受け付けていません。お電話などでお問い合わせください。",
  } satisfies Record<string, (label: string, facts: Facts) => string>,
  sentTitle: "お問い合わせを受け付けました",
  sent: (society: string) => `${society}の窓口に送りました。お返事をお待ちください。`,
  sentNumber: "お問い合わせ番号",
  sentKeep: "この番号を控えておくと、お電話でのお問い合わせがスムーズです。",
  sentAddress: "返信先のメールアドレス",
  sentLate: "数日たっても返事がないときは、お電話でお問い合わせください。",
  toContact: "お問い合わせ先を見る",
  toHome: "TOPへ戻る",
};

const en: typeof ja = {
  title: "Ask with this form",
  lead: "It reaches your society's office by mail. An answer may take some days. If you are in a hurry, please telephone.",
  labels: {
    society: "Your health insurance society",
    topic: "What it is about",
    name: "Your name",
    kana: "Your name in kana",
    address: "Address for the answer",
    number: "Inquiry number of the page",
    text: "Your question",
  },
  societyHint: "It is named on your eligibility certificate or eligibility notice.",
  choose: "Please choose",
  topics: {
    "sign-in": "I cannot sign in",
    "first-sign-in": "Registering for the first time",
    mail: "A mail does not arrive",
    account: "What I registered",
    services: "The services",
    other: "Something else",
  },
  addressHint: "For example: hanako@example.jp",
  numberHint: "Only if a page showed one. For example: 7K2P-9DQX",
  textHint: "1000 characters at most. Please write no password, and nothing about your health.",
  send: "Send",
  messages: {
    cut: (_, { max }) =>
      `The text is too long, and its end was not kept. Please check the end, and use ${max} characters at most.`,
    "too-many": () =>
      "You have sent several in a row, so we cannot take another one now. Please wait, or telephone. What you typed is still here.",
    busy: () =>
      "There are many questions just now. Please try later, or telephone. What you typed is still here.",
    "no-form": () =>
      "This society takes no questions by form. Please telephone, or use another way below.",
  },
  sentTitle: "We have received your question",
  sent: (society) => `It was sent to ${society}. Please wait for the answer.`,
  sentNumber: "Inquiry number",
  sentKeep: "Keep this number: it helps when you telephone.",
  sentAddress: "Address for the answer",
  sentLate: "If there is no answer after some days, please telephone.",
  toContact: "See whom to ask",
  toHome: "Back to the top",
};

export const formWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
