import type { Language } from "../../../society/types.ts";

const ja = {
  "forgot-id": {
    title: "ログインIDの確認",
    lead: "下のボタンを押すと、ログインIDが表示されます。このページは、1回だけ使えます。",
    button: "ログインIDを表示する",
  },
  "forgot-password": {
    title: "パスワードの再設定",
    lead: "下のボタンを押すと、新しいパスワードを決める手続きが始まります。このページは、1回だけ使えます。",
    button: "パスワードを再設定する",
  },
  voidTitle: "URL無効通知画面",
  voidHeading: "無効なURLです。",
  voidAgain: "再度本人確認からやり直してください。",
  because: {
    used: "このURLは、もう使われています。使えるのは1回だけです。",
    expired: "このURLは、使える時間が過ぎました。",
    replaced: "このあとに、新しいメールをお送りしています。いちばん新しいメールをご覧ください。",
    refused:
      "この画面からは、お手続きを続けられません。ご加入の健康保険組合へお問い合わせください。",
    invalid:
      "URLが途中で切れていないか、お確かめください。古いメールのURLは、使えなくなっています。",
  },
  toIdentity: "本人確認画面へ",
  toPassword: "もう一度申し込む",
  close: "閉じる",
  closedTitle: "この画面を閉じてください",
  closed: "お手続きはここで終わりです。ブラウザのタブを閉じてください。",
  resultTitle: "ログインID再通知画面",
  resultLead: "あなたのログインIDは下記になります。",
  yourId: "あなたのID",
  readable: (until: string) =>
    `この画面は、この機器で、${until}か、ログインするまで見られます。紙などに控えてください。`,
  initialiseTitle: "パスワードもわからない方",
  initialiseClassic:
    "「パスワード初期化」を押すと、いまのパスワードは使えなくなります。メールで仮パスワードをお送りします。",
  initialiseLink: "「パスワード初期化」を押すと、新しいパスワードを決める手続きが始まります。",
  initialise: "パスワード初期化",
  toSignIn: "ログイン画面へ",
  overTitle: "ログインIDの表示を終わりました",
  over: "安全のため、ログインIDを表示するのは、10分間か、ログインするまでです。もう一度ご覧になるには、本人確認からやり直してください。",
  initialisedTitle: "個人アカウント仮パスワード再発行結果画面",
  initialised: "処理が正常に終了しました。",
  initialisedNext: "■仮パスワードがメールにて送信されますので、ご確認ください。",
  initialisedThen:
    "これまでのパスワードは使えなくなりました。ユーザIDと、メールの仮パスワードでログインすると、新しいパスワードを決める画面が開きます。",
};

const en: typeof ja = {
  "forgot-id": {
    title: "See your user ID",
    lead: "Press the button below, and your user ID is shown. This page works once only.",
    button: "Show my user ID",
  },
  "forgot-password": {
    title: "Set a new password",
    lead: "Press the button below to choose a new password. This page works once only.",
    button: "Set a new password",
  },
  voidTitle: "Not a valid address (URL)",
  voidHeading: "This address (URL) is not valid.",
  voidAgain: "Please begin once more from the identity check.",
  because: {
    used: "It has been used already, and works once only.",
    expired: "The time in which it works is over.",
    replaced: "A newer mail was sent after this one. Please look at the newest mail.",
    refused: "You cannot continue here. Please ask your health insurance society.",
    invalid: "Check that the address is complete. Those of old mails do not work any more.",
  },
  toIdentity: "To the identity check",
  toPassword: "Ask again",
  close: "Close",
  closedTitle: "Please close this page",
  closed: "There is nothing more to do here. Close the tab of your browser.",
  resultTitle: "Your user ID",
  resultLead: "This is the user ID that you sign in with.",
  yourId: "Your ID",
  readable: (until) =>
    `On this device you can see this page until ${until} (Japan time), or until you sign in. Please write the ID down.`,
  initialiseTitle: "If you do not know your password either",
  initialiseClassic:
    "When you press “Reset the password”, your password stops working, and a provisional one is sent to you by mail.",
  initialiseLink: "When you press “Reset the password”, you can choose a new one.",
  initialise: "Reset the password",
  toSignIn: "To the sign-in page",
  overTitle: "Your user ID is no longer shown",
  over: "To be safe, it is shown for ten minutes, or until you sign in. To see it again, please begin once more from the identity check.",
  initialisedTitle: "A provisional password is on its way",
  initialised: "Your password was reset.",
  initialisedNext: "A provisional password is sent to you by mail. Please look at your mailbox.",
  initialisedThen:
    "Your password until now no longer works. Sign in with your user ID and the provisional password of the mail; a page opens where you choose a new one.",
};

export const openingWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
