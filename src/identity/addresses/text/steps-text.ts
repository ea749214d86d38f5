import type { Wording } from "../../../flow/index.ts";
import type { Language } from "../../../society/types.ts";

type Around = readonly [before: string, after: string];

/** Typing an address, and waiting for its mail. */
const ja = {
  address: {
    main: {
      title: "メールアドレスの変更",
      lead: "これから使うメールアドレスを入力してください。そのアドレスに、確認のメールを送ります。",
      label: "新しいメールアドレス",
    },
    second: {
      title: "予備のメールアドレスの登録",
      lead: "ご自分だけがメールを読めるアドレスを入力してください。そのアドレスに、確認のメールを送ります。",
      label: "予備のメールアドレス",
    },
  },
  first: "メールアドレスの登録",
  current: "いまのメールアドレス",
  currentSecond: "いまの予備のメールアドレス",
  hint: "例:hanako@example.jp",
  domainTitle: "メールが届くように、先に確かめてください",
  domain: (domain: string) =>
    `迷惑メールの設定をしている方は、「${domain}」からのメールを受け取れるようにしてください。`,
  send: "確認のメールを送る",
  cancel: "やめる",
  checkTitle: "メールに届いた番号を入力してください",
  checkTitleUnsent: "メールアドレスの確認",
  sentTo: (time: string): Around => ["", ` へ、${time}にメールを送りました。`],
  unsentTo: ["", " へ、確認のメールを送ります。"] as Around,
  unchanged: "確認が終わるまで、登録は変わりません。",
  code: "6桁の番号",
  check: "確認",
  undelivered: "このアドレスには、メールを届けられませんでした",
  undeliveredNext: "アドレスに間違いがないか、確かめてください。",
  pressedTitle: "メールの中のボタンを押した方は",
  pressed: "「更新」を押してください。スマートフォンなど、別の機器で押した方も同じです。",
  waiting: "確認を待っています。ボタンの確認が済むと、この画面は自動で進みます。",
  refresh: "更新",
  wrongTitle: "アドレスを間違えた方は",
  again: "メールアドレスを入力し直す",
  applyTitle: "メールアドレスを確認しました",
  applyLead: {
    main: "「登録する」を押すと、これからは、このアドレスにメールが届きます。",
    second: "「登録する」を押すと、このアドレスを予備として登録します。",
  },
  apply: "登録する",
};

const en: typeof ja = {
  address: {
    main: {
      title: "Change your e-mail address",
      lead: "Type the address that you want to use from now on. We send a mail there to check it.",
      label: "New e-mail address",
    },
    second: {
      title: "Register a second e-mail address",
      lead: "Type an address whose mails nobody else reads. We send a mail there to check it.",
      label: "Second e-mail address",
    },
  },
  first: "Register an e-mail address",
  current: "Your address now",
  currentSecond: "Your second address now",
  hint: "Example: hanako@example.jp",
  domainTitle: "Please check first that the mail can reach you",
  domain: (domain) => `If you filter your mails, please allow those from “${domain}”.`,
  send: "Send me the mail",
  cancel: "Cancel",
  checkTitle: "Type the digits that we mailed to you",
  checkTitleUnsent: "Confirm your e-mail address",
  sentTo: (time) => ["We sent a mail to ", ` at ${time}.`],
  unsentTo: ["We will send a mail to ", "."],
  unchanged: "Until it is checked, nothing is changed.",
  code: "Six digits",
  check: "Check",
  undelivered: "Mail to this address could not be delivered",
  undeliveredNext: "Please check that the address is right.",
  pressedTitle: "If you pressed the button in the mail",
  pressed: "Press “Refresh”, also if you pressed the button on another device.",
  waiting:
    "Waiting for the confirmation. After the mail’s button was used, this page goes on by itself.",
  refresh: "Refresh",
  wrongTitle: "If the address is wrong",
  again: "Change the e-mail address",
  applyTitle: "Your e-mail address is confirmed",
  applyLead: {
    main: "Press “Register”, and mails go to this address from now on.",
    second: "Press “Register”, and this is your second address.",
  },
  apply: "Register",
};

export const stepsWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);

const messages: Readonly<Record<Language, Wording["messages"]>> = {
  ja: {
    "address-same": () => "このアドレスは、もう登録されています。別のアドレスを入力してください。",
    "address-is-main": () =>
      "主なメールアドレスと同じです。予備には、別のアドレスを入力してください。",
    "address-no-main": () => "先に、主なメールアドレスを登録してください。",
    "mails-used-up": (_, { most = "" }) =>
      `確認のメールは、24時間に${most}通までです。時間をおいてから、やり直してください。`,
    "mail-too-soon": () =>
      "メールを送ったばかりです。1分ほど待ってから「再送信」を押してください。",
    "code-none": () => "このアドレスには、まだメールを送っていません。「再送信」を押してください。",
    "code-wrong": (_, { left = "" }) =>
      `番号が違います。いちばん新しいメールの番号を入力してください。あと${left}回入力できます。`,
    "code-used-up": () =>
      "番号の間違いが続いたため、この番号は使えなくなりました。「再送信」を押して、新しい番号を入力してください。",
    "code-expired": () =>
      "この番号は、使える時間が過ぎました。「再送信」を押して、新しい番号を入力してください。",
    "button-void": () => "メールのボタンでは確認できませんでした。番号を入力してください。",
  },
  en: {
    "address-same": () => "This address is registered already. Type another one.",
    "address-is-main": () => "This is your main address. Type another one as the second.",
    "address-no-main": () => "Register your main address first.",
    "mails-used-up": (_, { most = "" }) =>
      `We send ${most} of these mails within 24 hours at most. Please try again later.`,
    "mail-too-soon": () =>
      "A mail was sent just now. Wait for about a minute and press “Send again”.",
    "code-none": () => "No mail was sent to this address yet. Press “Send again”.",
    "code-wrong": (_, { left = "" }) =>
      `These digits are not right. Type those of the newest mail. Tries left: ${left}.`,
    "code-used-up": () =>
      "After too many wrong tries these digits no longer work. Press “Send again” and type the new ones.",
    "code-expired": () =>
      "These digits are no longer valid. Press “Send again” and type the new ones.",
    "button-void": () => "The button of the mail did not work. Type the digits instead.",
  },
};

/** Labels of the fields, and what may be wrong with them. */
export const stepsWording = (lang: Language): Wording => ({
  labels: {
    email: lang === "ja" ? "メールアドレス" : "E-mail address",
    code: stepsWords(lang).code,
  },
  messages: messages[lang],
});
