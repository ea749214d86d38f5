import type { MemberId } from "../../../kernel/ids.ts";
import { clockIn } from "../../../kernel/moments.ts";
import type { Instant } from "../../../kernel/time.ts";
import { type Mail, mailPage } from "../../../mail/index.ts";
import type { Language, Society } from "../../../society/types.ts";
import type { Minted } from "../../mail-check/index.ts";
import type { Which } from "../rules.ts";

type CheckMail = {
  readonly to: string;
  readonly language: Language;
  readonly society: Society;
  /** 「H.S.」, or empty. */
  readonly initials: string;
  readonly memberId: MemberId;
  readonly which: Which;
  readonly minted: Minted;
  /** The page with the button. */
  readonly href: string;
  readonly sentAt: Instant;
  readonly codeUntil: Instant;
  readonly linkUntil: Instant;
};

const ja = {
  // The time tells the newest of a thread apart.
  subject: (sent: string) => `メールアドレスの確認(${sent})`,
  heading: "メールアドレスの確認",
  about: {
    main: (name: string) => `${name}のWEBサービスの、メールアドレスを変更する手続きです。`,
    second: (name: string) => `${name}のWEBサービスに、予備のメールアドレスを登録する手続きです。`,
  },
  type: "次の6桁の番号を、手続き中の画面に入力してください。",
  button: "このアドレスを確認する",
  small: (code: string, link: string) => [
    "番号のかわりに、上のボタンでも確認できます。どの機器で押しても構いません。開いたページで、もう一度ボタンを押してください。",
    `番号は${code}まで、ボタンは${link}まで使えます。何通も届いたときは、いちばん新しいメールの番号だけが使えます。`,
    "このメールにお心当たりのない方は、別の方がアドレスを間違えて入力したおそれがあります。番号を人に教えず、ボタンも押さずに、このメールを消してください。",
  ],
};

const en: typeof ja = {
  subject: (sent) => `Confirm your e-mail address (${sent})`,
  heading: "Confirm your e-mail address",
  about: {
    main: (name) => `This is about a new e-mail address at the member portal of ${name}.`,
    second: (name) => `This is about a second e-mail address at the member portal of ${name}.`,
  },
  type: "Type these six digits on the page where you are changing it.",
  button: "Confirm this address",
  small: (code, link) => [
    "Instead of typing the digits you can press the button above, on any device. Press once more on the page that opens.",
    `The digits work until ${code}, the button until ${link} (Japan time). If several mails came, only the digits of the newest one work.`,
    "If you did not expect this mail, somebody may have mistyped their address. Tell nobody the digits, do not press the button, and delete this mail.",
  ],
};

/** From no-reply@, to an address that somebody typed: nobody's name. */
export const checkMail = (given: CheckMail): Mail => {
  const { to, language, society, initials, memberId, which, minted, href, linkUntil } = given;
  const words = language === "ja" ? ja : en;
  const time = (at: Instant) => clockIn(language, at);
  return {
    id: minted.mailId,
    kind: "addresses/check",
    from: "no-reply",
    to,
    language,
    memberId,
    isUrgent: true,
    validUntil: linkUntil,
    content: mailPage({
      language,
      society,
      subject: words.subject(time(given.sentAt)),
      heading: words.heading,
      ...(initials === "" ? {} : { initials }),
      paragraphs: [words.about[which](society.name[language]), words.type],
      code: minted.code,
      button: { label: words.button, href },
      small: words.small(time(given.codeUntil), time(linkUntil)),
    }),
  };
};
