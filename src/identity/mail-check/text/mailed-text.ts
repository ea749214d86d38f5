import type { Language } from "../../../society/types.ts";

/** Waiting for a mail with six digits, whatever they are for. */
const ja = {
  codeHint: "メールの中の数字です。",
  codeUntil: (time: string) => `${time}まで使えます。`,
  spent: {
    expired: "この番号は、使える時間が過ぎました",
    "used-up": "この番号は、使えなくなりました",
  },
  spentNext: "「再送信」を押して、新しいメールの番号を入力してください。",
  failed: "メールを送れませんでした",
  failedNext: "しばらくしてから「再送信」を押してください。",
  late: "メールの送信に、いつもより時間がかかっています",
  lateNext: "送信できしだい届きます。このままお待ちください。",
  missingTitle: "メールが届かないとき",
  missingWait: "2、3分お待ちください。会社のメールでは、検査に時間がかかることがあります。",
  missingJunk: ["迷惑メールの箱もご覧ください。差出人は ", " です。"] as readonly [string, string],
  missingNewest: (mark: string) =>
    `何通も届いたときは、いちばん新しいメールの番号だけが使えます。件名に「${mark}」とあるものです。`,
  resend: "再送信",
  wait: "続けては送れません。",
  waitUntil: (time: string) => `${time}を過ぎてから`,
  waitThen: (now: string) => `押してください。(いま${now})`,
};

const en: typeof ja = {
  codeHint: "You find them in the mail. ",
  codeUntil: (time) => `They work until ${time}.`,
  spent: {
    expired: "These digits are no longer valid",
    "used-up": "These digits no longer work",
  },
  spentNext: "Press “Send again” and type the digits of the new mail.",
  failed: "The mail could not be sent",
  failedNext: "Please wait a little and press “Send again”.",
  late: "Sending mail takes longer than usual just now",
  lateNext: "It will reach you as soon as it is sent. Please wait.",
  missingTitle: "If no mail arrives",
  missingWait: "Wait for two or three minutes. Company mail may be scanned first.",
  missingJunk: ["Look into your junk folder too. The sender is ", "."],
  missingNewest: (mark) =>
    `If several mails came, only the digits of the newest one work: the one with “${mark}” in its subject.`,
  resend: "Send again",
  wait: "We cannot send twice in a row. ",
  waitUntil: (time) => `Press after ${time}`,
  waitThen: (now) => `. (It is ${now} now.)`,
};

export const mailedWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
