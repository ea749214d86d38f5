/** ご利用案内: what there is, how to register, and on what it runs. */
export const ja = {
  title: "ご利用案内",
  contents: "このページの内容",
  functions: "主な機能のご紹介",
  functionItems: [
    "登録:組合からお送りした仮のユーザIDと仮パスワードで、はじめの登録ができます。",
    "ホーム:組合からのお知らせと、ご利用いただけるサービスを表示します。",
    "表示の切り替え:文字を大きくできます。英語でも表示できます。",
  ],
  first: "登録の流れ(はじめてのログイン)",
  firstTime: "5分ほどで終わります。途中でやめても、入力した内容の続きから始められます。",
  have: "ご用意いただくもの",
  haveItems: [
    "仮のユーザIDと仮パスワードのご案内",
    "保険者番号(ご案内、資格確認書、資格情報のお知らせにある8桁の番号)",
    "メールを受け取れるメールアドレス",
  ],
  steps: [
    {
      title: "仮のユーザIDと仮パスワードでログインする",
      body: "ご案内にあるとおりに入力します。大文字と小文字、全角と半角は、どちらでもかまいません。",
    },
    {
      title: "本人確認をして、利用規約に同意する",
      body: "保険者番号と生年月日を入力します。利用規約をお読みになり、「同意する」を選んで「確認」を押します。",
    },
    {
      title: "ユーザID、パスワード、メールアドレスを決める",
      body: "ご自身で決めて入力し、「入力内容確認」を押します。条件は画面に表示されます。",
    },
    {
      title: "入力した内容を確かめて、登録する",
      body: "正しければ「実行」を、直すときは「戻る」を押します。",
    },
    {
      title: "登録が終わったことを確かめる",
      body: "登録の完了をお知らせするメールが届きます。メールのボタンから、メールアドレスの確認をお願いします。次からは、決めたユーザIDとパスワードでログインします。",
    },
  ],
  notOpen:
    "登録の受け付けは、まだ始まっていません。仮のユーザIDと仮パスワードのご案内を、大切に保管してください。",
  lost: "ご案内が見つからないときは、組合にお問い合わせください。",
  contact: "お問い合わせ先を見る",
  faq: "よくある質問を見る",
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
    "Home: shows news from your society and the services that you can use.",
    "Display: text can be made larger, and every page is there in Japanese and English.",
  ],
  first: "How to register (first sign-in)",
  firstTime: "It takes about five minutes. If you stop on the way, you can go on from there.",
  have: "Have at hand",
  haveItems: [
    "The letter with your provisional user ID and password",
    "The insurer number (8 digits; on the letter, the eligibility certificate and the eligibility notice)",
    "An e-mail address where you receive mail",
  ],
  steps: [
    {
      title: "Sign in with the provisional user ID and password",
      body: "Type them as they are on the letter. Capital or small, full or half width does not matter.",
    },
    {
      title: "Show who you are and agree to the terms of use",
      body: "Enter the insurer number and your birth date. Read the terms, choose “I agree” and go on.",
    },
    {
      title: "Choose your user ID, password and e-mail address",
      body: "Choose and enter them. The page says what is allowed.",
    },
    {
      title: "Check what you entered and register",
      body: "If all is right, register; otherwise go back and correct it.",
    },
    {
      title: "See that the registration is complete",
      body: "A mail tells you that the registration is complete. Please confirm your address with its button. From now on sign in with the user ID and password that you chose.",
    },
  ],
  notOpen:
    "Registration is not open yet. Please keep the letter with your provisional user ID and password in a safe place.",
  lost: "If you cannot find the letter, please ask your society.",
  contact: "See whom to ask",
  faq: "See questions and answers",
  systems: "Recommended systems and browsers",
  systemRows: [
    ["iPhone, iPad", "Safari on iOS 13 or later (14 or later advised)"],
    ["Android", "Chrome on Android 9 or later (10 or later advised)"],
    ["Windows", "Current Edge, Chrome or Firefox on Windows 10 or later"],
    ["Mac", "Current Safari, Chrome or Firefox"],
  ],
  systemsNote: "iOS 12 and Android 8 and older do not work. Your browser must accept cookies.",
} satisfies typeof ja;
