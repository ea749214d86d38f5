import type { Language } from "../../../society/types.ts";

type Said = readonly [title: string, lead: string];
type Undone = "open" | "done" | "expired" | "replaced" | "invalid";

/** What the button of a mail opens that undoes a change. */
const ja = {
  undoTitle: "メールアドレスの変更を取り消しますか",
  undoLead: (initials: string, at: string) =>
    `${initials === "" ? "" : `${initials} さんの`}メールアドレスの登録が、${at}に変わりました。`,
  undoBack: "取り消すと、主なメールアドレスは、次のアドレスに戻ります。",
  undoMeans: [
    "すべての機器がログアウトになります。",
    "いまのパスワードは使えなくなります。このアドレスのメールで、新しいパスワードを決めてください。",
    "変更の72時間前よりあとに登録された認証方法は、取り消されます。",
  ],
  undoOwn: "ご自身で変更した方は、何もせずに、この画面を閉じてください。",
  undoButton: "この変更を取り消す",
  undone: {
    open: [
      "取り消せませんでした",
      "混み合っていたため、取り消せませんでした。メールの中のボタンから、もう一度お試しください。",
    ],
    done: [
      "メールアドレスの変更を取り消しました",
      "すべての機器をログアウトし、これまでのパスワードを使えなくしました。新しいパスワードの決め方を、元のアドレスにメールでお送りしました。そのメールを見られない方は、下の連絡先へお知らせください。",
    ],
    expired: [
      "取り消せる期限が過ぎました",
      "変更を取り消せるのは、72時間です。お心当たりのない方は、組合へご連絡ください。連絡先は、この画面の下にあります。",
    ],
    replaced: [
      "このボタンは使えません",
      "そのあとで、登録の内容が新しくなりました。お心当たりのない方は、組合へご連絡ください。連絡先は、この画面の下にあります。",
    ],
    invalid: [
      "無効なURLです。",
      "メールの中のボタンを押し直してください。アドレスを写したときは、途中で切れていないか確かめてください。",
    ],
  } satisfies Record<Undone, Said> as Readonly<Record<Undone, Said>>,
  toPassword: "パスワードを決め直す",
  unchanged: "登録の内容は変わっていません。",
};

const en: typeof ja = {
  undoTitle: "Undo the change of your e-mail address?",
  undoLead: (initials, at) =>
    `On ${at} (Japan time) the registered e-mail addresses${initials === "" ? "" : ` of ${initials}`} were changed.`,
  undoBack: "If you undo it, this is the main e-mail address again:",
  undoMeans: [
    "Every device is signed out.",
    "The present password works no more. Choose a new one by a mail to this address.",
    "Ways to confirm that were set up later than 72 hours before the change are removed.",
  ],
  undoOwn: "If it was you who changed it, do nothing and close this page.",
  undoButton: "Undo this change",
  undone: {
    open: [
      "The change was not undone",
      "We were busy just now. Please try again with the button in the mail.",
    ],
    done: [
      "The change of your e-mail address was undone",
      "Every device was signed out, and the password works no more. How to choose a new one was mailed to the address that is back. If you cannot read its mails, please tell the contact below.",
    ],
    expired: [
      "It is too late to undo this",
      "A change can be undone for 72 hours. If it was not you, please contact your society. Its details are at the end of this page.",
    ],
    replaced: [
      "This button cannot be used",
      "What is registered was renewed since. If it was not you, please contact your society. Its details are at the end of this page.",
    ],
    invalid: [
      "This address (URL) is not valid.",
      "Press the button in the mail again. If you copied the address, check that it is complete.",
    ],
  },
  toPassword: "Choose a new password",
  unchanged: "Nothing that is registered has changed.",
};

export const linkWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
