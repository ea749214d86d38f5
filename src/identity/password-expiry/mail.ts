import type { MemberId } from "../../kernel/ids.ts";
import { momentIn } from "../../kernel/moments.ts";
import type { Instant } from "../../kernel/time.ts";
import { type Mail, mailPage } from "../../mail/index.ts";
import type { Language, Society } from "../../society/types.ts";

type Warned = {
  readonly to: string;
  readonly language: Language;
  readonly society: Society;
  readonly memberId: MemberId;
  /** 「H.S.」, or empty. */
  readonly initials: string;
  readonly endsAt: Instant;
  readonly daysLeft: number;
};

const ja = {
  subject: "パスワードの有効期限が近づいています",
  ends: (until: string, left: number) =>
    `お使いのパスワードの有効期限は、${until}です(あと${left}日)。`,
  how: "それまでにログインして、「プロフィール変更」で新しいパスワードに変えてください。",
  after:
    "期限を過ぎても、ログインはできます。そのときは、はじめに新しいパスワードを決めていただきます。",
  small: [
    "このメールには、ログインの画面へ進むボタンを付けていません。いつもの入り口からお入りください。",
    "すでに変更された方は、何もしなくて構いません。",
  ],
};

const en: typeof ja = {
  subject: "Your password will expire soon",
  ends: (until, left) =>
    `Your password is valid until ${until}, Japan time (${left} ${left === 1 ? "day" : "days"} left).`,
  how: "Before then, please sign in and choose a new one under “Profile”.",
  after: "After that you can still sign in. You will then choose a new password first.",
  small: [
    "There is no button in this mail that leads to the sign-in page. Please go there in your usual way.",
    "If you have changed it already, there is nothing to do.",
  ],
};

/** To the owner, some days ahead. No button: mails that ask for passwords behind one teach to be phished. */
export const expiryMail = (warned: Warned): Mail => {
  const { to, language, society, memberId, initials, endsAt, daysLeft } = warned;
  const words = language === "ja" ? ja : en;
  return {
    kind: "password-expiry/warning",
    from: "webmaster",
    to,
    language,
    memberId,
    validUntil: endsAt,
    content: mailPage({
      language,
      society,
      subject: words.subject,
      heading: words.subject,
      ...(initials === "" ? {} : { initials }),
      paragraphs: [words.ends(momentIn(language, endsAt), daysLeft), words.how, words.after],
      small: words.small,
    }),
  };
};
