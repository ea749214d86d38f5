export const ja = {
  id: {
    title: "IDを忘れた方",
    lead: "ご加入の健康保険組合が、本人確認のうえでお答えします。お電話かメールでお知らせください。",
  },
  password: {
    title: "パスワードを忘れた方",
    lead: "ご加入の健康保険組合が、本人確認のうえで新しいご案内をお送りします。お電話かメールでお知らせください。",
  },
  first: "まだ登録していない方",
  firstText:
    "お手元のご案内に書かれた仮のユーザIDと仮パスワードでログインしてください。ご案内をなくしたときは、組合へご連絡ください。",
  ready: "ご用意いただくもの",
  readyItems: [
    "資格確認書または資格情報のお知らせ(記号・番号がわかるもの)",
    "登録したメールアドレス(登録した方)",
  ],
  back: "ログイン画面へ",
};

export const en: typeof ja = {
  id: {
    title: "Forgot your ID",
    lead: "Your health insurance society will check who you are and tell you. Please call or write.",
  },
  password: {
    title: "Forgot your password",
    lead: "Your health insurance society will check who you are and send you a new letter. Please call or write.",
  },
  first: "Not registered yet?",
  firstText:
    "Sign in with the provisional user ID and password printed on your letter. If you have lost the letter, contact your society.",
  ready: "Have at hand",
  readyItems: [
    "Your eligibility certificate or eligibility notice (it shows your symbol and number)",
    "The e-mail address that you registered, if any",
  ],
  back: "To the sign-in page",
};
