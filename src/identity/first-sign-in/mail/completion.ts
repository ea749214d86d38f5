import { type Mail, mailPage } from "../../../mail/index.ts";
import type { Language, Society } from "../../../society/types.ts";

type Completion = {
  readonly to: string;
  readonly language: Language;
  readonly society: Society;
  /** The page with the button that confirms the address. */
  readonly href: string;
};

const ja = {
  subject: "ご登録が終わりました",
  heading: "WEBサービスの登録が終わりました",
  paragraphs: (name: string) => [
    `${name}のWEBサービスに、このメールアドレスが登録されました。`,
    "下のボタンを押し、開いたページでもう一度ボタンを押すと、アドレスの確認が終わります。確認が済むと、パスワードを忘れたときの手続きができるようになります。",
  ],
  button: "メールアドレスを確認する",
  small: [
    "ボタンは14日間使えます。過ぎたときは、ログインして、ホームの画面からもう一度送れます。",
    "このメールにお心当たりのない方は、別の方がアドレスを間違えて登録したおそれがあります。ボタンを押さずに、下の連絡先へお知らせください。",
  ],
};

const en: typeof ja = {
  subject: "Your registration is done",
  heading: "Your registration is done",
  paragraphs: (name) => [
    `This e-mail address was registered with the member portal of ${name}.`,
    "Press the button below, and once more the button on the page that opens, to confirm the address. After that you can help yourself when you forget your password.",
  ],
  button: "Confirm the e-mail address",
  small: [
    "The button works for 14 days. After that, sign in and have the mail sent again from your home page.",
    "If you did not expect this mail, somebody may have mistyped their address. Do not press the button; please tell the contact below.",
  ],
};

/** 手続き完了メール: from webmaster@, right after 「実行」. No name, no ID: the address may be wrong. */
export const completionMail = ({ to, language, society, href }: Completion): Mail => {
  const words = language === "ja" ? ja : en;
  return {
    kind: "first-sign-in/completed",
    from: "webmaster",
    to,
    language,
    content: mailPage({
      language,
      society,
      subject: words.subject,
      heading: words.heading,
      paragraphs: words.paragraphs(society.name[language]),
      button: { label: words.button, href },
      small: words.small,
    }),
  };
};
