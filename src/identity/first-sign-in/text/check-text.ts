import type { Language } from "../../../society/types.ts";

type Around = readonly [before: string, after: string];

/** Waiting for the mail that confirms an address. */
const ja = {
  // 組合に届け出のあるアドレス
  fileTitle: "届け出のメールアドレスの確認",
  fileLead:
    "お使いの仮のパスワードは、組合が作成したものです。ほかの人が使うことのないよう、組合に届け出のあるアドレスで、ご本人であることを確認します。",
  fileTo: "確認のメールの送り先",
  fileFrom: "差出人",
  fileHow: "6桁の番号が書かれたメールを送ります。次の画面で、その番号を入力してください。",
  fileMasked: "ほかの人に分からないように、アドレスの一部を隠しています。",
  sendMail: "確認のメールを送る",
  lostTitle: "このアドレスのメールを見られない方は",
  lost: "組合へご連絡ください。連絡先は、この画面の下の「お困りのときは」にあります。",
  // 番号の入力
  title: "メールに届いた番号を入力してください",
  titleNotSent: "メールアドレス確認",
  sentTo: (time: string): Around => ["", ` へ、${time}にメールを送りました。`],
  notSentTo: ["", " へ、確認のメールを送ります。"] as Around,
  code: "6桁の番号",
  check: "確認",
  undelivered: "このアドレスには、メールを届けられませんでした",
  undeliveredNext: "アドレスに間違いがないか、確かめてください。",
  undeliveredOnFile:
    "組合に届け出のあるアドレスが、いまは使えないようです。組合へご連絡ください。連絡先は、この画面の下にあります。",
  pressedTitle: "メールの中のボタンを押した方は",
  pressed: "「更新」を押してください。スマートフォンなど、別の機器で押した方も同じです。",
  waiting: "確認を待っています。ボタンの確認が済むと、この画面は自動で進みます。",
  refresh: "更新",
  lostOnFile:
    "このアドレスのメールを見られない方は、組合へご連絡ください。連絡先は、この画面の下にあります。",
  wrongTitle: "アドレスを間違えた方は",
  change: "メールアドレスを入力し直す",
};

const en: typeof ja = {
  fileTitle: "Confirm the address on file",
  fileLead:
    "Your provisional password was made by your society. So that nobody else can use it, we first make sure that it is you, at the address that your society has on file.",
  fileTo: "The mail goes to",
  fileFrom: "It comes from",
  fileHow: "We will send you six digits. Type them on the next page.",
  fileMasked: "Part of the address is hidden from other people.",
  sendMail: "Send me the mail",
  lostTitle: "If you cannot read mail at this address",
  lost: "Please contact your society. Its details are under “Need help?” at the end of this page.",
  title: "Type the digits that we mailed to you",
  titleNotSent: "Confirm your e-mail address",
  sentTo: (time) => ["We sent a mail to ", ` at ${time}.`],
  notSentTo: ["We will send a mail to ", "."],
  code: "Six digits",
  check: "Check",
  undelivered: "Mail to this address could not be delivered",
  undeliveredNext: "Please check that the address is right.",
  undeliveredOnFile:
    "The address that your society has on file does not seem to work. Please contact your society; its details are at the end of this page.",
  pressedTitle: "If you pressed the button in the mail",
  pressed: "Press “Refresh”, also if you pressed the button on another device.",
  waiting:
    "Waiting for the confirmation. After the mail’s button was used, this page goes on by itself.",
  refresh: "Refresh",
  lostOnFile:
    "If you cannot read mail at this address, contact your society. Its details are at the end of this page.",
  wrongTitle: "If the address is wrong",
  change: "Change the e-mail address",
};

export const checkWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
