import type { MemberId } from "../../../kernel/ids.ts";
import { type Mail, mailPage } from "../../../mail/index.ts";
import type { Society } from "../../../society/types.ts";

type OtherAddress = {
  /** The address that the society has on file. */
  readonly to: string;
  readonly society: Society;
  readonly memberId: MemberId;
  /** 「H.S.」, or empty. */
  readonly initials: string;
  /** No address at all was registered. */
  readonly isNone?: boolean;
};

const other = {
  subject: "別のメールアドレスが登録されました",
  what: (name: string) =>
    `${name}のWEBサービスで、初回ログインの手続きが終わり、このアドレスとは別のメールアドレスが登録されました。これからのお知らせは、新しいアドレスに届きます。`,
  en: (name: string) => `Another e-mail address was registered with the member portal of ${name}.`,
};

const none: typeof other = {
  subject: "このメールアドレスは登録されていません",
  what: (name) =>
    `${name}のWEBサービスで、初回ログインの手続きが終わりました。このアドレスもほかのアドレスも登録されていないため、これからはメールのお知らせが届きません。`,
  en: (name) =>
    `A registration with the member portal of ${name} was completed without this or any other e-mail address.`,
};

/**
 * To the address on file, when a guessable password registered another one, and to the account's
 * former one: its owner may know nothing of it. In both languages, because nobody has chosen one there. The new address is not said.
 */
export const otherAddressMail = ({
  to,
  society,
  memberId,
  initials,
  isNone = false,
}: OtherAddress): Mail => {
  const words = isNone ? none : other;
  return {
    kind: "first-sign-in/other-address",
    from: "webmaster",
    to,
    language: "ja",
    memberId,
    content: mailPage({
      language: "ja",
      society,
      subject: words.subject,
      heading: words.subject,
      ...(initials === "" ? {} : { initials }),
      paragraphs: [
        words.what(society.name.ja),
        "ご自身で手続きをした方は、何もしなくて構いません。お心当たりのない方は、すぐに下の連絡先へお知らせください。",
      ],
      small: [
        `${words.en(society.name.en)} If you did not do this, please tell the contact below at once.`,
      ],
    }),
  };
};
