import type { Wording } from "../../../../flow/index.ts";
import type { Language } from "../../../../society/types.ts";
import type { Unsent } from "../rules.ts";

type Around = readonly [before: string, after: string];
type Note = { readonly title: string; readonly next: string };

const ja = {
  // 認証方法の選択
  title: "ワンタイムパスワード (OTP) メール認証",
  why: "ログインのたびに、6桁の番号をメールで送ります。その番号を画面に入力します。",
  suits: "会社と自宅など、いくつかの機器からお使いの方",
  goesTo: (address: string) => `${address} に届きます`,
  takes: "届くまで1、2分かかることがあります",
  // 番号の入力
  pageTitle: "メールに届いた番号を入力してください",
  pageTitleUnsent: "ワンタイムパスワードのメール",
  sentTo: (time: string): Around => ["", ` へ、${time}に、6桁の番号を送りました。`],
  code: "ワンタイムパスワード",
  codeLabel: "ワンタイムパスワード(6桁の番号)",
  check: "確認",
  send: "メールを送る",
  unsent: {
    "no-address": {
      title: "メールを送れるアドレスがありません",
      next: "メールアドレスが変わったか、まだ確認されていません。お手数ですが、下の連絡先へお問い合わせください。",
    },
    "too-soon": {
      title: "メールは、いま送ったところです",
      next: "1分ほどたっても届かないときに、もう一度「再送信」を押してください。",
    },
    hour: {
      title: "いまは、これ以上メールを送れません",
      next: "メールは1時間に10通までです。1時間ほどたってから、もう一度お試しください。",
    },
    day: {
      title: "今日は、これ以上メールを送れません",
      next: "メールは24時間に20通までです。明日、もう一度お試しください。",
    },
  } satisfies Record<Unsent, Note>,
  undelivered: "登録のメールアドレスには、届けられませんでした",
  undeliveredNext: "アドレスが変わったか、いまは使えないようです。",
  other: {
    verify: "お急ぎのときは、下の「別の方法で認証する」からお進みください。",
    enrol: "お急ぎのときは、下の「ほかの方法を選ぶ」からお進みください。",
    none: "お困りのときは、組合へご連絡ください。連絡先は、この画面の下にあります。",
  },
  lost: "このアドレスのメールを見られない方は、組合へご連絡ください。連絡先は、この画面の下にあります。",
  // メール
  subject: (mark: string) => `【${mark}】ワンタイムパスワードのお知らせ`,
  heading: "ワンタイムパスワードのお知らせ",
  about: {
    verify: (society: string) =>
      `${society}のWEBサービスで、ログインなどの前に、ご本人であることを確かめます。`,
    enrol: (society: string) =>
      `${society}のWEBサービスで、「ワンタイムパスワード (OTP) メール認証」を登録する手続きです。`,
  },
  type: "次の6桁の番号を、手続き中の画面に入力してください。",
  until: (time: string) =>
    `番号は${time}まで使えます。何通も届いたときは、いちばん新しいメールの番号だけが使えます。`,
  secret: "番号を、電話やメールで人に教えないでください。組合からお聞きすることはありません。",
  stranger:
    "お心当たりのない方は、あなたのパスワードを別の方が知っているおそれがあります。すぐに下の連絡先へお知らせください。",
};

