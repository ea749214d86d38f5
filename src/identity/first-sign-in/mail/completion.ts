import type { MemberId } from "../../../kernel/ids.ts";
import { type Mail, mailPage } from "../../../mail/index.ts";
import type { Language, Society } from "../../../society/types.ts";

type Completion = {
  readonly to: string;
  readonly language: Language;
  readonly society: Society;
  readonly memberId: MemberId;
  /** 「H.S.」, or empty. */
  readonly initials: string;
  /** With a new letter, over the account that there was. */
  readonly isAgain?: boolean;
  /** The page with the button that confirms the address; null: it is confirmed. */
  readonly href: string | null;
  /** 認証方法 that was enrolled, such as 「生体認証(わたしのスマートフォン)」. */
  readonly method?: string | null;
};

const ja = {
  subject: "ご登録が終わりました",
  subjectAgain: "登録し直しました",
  headingAgain: "WEBサービスに登録し直しました",
  heading: "WEBサービスの登録が終わりました",
  registered: (name: string) => `${name}のWEBサービスに、このメールアドレスが登録されました。`,
  press:
    "下のボタンを押し、開いたページでもう一度ボタンを押すと、アドレスの確認が終わります。パスワードを忘れたときのメールも、このアドレスへお送りします。",
  confirmed: "次からは、登録したユーザIDとパスワードでログインしてください。",
  method: (title: string) =>
    `認証方法「${title}」を登録しました。ログインのときに、パスワードのあとに使います。`,
  button: "メールアドレスを確認する",
  until: "ボタンは14日間使えます。過ぎたときは、ログインして、ホームの画面からもう一度送れます。",
  unexpected:
    "このメールにお心当たりのない方は、別の方がアドレスを間違えて登録したおそれがあります。ボタンを押さずに、下の連絡先へお知らせください。",
  notMe: "お心当たりのない方は、すぐに下の連絡先へお知らせください。",
};

const en: typeof ja = {
  subject: "Your registration is done",
  subjectAgain: "You have registered again",
  headingAgain: "You have registered again",
  heading: "Your registration is done",
  registered: (name) => `This e-mail address was registered with the member portal of ${name}.`,
  press:
    "Press the button below, and once more the button on the page that opens, to confirm the address. The mail for when you forget your password goes there too.",
  confirmed: "From now on, sign in with the user ID and the password that you registered.",
  method: (title) =>
    `Your second step is set up: ${title}. It is asked for after the password when you sign in.`,
  button: "Confirm the e-mail address",
  until:
    "The button works for 14 days. After that, sign in and have the mail sent again from your home page.",
  unexpected:
    "If you did not expect this mail, somebody may have mistyped their address. Do not press the button; please tell the contact below.",
  notMe: "If you did not do this, please tell the contact below at once.",
};

/** 手続き完了メール: from webmaster@, right after 「実行」. No name, no ID: the address may be wrong. */
export const completionMail = (given: Completion): Mail => {
  const { to, language, society, memberId, initials, isAgain = false, href, method = null } = given;
  const words = language === "ja" ? ja : en;
  const button = href === null ? {} : { button: { label: words.button, href } };
  return {
    kind: "first-sign-in/completed",
    from: "webmaster",
    to,
    language,
    memberId,
    content: mailPage({
      language,
      society,
      subject: isAgain ? words.subjectAgain : words.subject,
      heading: isAgain ? words.headingAgain : words.heading,
      ...(initials === "" ? {} : { initials }),
      paragraphs: [
        words.registered(society.name[language]),
        href === null ? words.confirmed : words.press,
        ...(method === null ? [] : [words.method(method)]),
      ],
      ...button,
      small: href === null ? [words.notMe] : [words.until, words.unexpected],
    }),
  };
};
