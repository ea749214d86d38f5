import type { Language } from "../../../society/types.ts";

const ja = {
  idTitle: "通知メール送信完了画面",
  idLead: "登録と一致した場合、次のメールアドレスへメールをお送りしました。",
  idNext: "メールのボタンを押すと、ログインIDをご覧になれます。",
  classicTitle: "個人アカウント仮パスワード再発行結果画面",
  classicLead: "登録と一致した場合、次のメールアドレスへ仮パスワードをお送りしました。",
  classicNext:
    "ユーザIDと、メールの仮パスワードでログインしてください。新しいパスワードを決める画面が開きます。それまでは、いまのパスワードも使えます。",
  linkTitle: "パスワード再設定のメール",
  linkLead: "登録と一致した場合、次のメールアドレスへメールをお送りしました。",
  linkNext: "メールのボタンを押すと、新しいパスワードを決められます。",
  mixedNext:
    "メールのボタンを押すか、メールに仮パスワードがあるときは、それでログインしてください。新しいパスワードを決める画面が開きます。",
  yourAddress: "あなたのメールアドレス",
  inquiryNumber: "お問い合わせ番号",
  codeTitle: "メールをほかの機器で読んでいる方",
  code: "6桁の確認番号",
  codeHint:
    "メールの中の、6桁の数字です。お問い合わせ番号ではありません。ここに入力しても、手続きを続けられます。",
  codeButton: "確認番号で進む",
  codeUsedUp: "確認番号は、もう入力できません",
  codeUsedUpText:
    "間違いが続いたためです。メールのボタンを押すか、はじめからもう一度お申し込みください。",
  again: "もう一度申し込む",
  back: "戻る",
  toSignIn: "ログイン画面へ",
  missingTitle: "メールが届かないとき",
  missingWait: "2、3分お待ちください。会社のメールでは、検査に時間がかかることがあります。",
  missingJunk: ["迷惑メールの箱もご覧ください。差出人は ", " です。"] as readonly [string, string],
  missingDomain: ["受信するドメインを指定している方は、", " を加えてください。"] as readonly [
    string,
    string,
  ],
  missingTyped:
    "入力した内容が登録と違うと、メールは届きません。お手元の書類を見て、もう一度お申し込みください。",
  missingMost:
    "続けてお申し込みになっても、メールは1分に1通までです。1日に5通をこえると、1時間に1通になります。",
  missingAsk: "それでも届かないときは、お問い合わせ番号を添えて、組合へお問い合わせください。",
  inquire: "お問い合わせ",
};

const en: typeof ja = {
  idTitle: "If it matched, a mail is on its way",
  idLead: "If what you typed matches your registration, a mail was sent to this address.",
  idNext: "Press the button in the mail to see your user ID.",
  classicTitle: "If it matched, a provisional password is on its way",
  classicLead:
    "If what you typed matches your registration, a provisional password was sent to this address.",
  classicNext:
    "Sign in with your user ID and the provisional password of the mail. A page opens where you choose a new one. Until then your password works as before.",
  linkTitle: "If it matched, a mail is on its way",
  linkLead: "If what you typed matches your registration, a mail was sent to this address.",
  linkNext: "Press the button in the mail to choose a new password.",
  mixedNext:
    "Press the button in the mail, or, if it has a provisional password, sign in with that. A page opens where you choose a new password.",
  yourAddress: "Your e-mail address",
  inquiryNumber: "Inquiry number",
  codeTitle: "If you read your mail on another device",
  code: "Six digits",
  codeHint: "You find them in the mail; they are not the inquiry number. Type them here to go on.",
  codeButton: "Check the digits",
  codeUsedUp: "No more digits can be typed here",
  codeUsedUpText:
    "There were several wrong tries. Press the button in the mail, or ask once more from the beginning.",
  again: "Ask again",
  back: "Back",
  toSignIn: "To the sign-in page",
  missingTitle: "If no mail arrives",
  missingWait: "Wait for two or three minutes. Company mail may be scanned first.",
  missingJunk: ["Look into your junk folder too. The sender is ", "."],
  missingDomain: ["If you accept mail from certain domains only, add ", "."],
  missingTyped:
    "If something that you typed differs from your registration, no mail comes. Look at your papers and ask once more.",
  missingMost:
    "However often you ask, one mail goes a minute at most; after five in a day, one an hour.",
  missingAsk: "If still nothing comes, please ask your society and tell them the inquiry number.",
  inquire: "Contact",
};

export const sentWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);

/** Beside 「6桁の確認番号」. One sentence for a wrong code, one that expired, and none at all. */
const jaCode = {
  unread: "メールの中の6桁の数字を入力してください。",
  wrong: (left: number) =>
    `確認番号が正しくないか、使える時間が過ぎています。いちばん新しいメールの確認番号を入力してください。あと${left}回まで入力できます。`,
};
const enCode: typeof jaCode = {
  unread: "Type the six digits of the mail.",
  wrong: (left) =>
    `These digits are not correct, or no longer valid. Type those of the newest mail. Tries left: ${left}.`,
};

export const codeMessages = (lang: Language): typeof jaCode => (lang === "ja" ? jaCode : enCode);
