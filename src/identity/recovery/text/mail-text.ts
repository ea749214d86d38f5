import type { Language } from "../../../society/types.ts";

const ja = {
  "forgot-id": {
    // The time tells the newest of a thread apart.
    subject: (sent: string) => `ログインIDの再通知のお知らせ(${sent})`,
    heading: "ログインIDの再通知のお知らせ",
    asked: (name: string) =>
      `${name}のWEBサービスで、ログインIDの再通知のお申し込みを受け付けました。`,
    next: "次の6桁の確認番号を、お申し込みの画面に入力してください。確認番号のかわりに、下のボタンを押しても構いません。開いたページで、もう一度ボタンを押すと、ログインIDが表示されます。",
    button: "ログインIDを確認する",
    unchanged: "あなたのIDとパスワードは変わっていません。",
  },
  "forgot-password": {
    subject: (sent: string) => `パスワード再設定のお知らせ(${sent})`,
    heading: "パスワード再設定のお知らせ",
    asked: (name: string) =>
      `${name}のWEBサービスで、パスワード再設定のお申し込みを受け付けました。`,
    next: "次の6桁の確認番号を、お申し込みの画面に入力してください。確認番号のかわりに、下のボタンを押しても構いません。開いたページで、もう一度ボタンを押すと、手続きが始まります。",
    button: "パスワードを再設定する",
    unchanged: "手続きが終わるまで、いまのパスワードは変わりません。",
  },
  until: (code: string, link: string) =>
    `確認番号は${code}まで、ボタンは${link}まで、1回だけ使えます。`,
  newest: "何通も届いたときは、いちばん新しいメールだけが使えます。",
  notYou:
    "お心当たりのない方は、別の方があなたの情報を入力したおそれがあります。確認番号を人に教えず、ボタンも押さずに、このメールを消してください。続けて届くときは、下の連絡先へお知らせください。",
  refusedHeading: "お手続きは、組合が承ります",
  obstacles: {
    "staff-lock":
      "このユーザIDは、いま組合が利用を止めています。この画面からのお手続きでは元に戻りません。下の連絡先へお問い合わせください。",
    "awaits-letter":
      "組合から、新しいご案内の紙をお送りしています。届いたご案内の仮のユーザIDと仮パスワードで、ログインしてください。届かないときは、下の連絡先へお問い合わせください。",
    "cover-ended":
      "資格を喪失してから期間が過ぎたため、このサービスはご利用になれません。ご不明の点は、下の連絡先へお問い合わせください。",
  },
  refusedNotYou: "お心当たりのない方は、何もしなくて構いません。登録の内容は変わっていません。",
};

const en: typeof ja = {
  "forgot-id": {
    subject: (sent) => `Your user ID (${sent})`,
    heading: "Your user ID",
    asked: (name) => `Somebody asked the member portal of ${name} to show your user ID once more.`,
    next: "Type these six digits on the page where you asked. Instead, you can press the button below, and once more the button on the page that opens. Then your user ID is shown.",
    button: "See your user ID",
    unchanged: "Your ID and your password have not changed.",
  },
  "forgot-password": {
    subject: (sent) => `Set a new password (${sent})`,
    heading: "Set a new password",
    asked: (name) => `Somebody asked the member portal of ${name} to set a new password for you.`,
    next: "Type these six digits on the page where you asked. Instead, you can press the button below, and once more the button on the page that opens. Then you can begin.",
    button: "Set a new password",
    unchanged: "Until you have finished, your password stays as it is.",
  },
  until: (code, link) =>
    `The digits work until ${code}, the button until ${link} (Japan time), and once only.`,
  newest: "If several mails came, only the newest one works.",
  notYou:
    "If you did not ask for this, somebody else may have typed your details. Tell nobody the digits, do not press the button, and delete this mail. If more such mails come, please tell the contact below.",
  refusedHeading: "Please ask your society",
  obstacles: {
    "staff-lock":
      "Your society has locked this user ID. It cannot be opened again from these pages. Please ask the contact below.",
    "awaits-letter":
      "Your society has sent you a new letter. Sign in with the provisional user ID and password printed on it. If it does not arrive, please ask the contact below.",
    "cover-ended":
      "Your cover ended some time ago, so this service cannot be used any more. If you have questions, please ask the contact below.",
  },
  refusedNotYou: "If you did not ask for this, there is nothing to do. Nothing has changed.",
};

export const mailWords = (lang: Language): typeof ja => (lang === "ja" ? ja : en);
