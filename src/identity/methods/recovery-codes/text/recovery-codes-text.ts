import type { Wording } from "../../../../flow/index.ts";
import type { Language } from "../../../../society/types.ts";
import { renewal } from "../../text/lost-text.ts";

type Around = readonly [before: string, after: string];

const ja = {
  title: "リカバリーコード",
  why: "スマートフォンをなくしたときなどに、紙に控えたコードで本人であることを確かめます。",
  // 控え
  pageTitle: "リカバリーコードを控えてください",
  lead: "スマートフォンをなくしたときなどに、いつもの認証方法のかわりに使う、10個のコードです。1つのコードは1回だけ使えます。",
  onceTitle: "このコードを表示するのは、いまだけです",
  once: "印刷するか、紙に書き写して、パスワードとは別の場所にしまってください。なくしたときは、ログインしたあと「プロフィール変更」で作り直せます。",
  exemptTitle: "かならず控えてください",
  exempt:
    "メールアドレスの登録がない方は、認証方法が使えなくなったときに、このコードがないとログインできません。",
  codes: "リカバリーコード(10個)",
  madeOn: (day: string) => `作成日 ${day}`,
  print: "印刷する",
  save: "ファイルに保存する",
  saveHint: "保存したファイルは、ほかの人に見られない場所に置いてください。",
  kept: "控えました",
  later: "あとで",
  laterHint:
    "「あとで」を押すと、このコードは使えません。「プロフィール変更」で、いつでも作れます。",
  // ファイル
  fileTitle: (society: string) => `${society} リカバリーコード`,
  fileHow:
    "いつもの認証方法が使えないときに、ログインの画面で「別の方法で認証する」を選び、どれか1つを入力します。",
  fileOnce: "1つのコードは1回だけ使えます。ほかの人に見せないでください。",
  fileAt: (origin: string) => `ログインの画面: ${origin}/`,
  // ログイン
  askTitle: "リカバリーコードを入力してください",
  askLead: "紙などに控えた10個のコードのうち、まだ使っていないものを1つ入力してください。",
  code: "リカバリーコード",
  hint: [
    "数字と英字の10文字です。例:",
    "(大文字と小文字、空白、ハイフンの違いは問いません)",
  ] as Around,
  check: "確認",
  noneTitle: "使えるリカバリーコードが残っていません",
  noneRenew: `ほかの認証方法をお使いください。それも使えないときは、${renewal("ja")}`,
  none: "ほかの認証方法をお使いになるか、組合へご連絡ください。連絡先は、この画面の下にあります。",
};

const en: typeof ja = {
  title: "Recovery codes",
  why: "If you lose your phone, codes on paper confirm that it is you.",
  pageTitle: "Keep your recovery codes",
  lead: "If you lose your phone, for instance, these ten codes stand in for your usual second step. Each code works once.",
  onceTitle: "These codes are shown only now",
  once: "Print them or write them down, and keep them apart from your password. If you lose them, sign in and make new ones in your profile.",
  exemptTitle: "You need these codes",
  exempt:
    "Without an e-mail address you cannot sign in without them when your usual second step fails.",
  codes: "Recovery codes (ten)",
  madeOn: (day) => `Made on ${day}`,
  print: "Print",
  save: "Save as a file",
  saveHint: "Keep the file where nobody else can see it.",
  kept: "I have kept them",
  later: "Later",
  laterHint:
    "If you press “Later”, these codes will not work. You can make some in your profile at any time.",
  fileTitle: (society) => `${society}: recovery codes`,
  fileHow:
    "When your usual second step does not work, choose “Confirm in another way” while signing in, and type one of these.",
  fileOnce: "Each code works once. Show them to nobody.",
  fileAt: (origin) => `Sign in at: ${origin}/`,
  askTitle: "Type a recovery code",
  askLead: "Type one of the ten codes that you kept on paper, one that you have not used yet.",
  code: "Recovery code",
  hint: [
    "Ten letters and digits, such as ",
    ". Upper or lower case, spaces and hyphens do not matter.",
  ],
  check: "Check",
  noneTitle: "No recovery code is left",
  noneRenew: `Use another way. If none works: ${renewal("en")}`,
  none: "Use another way, or contact your society. Its details are at the end of this page.",
};

export const recoveryCodesWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);

const jaMessages = {
  "recovery-codes-form": (_, { length = "" }) =>
    `リカバリーコードは、数字と英字の10文字です。いまは${length}文字か、使わない文字が入っています。`,
  "recovery-codes-wrong": () =>
    "リカバリーコードが正しくないか、もう使ったものです。ほかのコードをお試しください。",
} satisfies Wording["messages"];

const enMessages = {
  "recovery-codes-form": (_, { length = "" }) =>
    `A recovery code is ten letters and digits. It now has ${length}, or a character that codes do not have.`,
  "recovery-codes-wrong": () =>
    "This recovery code is not correct, or it was used before. Please try another one.",
} satisfies Record<keyof typeof jaMessages, Wording["messages"][string]>;

/** The one field, and what may be refused. */
export const recoveryCodesWording = (lang: Language): Wording => ({
  labels: { recoveryCode: recoveryCodesWords(lang).code },
  messages: lang === "ja" ? jaMessages : enMessages,
});
