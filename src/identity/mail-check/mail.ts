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
  /** The page with the button; null: only the code proves this address. */
  readonly href: string | null;
  readonly sentAt: Instant;
  readonly codeUntil: Instant;
  readonly linkUntil: Instant;
};

type Until = { readonly code: string; readonly link: string };

type Words = {
  readonly subject: (sent: string) => string;
  readonly heading: string;
  readonly paragraphs: (society: string) => readonly string[];
  readonly button: string;
  readonly small: (until: Until) => readonly string[];
};

const ja: Words = {
  // The time tells the newest of a thread apart.
  subject: (sent) => `メールアドレスの確認(${sent})`,
  heading: "メールアドレスの確認",
  paragraphs: (name) => [
    `${name}のWEBサービスの、初回ログインの手続きです。`,
    "次の6桁の番号を、手続き中の画面に入力してください。",
  ],
  button: "このアドレスを確認する",
  small: ({ code, link }) => [
    `番号のかわりに、上のボタンでも確認できます。どの機器で押しても構いません。開いたページで、もう一度ボタンを押してください。`,
    `番号は${code}まで、ボタンは${link}まで使えます。何通も届いたときは、いちばん新しいメールの番号だけが使えます。`,
    "このメールにお心当たりのない方は、別の方がアドレスを間違えて入力したおそれがあります。番号を人に教えず、ボタンも押さずに、このメールを消してください。",
  ],
};

const en: Words = {
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

// To the address that the society has on file: nobody typed it. Who gets this unexpectedly must not
// help whoever holds their password, and so there is no button: only digits that are typed.
const jaOnFile: Words = {
  subject: (sent) => `ご本人の確認番号(${sent})`,
  heading: "ご本人の確認番号",
  paragraphs: (name) => [
    `${name}のWEBサービスで、あなたの仮パスワードによる初回ログインの手続きが始まりました。`,
    "ご自身で手続きをしている方は、次の6桁の番号を、手続き中の画面に入力してください。",
  ],
  button: "",
  small: ({ code }) => [
    `番号は${code}まで使えます。何通も届いたときは、いちばん新しいメールの番号だけが使えます。`,
    "手続きをした覚えのない方は、ほかの方があなたの仮パスワードを使っているおそれがあります。番号を誰にも教えず、すぐに下の連絡先へお知らせください。",
  ],
};

const enOnFile: Words = {
  subject: (sent) => `Is it you? Your digits (${sent})`,
  heading: "Is it you?",
  paragraphs: (name) => [
    `A first sign-in to the member portal of ${name} has begun with your provisional password.`,
    "If it is you who is registering, type these six digits on the page where you are registering.",
  ],
  button: "",
  small: ({ code }) => [
    `The digits work until ${code} (Japan time). If several mails came, only the digits of the newest one work.`,
    "If you did not begin this, somebody else may be using your provisional password. Tell nobody the digits, and please tell the contact below at once.",
  ],
};

const words = { typed: { ja, en }, "on-file": { ja: jaOnFile, en: enOnFile } } as const;

/** From no-reply@. Nobody's name: a typed address may be a stranger's. */
export const checkMail = (given: CheckMail): Mail => {
  const { to, language, society, initials, memberId, minted, href, linkUntil } = given;
  const { subject, heading, paragraphs, button, small } =
    words[href === null ? "on-file" : "typed"][language];
  const time = (at: Instant) => clockIn(language, at);
  return {
    id: minted.mailId,
    kind: href === null ? "address/check-on-file" : "address/check",
    from: "no-reply",
    to,
    language,
    memberId,
    isUrgent: true,
    validUntil: href === null ? given.codeUntil : linkUntil,
    content: mailPage({
      language,
      society,
      subject: subject(time(given.sentAt)),
      heading,
      ...(initials === "" ? {} : { initials }),
      paragraphs: paragraphs(society.name[language]),
      code: minted.code,
      ...(href === null ? {} : { button: { label: button, href } }),
      small: small({ code: time(given.codeUntil), link: time(linkUntil) }),
    }),
  };
};
