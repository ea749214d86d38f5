import type { Facts } from "../../../kernel/result.ts";
import type { Language } from "../../../society/types.ts";

type Message = (label: string, facts: Facts) => string;

const ja = {
  // Without a label: a button was sent that the page does not have.
  choose: (label) =>
    label === ""
      ? "受け付けられませんでした。もう一度ボタンを押してください。"
      : "「同意する」か「同意しない」を選んでください。",
  busy: () => "ただいま混み合っています。少しおいて、もう一度押してください。",
  "source-refused": () =>
    "この回線からの本人確認の間違いが続いたため、いまは受け付けていません。1時間ほどたってから、もう一度お試しください。",
  "letter-refused": () =>
    "本人確認の間違いが多く続いたため、このご案内では登録できなくなりました。お手数ですが、組合へご連絡のうえ、新しいご案内をお受け取りください。",
  "identity-wrong": () => "入力された内容が、ご案内の宛名の方の情報と一致しません。",
  "user-id-fixed": () =>
    "手続きの途中で、ユーザIDを選べないことになりました。ご案内のユーザIDを、そのままお使いください。",
  "user-id-stays": () =>
    "手続きの途中で、ユーザIDを選べないことになりました。いまのユーザIDを、そのままお使いください。",
  "factor-changed": () =>
    "手続きの途中で、登録済みの認証方法が変わりました。もう一度、ご本人の確認をお願いします。",
  "method-not-needed": () =>
    "手続きの途中で、認証方法の登録は必要なくなりました。いま登録されたものは、使われません。",
  "terms-changed": () =>
    "手続きの途中で、利用規約が新しくなりました。お読みになり、もう一度お選びください。",
  "file-address-changed": () =>
    "組合に届け出のあるメールアドレスが変わりました。先に、そのアドレスの確認をお願いします。",
  "code-none": () =>
    "このアドレスには、まだ番号を送っていません。ボタンを押して、確認のメールをお受け取りください。",
  "code-wrong": (_, { left = "" }) =>
    `番号が正しくありません。いちばん新しいメールの番号を入力してください。あと${left}回まで入力できます。`,
  "code-expired": () =>
    "この番号は、使える時間が過ぎました。「再送信」を押して、新しいメールの番号を入力してください。",
  "code-used-up": () =>
    "間違いが続いたため、この番号は使えなくなりました。「再送信」を押して、新しいメールの番号を入力してください。",
  "button-void": () =>
    "メールのボタンでは確認できませんでした。いちばん新しいメールの番号を入力するか、「再送信」を押してください。",
  "mails-used-up": (_, { most = "" }) =>
    `確認のメールは、24時間に${most}通までです。いまは送れません。届いているメールをお使いになるか、明日もう一度お試しください。`,
  "mail-too-soon": () =>
    "メールは、いま送ったところです。1分ほどたっても届かないときに、もう一度押してください。",
} satisfies Record<string, Message>;

const en = {
  choose: (label) =>
    label === ""
      ? "That was not understood. Please press the button again."
      : "Choose “I agree” or “I do not agree”.",
  busy: () => "We are busy just now. Please press the button again in a moment.",
  "source-refused": () =>
    "There were many wrong identity checks from your network, so we accept none for now. Please try again in about an hour.",
  "letter-refused": () =>
    "There were too many wrong identity checks, so this letter cannot be used any more. Please ask your society for a new one.",
  "identity-wrong": () => "What you typed does not match the person the letter is addressed to.",
  "user-id-fixed": () =>
    "While you were registering, your society decided that user IDs cannot be chosen. Please use the one of your letter.",
  "user-id-stays": () =>
    "While you were registering, your society decided that user IDs cannot be chosen. Please keep the one that you have.",
  "factor-changed": () =>
    "Meanwhile what you sign in with was changed. Please confirm once more that it is you.",
  "method-not-needed": () =>
    "Meanwhile a second step is not needed any more. What you have just set up will not be used.",
  "terms-changed": () =>
    "The terms of use changed while you were registering. Please read them and choose again.",
  "file-address-changed": () =>
    "The address that your society has on file has changed. Please confirm that address first.",
  "code-none": () => "No digits were sent to this address yet. Press the button to receive a mail.",
  "code-wrong": (_, { left = "" }) =>
    `These digits are not correct. Type those of the newest mail. Tries left: ${left}.`,
  "code-expired": () =>
    "These digits are no longer valid. Press “Send again” and type the digits of the new mail.",
  "code-used-up": () =>
    "There were several wrong tries, so these digits no longer work. Press “Send again” and type the digits of the new mail.",
  "button-void": () =>
    "The button of the mail did not work. Type the digits of the newest mail, or press “Send again”.",
  "mails-used-up": (_, { most = "" }) =>
    `At most ${most} mails go out in 24 hours, so we cannot send another one now. Use one that has arrived, or try again tomorrow.`,
  "mail-too-soon": () =>
    "A mail has just been sent. If it has not arrived in about a minute, press again.",
} satisfies Record<keyof typeof ja, Message>;

/** What a step may refuse. */
export const refusalMessages = { ja, en } as const;

/** As it stands on the page that waits for a mail. */
export const tooSoon = (lang: Language): string => refusalMessages[lang]["mail-too-soon"]();
