import type { Language } from "../../../society/types.ts";

/** 本人確認画面・個人情報入力画面・入力確認画面・パスワード紛失等の注意事項出力画面 */
const ja = {
  identityTitle: "本人確認画面",
  identityLead:
    "ご本人であることを確認します。仮のユーザIDが書かれたご案内をお手元にご用意ください。",
  check: "確認",
  detailsTitle: "個人情報入力画面",
  detailsLead: "これから使うユーザIDとパスワードを決めて、入力してください。",
  detailsLeadFormer:
    "いまのご登録の内容が入っています。変えるところだけを直し、パスワードは新しく決めて入力してください。",
  emailDomainTitle: "メールを受け取る準備をお願いします",
  emailDomain: (domain: string) =>
    `登録が終わると webmaster@${domain} からメールが届きます。受け取る相手を限っている方は、先に「${domain}」からのメールを受け取れるようにしてください。`,
  toConfirm: "入力内容確認",
  confirmTitle: "入力確認画面",
  confirmLead: "入力した内容をお確かめください。よろしければ「実行」を押してください。",
  hidden: "表示していません",
  none: "登録しない",
  wants: "希望する",
  wantsNot: "希望しない",
  run: "実行",
  back: "戻る",
  completedTitle: "パスワード紛失等の注意事項出力画面",
  completedNote: "登録が終わりました",
  completedLead: "ユーザIDとパスワードの登録が終わりました。次のことをお読みください。",
  completedPassword: "パスワードを忘れたときは",
  completedPasswordText:
    "ログイン画面の「パスワードを忘れた方はこちら」から手続きができます。そのためには、メールアドレスの登録が必要です。",
  completedNoMail:
    "メールアドレスは登録されていません。パスワードを忘れたときは、組合へご連絡ください。",
  completedMail: "確認のメールを送りました",
  completedMailText: (domain: string) =>
    `webmaster@${domain} からメールが届きます。メールの中のボタンを押して、アドレスの確認を済ませてください。`,
  completedMailMissing:
    "しばらくたっても届かないときは、迷惑メールの置き場所をご覧ください。それでも見つからないときは、アドレスの入力が間違っているか、受け取る相手を限る設定になっているかもしれません。",
  toMenu: "メニューへ",
};

const en: typeof ja = {
  identityTitle: "Identity check",
  identityLead:
    "Let us make sure that it is you. Have the letter with your provisional user ID at hand.",
  check: "Check",
  detailsTitle: "Your details",
  detailsLead: "Choose the user ID and the password that you will use from now on.",
  detailsLeadFormer:
    "Your present details are filled in. Change what is to be another, and choose a new password.",
  emailDomainTitle: "Please make sure that our mail reaches you",
  emailDomain: (domain) =>
    `When the registration is done, a mail from webmaster@${domain} arrives. If you only receive mail from certain senders, allow “${domain}” first.`,
  toConfirm: "Check the details",
  confirmTitle: "Check what you typed",
  confirmLead: "Please check the details. If they are right, press “Register”.",
  hidden: "not shown",
  none: "none",
  wants: "yes",
  wantsNot: "no",
  run: "Register",
  back: "Back",
  completedTitle: "Registration done: please read",
  completedNote: "You are registered",
  completedLead: "Your user ID and password are registered. Please read the following.",
  completedPassword: "When you forget your password",
  completedPasswordText:
    "Use “Forgot your password?” on the sign-in page. It needs a registered e-mail address.",
  completedNoMail:
    "No e-mail address is registered. If you forget your password, please contact your society.",
  completedMail: "We sent you a mail",
  completedMailText: (domain) =>
    `A mail from webmaster@${domain} is on its way. Press the button in it to confirm your address.`,
  completedMailMissing:
    "If it does not arrive, look into your junk folder. If it is not there either, the address may be mistyped, or your mailbox may refuse our domain.",
  toMenu: "To the menu",
};

export const classicWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