const en: typeof ja = {
  title: "One-time password by e-mail",
  why: "Each time you sign in we mail you six digits. You type them on the page.",
  suits: "If you use several devices, such as one at work and one at home",
  goesTo: (address) => `Goes to ${address}`,
  takes: "May take a minute or two to arrive",
  pageTitle: "Type the digits that we mailed to you",
  pageTitleUnsent: "One-time password by e-mail",
  sentTo: (time) => ["We sent six digits to ", ` at ${time}.`],
  code: "One-time password",
  codeLabel: "One-time password (six digits)",
  check: "Check",
  send: "Send me the mail",
  unsent: {
    "no-address": {
      title: "There is no address that we can send a mail to",
      next: "Your e-mail address has changed, or it is not confirmed yet. Please contact your society; you find it below.",
    },
    "too-soon": {
      title: "A mail has just been sent",
      next: "If it has not arrived in about a minute, press “Send again” once more.",
    },
    hour: {
      title: "We cannot send another mail just now",
      next: "At most 10 mails go out in an hour. Please try again in about an hour.",
    },
    day: {
      title: "We cannot send another mail today",
      next: "At most 20 mails go out in 24 hours. Please try again tomorrow.",
    },
  },
  undelivered: "Mail to your address could not be delivered",
  undeliveredNext: "The address has changed, or it does not work just now.",
  other: {
    verify: "If it is urgent, use “Confirm in another way” below.",
    enrol: "If it is urgent, use “Choose another way” below.",
    none: "If you need help, contact your society. Its details are at the end of this page.",
  },
  lost: "If you cannot read mail at this address, contact your society. Its details are at the end of this page.",
  subject: (mark) => `[${mark}] Your one-time password`,
  heading: "Your one-time password",
  about: {
    verify: (society) =>
      `The member portal of ${society} confirms that it is you, such as before you are signed in.`,
    enrol: (society) =>
      `This is about setting up one-time passwords by e-mail for the member portal of ${society}.`,
  },
  type: "Type these six digits on the page that asks for them.",
  until: (time) =>
    `The digits work until ${time} (Japan time). If several mails came, only the digits of the newest one work.`,
  secret: "Tell nobody these digits, by telephone or by mail. Your society never asks for them.",
  stranger:
    "If you did not expect this mail, somebody else may know your password. Please tell the contact below at once.",
};

export const mailOtpWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);

const jaMessages = {
  "mail-otp-wrong": (_, { left = "" }) =>
    `ワンタイムパスワードが正しくありません。いちばん新しいメールの番号を入力してください。この番号は、あと${left}回まで入力できます。`,
  "mail-otp-used-up": () =>
    "ワンタイムパスワードが正しくありません。間違いが続いたため、この番号は使えなくなりました。「再送信」を押して、新しいメールの番号を入力してください。",
  "mail-otp-over": () =>
    "この番号は、もう使えません。「再送信」を押して、新しいメールの番号を入力してください。",
  "mail-otp-expired": () =>
    "この番号は、使える時間が過ぎました。「再送信」を押して、新しいメールの番号を入力してください。",
  "mail-otp-none": () => "まだ番号を送っていません。ボタンを押して、メールをお受け取りください。",
  "mail-otp-gone": () =>
    "ワンタイムパスワード (OTP) メール認証は、いまは登録されていません。お手数ですが、もう一度ログインしてください。",
} satisfies Wording["messages"];

const enMessages = {
  "mail-otp-wrong": (_, { left = "" }) =>
    `The one-time password is not correct. Type the digits of the newest mail. Tries left for these digits: ${left}.`,
  "mail-otp-used-up": () =>
    "The one-time password is not correct. There were several wrong tries, so these digits no longer work. Press “Send again” and type the digits of the new mail.",
  "mail-otp-over": () =>
    "These digits cannot be used any more. Press “Send again” and type the digits of the new mail.",
  "mail-otp-expired": () =>
    "These digits are no longer valid. Press “Send again” and type the digits of the new mail.",
  "mail-otp-none": () => "No digits were sent yet. Press the button to receive a mail.",
  "mail-otp-gone": () =>
    "One-time passwords by e-mail are not set up any more. Please sign in again.",
} satisfies Record<keyof typeof jaMessages, Wording["messages"][string]>;

/** The one field, and what may be refused. */
export const mailOtpWording = (lang: Language): Wording => ({
  labels: { mailCode: mailOtpWords(lang).code },
  messages: lang === "ja" ? jaMessages : enMessages,
});
