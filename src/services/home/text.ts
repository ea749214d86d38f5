import type { Language } from "../../society/types.ts";

const ja = {
  title: "ホーム",
  san: "さん",
  lastSignIn: "前回のログイン",
  firstTime: "ご登録ありがとうございます。",
  records: "記録を見る",
  eligibility: "資格を確かめる",
  paperwork: "手続き・予約をする",
  noServices: "ご利用いただけるサービスは、準備ができたものから、ここに表示されます。",
  confirmTitle: "メールアドレスの確認が、まだ終わっていません",
  confirmText:
    "お送りしたメールの中のボタンを押してください。アドレスが間違っていると、パスワードを忘れたときのメールや、大切なお知らせが届きません。メールが届いていないときは、もう一度送れます。続けて送るときは、1分ほどおいてください。",
  resend: "メールをもう一度送る",
  passwordEndingTitle: "パスワードの有効期限が近づいています",
  passwordEnding: (until: string) =>
    `いまのパスワードは、${until}までです。過ぎても登録はなくなりませんが、はじめに新しいパスワードを決めていただきます。`,
  changePassword: "パスワードを変更する",
  safer: "ログインをもっと安全に",
  saferText:
    "パスワードのほかに、指紋や顔、6桁の番号でもご本人を確かめると、パスワードを知られても安心です。使うかどうかは、いつでも選べます。",
  saferButton: "二段階認証を登録する",
  failedTitle: "登録のメールアドレスに、メールが届きませんでした",
  failedText:
    "このままでは、大切なお知らせや、パスワードを忘れたときのメールが届きません。新しいアドレスを登録するか、いまのアドレスをもう一度確認してください。",
  failedTextSecond:
    "このままでは、大切なお知らせが届きません。予備のメールアドレスを使うか、新しいアドレスを登録してください。いまのアドレスを、もう一度確認することもできます。",
  failedChange: "メールアドレスを変更・確認する",
  failedSwap: "予備のメールアドレスを使う",
  coverEndedTitle: (until: string) => `記録は、${until}まで見られます`,
  coverEndedText: (on: string) =>
    `${on}から、この健康保険組合の資格がありません。申請や届出、予約はできません。お心当たりのないときは、組合へご連絡ください。`,
  registeredTitle: "登録が終わりました",
  registeredText: "次からは、登録したユーザIDと新しいパスワードでログインしてください。",
  sentTitle: "確認のメールを送りました",
  sentText: "数分たっても届かないときは、迷惑メールの置き場所をご覧ください。",
};

const en: typeof ja = {
  title: "Home",
  san: "",
  lastSignIn: "Last sign-in",
  firstTime: "Thank you for registering.",
  records: "See your records",
  eligibility: "Check your eligibility",
  paperwork: "Paperwork and bookings",
  noServices: "Services will appear here as soon as they are ready.",
  confirmTitle: "Your e-mail address is not confirmed yet",
  confirmText:
    "Press the button in the mail that we sent you. If the address is wrong, important notices cannot reach you, nor can the mail for when you forget your password. If our mail has not arrived, we can send it again. Please leave a minute in between.",
  resend: "Send the mail again",
  passwordEndingTitle: "Your password will expire soon",
  passwordEnding: (until) =>
    `It is valid until ${until}. Nothing is lost after that, but you will choose a new one first.`,
  changePassword: "Change the password",
  safer: "Make your sign-in safer",
  saferText:
    "With a fingerprint, your face or a six-digit code beside the password, you are safe even when somebody learns your password. You can choose at any time whether to use it.",
  saferButton: "Set up a second step",
  failedTitle: "Mail to your registered address could not be delivered",
  failedText:
    "Important notices cannot reach you, nor can the mail for when you forget your password. Please register another address, or confirm this one once more.",
  failedTextSecond:
    "Important notices cannot reach you. Please use your second address, or register another one. You can also confirm this one once more.",
  failedChange: "Change or confirm the address",
  failedSwap: "Use the second address",
  coverEndedTitle: (until) => `You can read your records until ${until}`,
  coverEndedText: (on) =>
    `You have not been covered by this society since ${on}. Applications, notifications and bookings are not possible. If you think that this is wrong, please contact your society.`,
  registeredTitle: "You are registered",
  registeredText: "From now on, sign in with your user ID and the new password.",
  sentTitle: "The mail is on its way",
  sentText: "If it does not arrive within a few minutes, look into your junk folder.",
};

export const homeWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
