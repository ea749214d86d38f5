import type { Wording } from "../../../flow/index.ts";
import type { Language } from "../../../society/types.ts";
import { passwordMessages } from "../../passwords/index.ts";

const ja = {
  title: "パスワードの変更",
  lead: "新しいパスワードを、2回入力してください。",
  userId: "ユーザID",
  everywhere: "全てのデバイスからサインアウトする",
  everywhereHint: "ほかの機器のログインを終わらせます。この機器では、そのままお使いいただけます。",
  everywhereAlways: "変更すると、ほかの機器のログインはすべて終わります。",
  save: "変更する",
  cancel: "やめる",
  expiredTitle: "新しいパスワードを決めてください",
  expiredLead: (days: number) =>
    `パスワードの有効期限(${days}日)が過ぎました。新しいパスワードを決めると、続けてお使いいただけます。`,
  expiredCalm: "登録内容は変わっていません。いままでのパスワードとは違うものにしてください。",
  doneTitle: "パスワードを変えました",
  done: "次からは、新しいパスワードでログインしてください。",
  goOn: "続ける",
  password: "パスワード",
  again: "パスワード確認用",
};

const en: typeof ja = {
  title: "Change your password",
  lead: "Type the new password twice.",
  userId: "User ID",
  everywhere: "Sign out of all devices",
  everywhereHint: "Ends the sign-in on all other devices. On this one you stay signed in.",
  everywhereAlways: "The change ends the sign-in on all other devices.",
  save: "Change",
  cancel: "Cancel",
  expiredTitle: "Please choose a new password",
  expiredLead: (days) =>
    `Your password was valid for ${days} days, and that time is over. Choose a new one to go on.`,
  expiredCalm:
    "Nothing in your account has changed. The new password must differ from the old one.",
  doneTitle: "Your password was changed",
  done: "From now on, sign in with the new password.",
  goOn: "Continue",
  password: "Password",
  again: "Password again",
};

export const passwordWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);

/** What only a change may refuse. */
export const changeMessages = {
  ja: {
    "password-unchanged": () => "いまのパスワードと同じです。違うものにしてください。",
    "password-changed-meanwhile": () =>
      "別の画面で、パスワードが変更されました。もう一度変えるときは、改めて入力してください。",
  },
  en: {
    "password-unchanged": () => "This is your password now. Choose another one.",
    "password-changed-meanwhile": () =>
      "Meanwhile the password was changed in another window. To change it once more, type it again.",
  },
} satisfies Readonly<Record<Language, Wording["messages"]>>;

export const passwordWording = (lang: Language): Wording => {
  const words = passwordWords(lang);
  return {
    labels: { password: words.password, passwordAgain: words.again },
    messages: { ...passwordMessages[lang], ...changeMessages[lang] },
  };
};
