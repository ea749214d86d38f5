import type { MemberId } from "../../kernel/ids.ts";
import { clockIn } from "../../kernel/moments.ts";
import type { Instant } from "../../kernel/time.ts";
import { type Mail, mailPage } from "../../mail/index.ts";
import type { Language, Society } from "../../society/types.ts";
import type { Minted } from "./mint.ts";

type CheckMail = {
  readonly to: string;
  readonly language: Language;
  readonly society: Society;
  /** 「H.S.」, or empty. */
  readonly initials: string;
  readonly memberId: MemberId;
  readonly minted: Minted;
  /** The page with the button. */
  readonly href: string;
  readonly sentAt: Instant;
  readonly codeUntil: Instant;
  readonly linkUntil: Instant;
};

type Until = { readonly code: string; readonly link: string };

const ja = {
  // The time tells the newest of a thread apart.
  subject: (sent: string) => `メールアドレスの確認(${sent})`,
  heading: "メールアドレスの確認",
  paragraphs: (name: string) => [
    `${name}のWEBサービスの、初回ログインの手続きです。`,
    "次の6桁の番号を、手続き中の画面に入力してください。",
  ],
  button: "このアドレスを確認する",
  small: ({ code, link }: Until) => [
    `番号のかわりに、上のボタンでも確認できます。どの機器で押しても構いません。開いたページで、もう一度ボタンを押してください。`,
    `番号は${code}まで、ボタンは${link}まで使えます。何通も届いたときは、いちばん新しいメールの番号だけが使えます。`,
    "このメールにお心当たりのない方は、別の方がアドレスを間違えて入力したおそれがあります。番号を人に教えず、ボタンも押さずに、このメールを消してください。",
  ],
};

const en: typeof ja = {
  subject: (sent) => `Confirm your e-mail address (${sent})`,
  heading: "Confirm your e-mail address",
  paragraphs: (name) => [
    `This is about your first sign-in to the member portal of ${name}.`,
    "Type these six digits on the page where you are registering.",
  ],
  button: "Confirm this address",
  small: ({ code, link }) => [
    "Instead of typing the digits you can press the button above, on any device. Press once more on the page that opens.",
    `The digits work until ${code}, the button until ${link} (Japan time). If several mails came, only the digits of the newest one work.`,
    "If you did not expect this mail, somebody may have mistyped their address. Tell nobody the digits, do not press the button, and delete this mail.",
  ],
};

/** From no-reply@. Nobody's name: the address may be a stranger's. */
export const checkMail = (given: CheckMail): Mail => {
  const { to, language, society, initials, memberId, minted, href, linkUntil } = given;
  const words = language === "ja" ? ja : en;
  const time = (at: Instant) => clockIn(language, at);
  return {
    id: minted.mailId,
    kind: "address/check",
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
      paragraphs: words.paragraphs(society.name[language]),
      code: minted.code,
      button: { label: words.button, href },
      small: words.small({ code: time(given.codeUntil), link: time(linkUntil) }),
    }),
  };
};
