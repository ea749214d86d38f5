import * as registering from "./registering-text.ts";

/** ご利用案内: what there is, how to register (registering-text.ts), and on what it runs. */
export const ja = {
  title: "ご利用案内",
  contents: "このページの内容",
  functions: "主な機能のご紹介",
  functionItems: [
    "登録:組合からお送りした仮のユーザIDと仮パスワードで、はじめの登録ができます。",
    "認証方法:指紋や顔、アプリやメールの番号で、ご本人を確かめます。「プロフィール変更」で追加や変更ができます。",
    "ホーム:組合からのお知らせと、ご利用いただけるサービスを表示します。",
    "忘れたとき:ユーザIDやパスワードを忘れたときは、ログイン画面から、ご自身で手続きできます。",
    "プロフィール変更:メールアドレス、パスワード、お知らせの受け取りを変えられます。ログイン中のデバイスと、ご自身の情報の利用の記録も確かめられます。",
    "表示の切り替え:文字を大きくできます。英語でも表示できます。",
  ],
  ...registering.ja,
  contact: "お問い合わせ先を見る",
  faq: "よくある質問を見る",
  senders: "メールの送信元",
  sendersLead:
    "次のアドレスからお送りします。受信するメールを限っている方は、受け取れるように設定してください。",
  senderRows: {
    "no-reply":
      "アドレスの確認、ワンタイムパスワード、ユーザIDやパスワードを忘れたとき、ロックのお知らせ",
    info: "医療費情報や資格情報などが新しくなったお知らせ",
    webmaster: "登録の完了と、登録した内容が変わったお知らせ",
  },
  sendersNote: "これらのアドレスに返信しても、お答えできません。",
  systems: "推奨OSおよびブラウザ",
  systemRows: [
    ["iPhone・iPad", "iOS 13以上(14以上をおすすめします)のSafari"],
    ["Android", "Android 9以上(10以上をおすすめします)のChrome"],
    ["Windows", "Windows 10以上の、最新のEdge、Chrome、Firefox"],
    ["Mac", "最新のSafari、Chrome、Firefox"],
  ] as readonly (readonly [string, string])[],
  systemsNote:
    "iOS 12以下、Android 8以下ではご利用いただけません。クッキーを受け入れる設定でお使いください。",
};

export const en = {
  title: "User guide",
  contents: "On this page",
  functions: "Main functions",
  functionItems: [
    "Registration: register with the provisional user ID and password that your society sent you.",
    "Second step: fingerprint, face, or a code from an app or a mail confirms that it is you. Your profile is where you add or change it.",
    "If you forgot: when you forgot your user ID or password, the sign-in page lets you help yourself.",
    "Profile: change your e-mail address, your password and which news you get; see where you are signed in, and who used your data.",
    "Home: shows news from your society and the services that you can use.",
    "Display: text can be made larger, and every page is there in Japanese and English.",
  ],
  ...registering.en,
  contact: "See whom to ask",
  faq: "See questions and answers",
  senders: "Who our mails come from",
  sendersLead:
    "Mails come from these addresses. If you accept mail from certain senders only, please allow them.",
  senderRows: {
    "no-reply":
      "Confirming an address, one-time passwords, a forgotten user ID or password, news of a lock",
    info: "News of your records, such as medical costs",
    webmaster: "That you are registered, and that your registration was changed",
  },
  sendersNote: "Answers to these addresses are not read.",
  systems: "Recommended systems and browsers",
  systemRows: [
    ["iPhone, iPad", "Safari on iOS 13 or later (14 or later advised)"],
    ["Android", "Chrome on Android 9 or later (10 or later advised)"],
    ["Windows", "Current Edge, Chrome or Firefox on Windows 10 or later"],
    ["Mac", "Current Safari, Chrome or Firefox"],
  ],
  systemsNote: "iOS 12 and Android 8 and older do not work. Your browser must accept cookies.",
} satisfies typeof ja;
