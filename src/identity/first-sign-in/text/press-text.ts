import type { Language } from "../../../society/types.ts";
import type { PressWords } from "../../mail-check/index.ts";

/** What the button of the mail opens. */
const ja: PressWords = {
  title: "メールアドレスの確認",
  about: (initials) =>
    initials === "" ? "初回ログインの手続きです。" : `${initials} さんの初回ログインの手続きです。`,
  lead: "下のボタンを押すと、このアドレスの確認が終わり、手続き中の画面が進みます。",
  button: "このアドレスを確認する",
  stranger:
    "お心当たりのない方は、ボタンを押さずに、この画面を閉じてください。何も登録されません。",
  results: {
    open: [
      "確認できませんでした",
      "混み合っていたため、確認できませんでした。メールの中のボタンから、もう一度お試しください。",
    ],
    already: [
      "メールアドレスを確認しました",
      "手続きをしていた画面に戻ってください。画面は自動で進みます。進まないときは「更新」を押してください。この画面は閉じて構いません。",
    ],
    expired: [
      "このボタンの期限が過ぎました",
      "手続きをしていた画面に戻って「再送信」を押し、新しく届いたメールをお使いください。",
    ],
    replaced: [
      "このボタンは使えません",
      "この手続きはもう終わったか、別のメールアドレスで進んでいます。手続きをしていた画面をご覧ください。",
    ],
    invalid: [
      "無効なURLです。",
      "メールの中のボタンを押し直してください。アドレスを写したときは、途中で切れていないか確かめてください。",
    ],
  },
  unchanged: "登録の内容は変わっていません。",
};

const en: PressWords = {
  title: "Confirm your e-mail address",
  about: (initials) =>
    initials === ""
      ? "This is about a first sign-in."
      : `This is about the first sign-in of ${initials}`,
  lead: "Press the button below to confirm this address. The page where you are registering then goes on.",
  button: "Confirm this address",
  stranger:
    "If you did not expect this, do not press the button and close this page. Nothing will be registered.",
  results: {
    open: [
      "The address was not confirmed",
      "We were busy just now. Please try again with the button in the mail.",
    ],
    already: [
      "Your e-mail address is confirmed",
      "Go back to the page where you are registering. It goes on by itself; if not, press “Refresh” there. You can close this page.",
    ],
    expired: [
      "This button has expired",
      "Go back to the page where you are registering, press “Send again” and use the new mail.",
    ],
    replaced: [
      "This button cannot be used",
      "This registration has ended, or it goes on with another address. Look at the page where you are registering.",
    ],
    invalid: [
      "This address (URL) is not valid.",
      "Press the button in the mail again. If you copied the address, check that it is complete.",
    ],
  },
  unchanged: "Nothing about your registration has changed.",
};

export const pressWords = (lang: Language): PressWords => (lang === "ja" ? ja : en);
