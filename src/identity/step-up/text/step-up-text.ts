import type { Wording } from "../../../flow/index.ts";
import type { Language } from "../../../society/types.ts";

const ja = {
  title: "もう一度、ご本人の確認",
  lead: "大事なお手続きの前に、もう一度パスワードを入力してください。ほかの人に変えられないようにするためです。",
  password: "パスワード",
  next: "次へ進む",
  othersTitle: "別の方法で確認する",
};

const en: typeof ja = {
  title: "Please confirm once more that it is you",
  lead: "Before this step we ask for your password again, so that nobody else can change your account.",
  password: "Password",
  next: "Continue",
  othersTitle: "Confirm in another way",
};

export const stepUpWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);

const jaMessages = {
  "step-up-password-wrong": () =>
    "パスワードが正しくありません。大文字と小文字を確かめて、もう一度入力してください。",
} satisfies Wording["messages"];

const enMessages: typeof jaMessages = {
  "step-up-password-wrong": () =>
    "The password is not correct. Check capital and small letters, and type it again.",
};

export const stepUpMessages = (lang: Language): Wording["messages"] =>
  lang === "ja" ? jaMessages : enMessages;
