import type { Language } from "../../../society/types.ts";

const ja = {
  conditionsTitle: "ログインIDの再確認",
  conditionsLead: "次のすべてに当てはまる方は、ログインIDをメールでご確認いただけます。",
  conditions: [
    "これまでにログインしたことがある",
    "メールアドレスを登録している",
    "登録したメールアドレスのメールを読める",
    "資格確認書または資格情報のお知らせが、手元にある",
  ],
  goOn: "進む",
  others: "当てはまらない方",
  never: "はじめてログインする方",
  neverText:
    "組合からお送りしたご案内の、仮のユーザIDと仮パスワードでログインしてください。登録が始まります。",
  toSignIn: "ログイン画面へ",
  lostLetter: "ご案内をなくした方、メールアドレスを登録していない方・忘れた方",
  lostLetterText: "ご加入の健康保険組合へお問い合わせください。",
  toContact: "お問い合わせ",
  identityTitle: "本人確認情報入力画面",
  identityLead:
    "資格確認書か資格情報のお知らせを見ながら、ご本人の情報を入力してください。登録したメールアドレスへ、ログインIDをご確認いただくメールをお送りします。",
  email: "登録メールアドレス",
  emailHint: "登録したときのメールアドレスです。ほかのアドレスへは送れません。",
  check: "確認",
  classicTitle: "個人アカウント仮パスワード再発行入力画面",
  classicLead:
    "ユーザIDとメールアドレスを入力して、「実行」を押してください。登録しているメールアドレスへ、仮パスワードをお送りします。",
  linkTitle: "パスワードの再設定",
  linkLead:
    "ユーザIDとメールアドレスを入力して、「実行」を押してください。登録しているメールアドレスへ、パスワードを決め直すためのメールをお送りします。",
  mixedLead:
    "ユーザIDとメールアドレスを入力して、「実行」を押してください。登録しているメールアドレスへ、パスワードを決め直すためのメールか、仮パスワードをお送りします。",
  userId: "ユーザID",
  accountEmail: "メールアドレス",
  execute: "実行",
  back: "戻る",
  idToo: "ユーザIDもわからない方",
  noAddress: "メールアドレスを登録していない方",
  noAddressText: "ご加入の健康保険組合へお問い合わせください。",
  busyTitle: "しばらくお待ちください",
  busy: "この回線からのお申し込みが続いたため、いまは受け付けていません。10分ほどたってから、もう一度お試しください。",
  inquiryNumber: "お問い合わせ番号",
};

const en: typeof ja = {
  conditionsTitle: "See your user ID again",
  conditionsLead: "If all of this is true for you, you can see your user ID by way of a mail.",
  conditions: [
    "You have signed in before",
    "You have registered an e-mail address",
    "You can read the mail of that address",
    "You have your eligibility certificate or eligibility notice at hand",
  ],
  goOn: "Go on",
  others: "If one of these does not apply to you",
  never: "You sign in for the first time",
  neverText:
    "Sign in with the provisional user ID and password of the letter from your society. Your registration begins there.",
  toSignIn: "To the sign-in page",
  lostLetter: "You have lost that letter, or have no registered address, or forgot which one it is",
  lostLetterText: "Please ask your health insurance society.",
  toContact: "Contact",
  identityTitle: "Confirm who you are",
  identityLead:
    "Type your own details as your eligibility certificate or eligibility notice shows them. A mail that leads to your user ID goes to your registered address.",
  email: "Registered e-mail address",
  emailHint: "The one that you registered with us. The mail cannot go to any other.",
  check: "Confirm",
  classicTitle: "Ask for a provisional password",
  classicLead:
    "Type your user ID and e-mail address, and press “Send”. A provisional password goes to your registered address.",
  linkTitle: "Set a new password",
  linkLead:
    "Type your user ID and e-mail address, and press “Send”. A mail with which you can choose a new password goes to your registered address.",
  mixedLead:
    "Type your user ID and e-mail address, and press “Send”. A mail with which you can choose a new password, or a provisional password, goes to your registered address.",
  userId: "User ID",
  accountEmail: "E-mail address",
  execute: "Send",
  back: "Back",
  idToo: "If you do not know your user ID either",
  noAddress: "If you have no registered address",
  noAddressText: "Please ask your health insurance society.",
  busyTitle: "Please wait a little",
  busy: "Many such requests came from your network, so we accept none for now. Please try again in about ten minutes.",
  inquiryNumber: "Inquiry number",
};

export const askingWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
