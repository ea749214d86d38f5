import type { Language } from "../../society/types.ts";

const ja = {
  title: "メールアドレスの確認",
  lead: "下のボタンを押すと、メールアドレスの確認が終わります。",
  button: "このアドレスを確認する",
  confirmedTitle: "メールアドレスを確認しました",
  confirmed: "ありがとうございました。この画面は閉じて構いません。",
  alreadyTitle: "メールアドレスは確認済みです",
  already: "確認はもう終わっています。この画面は閉じて構いません。",
  expiredTitle: "このボタンの期限が過ぎました",
  expired: "ログインして、ホームの画面から確認のメールをもう一度送ってください。",
  replacedTitle: "このボタンは使えません",
  replaced: "別のメールアドレスが登録されています。新しいアドレスに届いたメールをご覧ください。",
  invalidTitle: "無効なURLです。",
  invalid:
    "メールの中のボタンを押し直してください。アドレスを写すときは、途中で切れていないか確かめてください。",
  toHome: "ホームへ",
  mailSubject: "メールアドレスの確認のお願い",
  mailParagraphs: (name: string) => [
    `${name}のWEBサービスから、メールアドレスの確認のお願いです。`,
    "下のボタンを押し、開いたページでもう一度ボタンを押してください。",
  ],
  mailButton: "メールアドレスを確認する",
  mailSmall: [
    "ボタンは14日間使えます。",
    "このメールにお心当たりのない方は、ボタンを押さずに、下の連絡先へお知らせください。",
  ],
};

const en: typeof ja = {
  title: "Confirm your e-mail address",
  lead: "Press the button below to confirm your e-mail address.",
  button: "Confirm this address",
  confirmedTitle: "Your e-mail address is confirmed",
  confirmed: "Thank you. You can close this page.",
  alreadyTitle: "Your e-mail address is confirmed already",
  already: "There is nothing more to do. You can close this page.",
  expiredTitle: "This button has expired",
  expired: "Sign in and have the mail sent again from your home page.",
  replacedTitle: "This button cannot be used",
  replaced: "Another address is registered now. Please look at the mail that was sent there.",
  invalidTitle: "This address (URL) is not valid.",
  invalid:
    "Press the button in the mail again. If you copied the address, check that it is complete.",
  toHome: "Home",
  mailSubject: "Please confirm your e-mail address",
  mailParagraphs: (name) => [
    `The member portal of ${name} asks you to confirm your e-mail address.`,
    "Press the button below, and once more the button on the page that opens.",
  ],
  mailButton: "Confirm the e-mail address",
  mailSmall: [
    "The button works for 14 days.",
    "If you did not expect this mail, do not press the button; please tell the contact below.",
  ],
};

export const addressWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
