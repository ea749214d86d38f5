import type { MemberId } from "../../kernel/ids.ts";
import { momentIn } from "../../kernel/moments.ts";
import type { Instant } from "../../kernel/time.ts";
import { type Mail, mailPage } from "../../mail/index.ts";
import type { Language, Society } from "../../society/types.ts";

type Reissued = {
  readonly to: string;
  readonly language: Language;
  readonly society: Pick<Society, "name" | "contact" | "brand">;
  readonly memberId: MemberId;
  /** 「H.S.」, or empty. */
  readonly initials: string;
  readonly at: Instant;
  /** What is enrolled goes with the new registration. */
  readonly resetsFactors: boolean;
};

const ja = {
  subject: "仮ID・仮パスワードを再発行しました",
  paragraphs: (name: string, at: string) => [
    `${at}に、${name}が、あなたの仮のユーザIDと仮パスワードを再発行しました。お申し出を受けたときや、安全のために必要なときに行うものです。`,
    "これまでのパスワードは、もう使えません。ログインしていた機器は、すべてログアウトになりました。",
    "新しいご案内の紙を、別にお届けします。届いたら、書かれている仮のユーザIDと仮パスワードでログインして、もう一度登録してください。",
  ],
  factors:
    "生体認証やOTPアプリなど、これまでの認証方法は、もう一度登録したときに取り消されます。そのときに、新しく登録してください。",
  small: "再発行にお心当たりのない方は、すぐに下の連絡先へお知らせください。",
};

const en: typeof ja = {
  subject: "A new provisional ID and password were issued",
  paragraphs: (name, at) => [
    `On ${at} (Japan time) ${name} issued a new provisional user ID and password for you. This is done when you ask for it, or when it is needed for safety.`,
    "Your password until now no longer works, and every device was signed out.",
    "A new letter will reach you separately. When it has arrived, sign in with the provisional user ID and password printed on it and register once more.",
  ],
  factors:
    "The ways to confirm sign-in that you have set up, such as passkeys or an authenticator app, are removed when you register once more. You then set up new ones.",
  small: "If you did not ask for this, please tell the contact below at once.",
};

/** To the owner of an account that waits for a new letter. Tells no ID, no secret and no reason. */
export const reissuedMail = (given: Reissued): Mail => {
  const { to, language, society, memberId, initials, at, resetsFactors } = given;
  const words = language === "ja" ? ja : en;
  return {
    kind: "accounts/reissued",
    from: "webmaster",
    to,
    language,
    memberId,
    content: mailPage({
      language,
      society,
      subject: words.subject,
      heading: words.subject,
      ...(initials === "" ? {} : { initials }),
      paragraphs: [
        ...words.paragraphs(society.name[language], momentIn(language, at)),
        ...(resetsFactors ? [words.factors] : []),
      ],
      small: [words.small],
    }),
  };
};
