export const ja = {
  title: "お問い合わせ",
  lead: "ご加入の健康保険組合がお答えします。",
  tel: "電話",
  hours: "受付時間",
  email: "メール",
  form: "お問い合わせフォーム",
  openForm: "フォームを開く",
  before: "お問い合わせの前に",
  beforeItems: [
    "記号・番号がわかるもの(資格確認書、資格情報のお知らせなど)をお手元にご用意ください。",
    "画面に「お問い合わせ番号」があるときは、その番号もお伝えください。",
    "パスワードは伝えないでください。職員がお聞きすることもありません。",
  ],
  faq: "よくある質問を見る",
  qrTitle: "スマートフォンで開く",
  qrForm: "QRコードを読み取ると、お問い合わせフォームが開きます。",
  qrPage: "QRコードを読み取ると、この画面がスマートフォンで開きます。",
  qrLabel: "お問い合わせのQRコード",
  restingTitle: "いまはフォームを使えません",
  resting:
    "点検のあいだは、フォームでのお問い合わせを受け付けていません。点検のあとで、もう一度開いてください。",
  which:
    "ご加入の健康保険組合へお問い合わせください。組合の名前は、資格確認書や資格情報のお知らせにあります。",
};

export const en = {
  title: "Contact",
  lead: "Your health insurance society will answer.",
  tel: "Telephone",
  hours: "Hours",
  email: "E-mail",
  form: "Contact form",
  openForm: "Open the form",
  before: "Before you ask",
  beforeItems: [
    "Have something at hand that shows your symbol and number (eligibility certificate, eligibility notice).",
    "If the page shows an inquiry number, please tell us that number, too.",
    "Never tell your password. Staff do not ask for it.",
  ],
  faq: "See questions and answers",
  qrTitle: "Open on your phone",
  qrForm: "Scan this QR code to open the contact form.",
  qrPage: "Scan this QR code to open this page on your phone.",
  qrLabel: "QR code of the contact page",
  restingTitle: "The form is closed just now",
  resting: "During maintenance no questions are taken by form. Please come back afterwards.",
  which:
    "Please ask your health insurance society. Its name is on your eligibility certificate or eligibility notice.",
} satisfies typeof ja;
