import type { Language } from "../../../society/types.ts";

/** The page of both addresses, and those that ask before one of them goes. */
const ja = {
  title: "メールアドレス",
  toProfile: "プロフィール変更へ戻る",
  toAddresses: "メールアドレスの画面へ戻る",
  main: "主なメールアドレス",
  mainLead: "お知らせや、ご本人を確かめる番号が届くアドレスです。",
  email: "メールアドレス",
  none: "登録されていません",
  confirmed: "確認が済んでいます。",
  unconfirmed: "まだ確認が終わっていません。",
  fails: "メールが届きませんでした。",
  register: "登録する",
  change: "変更する",
  confirmOrChange: "確認・変更する",
  second: "予備のメールアドレス",
  secondLead:
    "会社のアドレスが使えなくなったときなどのために、ご自分のアドレスを登録できます。ユーザIDやパスワードを忘れたときの手続きにも使えます。",
  makeMain: "主なアドレスにする",
  remove: "削除する",
  notices: "お知らせのメール",
  toNotices: "通知情報更新時のメール通知の設定",
  failedTitle: (on: string) => `${on}に、主なアドレスへメールを届けられませんでした`,
  failed:
    "アドレスが変わった方は、新しいアドレスを登録してください。いまも使っている方は、もう一度確認してください。",
  failedSecond:
    "予備のメールアドレスを主なアドレスにするか、新しいアドレスを登録してください。いまも使っている方は、もう一度確認してください。",
  swapTitle: "予備のメールアドレスを主なアドレスにする",
  swapLead: "これからは、このアドレスにメールが届きます。",
  swapKeeps: "いまの主なアドレスは、予備のメールアドレスになります。",
  swapDrops: "いまの主なアドレスは、メールが届くことを確認できないため、登録から外れます。",
  swap: "主なアドレスにする",
  removeTitle: "予備のメールアドレスの削除",
  removeLead: "このアドレスを、予備から削除しますか。",
  removeMeans: "削除すると、ユーザIDやパスワードを忘れたときの手続きに使えなくなります。",
  cancel: "やめる",
};

const en: typeof ja = {
  title: "E-mail addresses",
  toProfile: "Back to the profile",
  toAddresses: "Back to your e-mail addresses",
  main: "Main e-mail address",
  mainLead: "Notices go here, and codes that confirm that it is you.",
  email: "E-mail address",
  none: "None is registered",
  confirmed: "Confirmed.",
  unconfirmed: "Not confirmed yet.",
  fails: "Mail could not be delivered.",
  register: "Register",
  change: "Change",
  confirmOrChange: "Confirm or change",
  second: "Second e-mail address",
  secondLead:
    "You can register a personal address for when the company’s ends. It also helps when you forget your user ID or password.",
  makeMain: "Make it the main one",
  remove: "Delete",
  notices: "Notices by mail",
  toNotices: "Mails when records are updated",
  failedTitle: (on) => `On ${on} mail to your main address could not be delivered`,
  failed:
    "If you have another address now, please register it. If you still use this one, please confirm it once more.",
  failedSecond:
    "Make the second address the main one, or register another. If you still use this one, please confirm it once more.",
  swapTitle: "Make the second address the main one",
  swapLead: "From now on mails go to this address.",
  swapKeeps: "Your main address now becomes the second one.",
  swapDrops: "Your main address now is removed: it is not certain that mail reaches it.",
  swap: "Make it the main one",
  removeTitle: "Delete the second address",
  removeLead: "Do you want to delete this second address?",
  removeMeans: "It can then no longer help when you forget your user ID or password.",
  cancel: "Cancel",
};

export const addressesWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);

type Said = readonly [title: string, text?: string];

const jaDone = {
  "main-changed": [
    "メールアドレスを変更しました",
    "前のアドレスにも、お知らせしました。これからは、新しいアドレスにメールが届きます。",
  ],
  "main-confirmed": ["メールアドレスを確認しました"],
  "second-set": ["予備のメールアドレスを登録しました", "主なアドレスにも、お知らせしました。"],
  "second-removed": ["予備のメールアドレスを削除しました", "主なアドレスにも、お知らせしました。"],
  swapped: ["主なメールアドレスを変更しました", "前のアドレスにも、お知らせしました。"],
  "no-second": ["予備のメールアドレスは、いまはありません", "すでに変更されています。"],
  "notices-on": ["メールでお知らせします"],
  "notices-off": ["メールでのお知らせを止めました"],
} satisfies Readonly<Record<string, Said>>;

const enDone: Readonly<Record<keyof typeof jaDone, Said>> = {
  "main-changed": [
    "Your e-mail address was changed",
    "The address before was told as well. Mails go to the new one from now on.",
  ],
  "main-confirmed": ["Your e-mail address is confirmed"],
  "second-set": ["Your second address is registered", "Your main address was told as well."],
  "second-removed": ["Your second address was deleted", "Your main address was told as well."],
  swapped: ["Your main address was changed", "The address before was told as well."],
  "no-second": ["There is no second address", "It was changed already."],
  "notices-on": ["You will be told by mail"],
  "notices-off": ["You will not be told by mail any more"],
};

export const doneWords = (lang: Language): Readonly<Record<keyof typeof jaDone, Said>> =>
  lang === "ja" ? jaDone : enDone;
