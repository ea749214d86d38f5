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
};

/**
 * To the address on file, when a guessable password registered another one: its owner may know
 * nothing of it. In both languages, because nobody has chosen one there. The new address is not said.
 */
export const otherAddressMail = ({ to, society, memberId, initials }: OtherAddress): Mail => ({
  kind: "first-sign-in/other-address",
  from: "webmaster",
  to,
  language: "ja",
  memberId,
  content: mailPage({
    language: "ja",
    society,
    subject: "別のメールアドレスが登録されました",
    heading: "別のメールアドレスが登録されました",
    ...(initials === "" ? {} : { initials }),
    paragraphs: [
      `${society.name.ja}のWEBサービスで、初回ログインの手続きが終わり、このアドレスとは別のメールアドレスが登録されました。これからのお知らせは、新しいアドレスに届きます。`,
      "ご自身で手続きをした方は、何もしなくて構いません。お心当たりのない方は、すぐに下の連絡先へお知らせください。",
    ],
    small: [
      `Another e-mail address was registered with the member portal of ${society.name.en}. If you did not do this, please tell the contact below at once.`,
    ],
  }),
});
