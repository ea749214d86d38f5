import type { MemberId } from "../../../kernel/ids.ts";
import { momentIn } from "../../../kernel/moments.ts";
import type { Instant } from "../../../kernel/time.ts";
import { type Mail, mailPage } from "../../../mail/index.ts";
import type { Language, Society } from "../../../society/types.ts";

type Provisional = {
  readonly to: string;
  readonly language: Language;
  readonly society: Society;
  readonly memberId: MemberId;
  /** 「H.S.」, or empty. */
  readonly initials: string;
  /** As it is to be typed. */
  readonly secret: string;
  readonly expiresAt: Instant;
  /** The password until now works no more. */
  readonly voidsPassword: boolean;
};

const ja = {
  subject: "仮パスワードのお知らせ",
  asked: (name: string) =>
    `${name}のWEBサービスで、仮パスワードの再発行を受け付けました。ログイン画面で、あなたのユーザIDと次の仮パスワードを入力してください。`,
  secret: (secret: string) => `仮パスワード:\n${secret}`,
  next: "続いて、新しいパスワードを決める画面が開きます。",
  until: (until: string) => `仮パスワードは、${until}まで、1回だけ使えます。`,
  typing: "大文字と小文字、全角と半角は、どちらでも構いません。「-」は省けます。",
  newest: "何通も届いたときは、いちばん新しいメールの仮パスワードだけが使えます。",
  stays: "新しいパスワードを決めるまでは、これまでのパスワードも使えます。",
  voided: "これまでのパスワードは、もう使えません。",
  stranger:
    "お心当たりのない方は、仮パスワードを誰にも教えず、このメールを消してください。何度も届くときは、下の連絡先へお知らせください。",
  strangerVoided:
    "お心当たりのない方は、仮パスワードを誰にも教えず、すぐに下の連絡先へお知らせください。",
};

const en: typeof ja = {
  subject: "Your provisional password",
  asked: (name) =>
    `You asked for a provisional password for the member portal of ${name}. On the sign-in page, type your user ID and this provisional password.`,
  secret: (secret) => `Provisional password:\n${secret}`,
  next: "After that you choose a new password.",
  until: (until) => `It works once, until ${until} (Japan time).`,
  typing: "Capital or small letters and their width do not matter. You may leave out “-”.",
  newest: "If several mails came, only the newest provisional password works.",
  stays: "Until you choose a new password, your password until now works too.",
  voided: "Your password until now no longer works.",
  stranger:
    "If you did not ask for it, tell nobody the provisional password and delete this mail. If it comes again and again, please tell the contact below.",
  strangerVoided:
    "If you did not ask for it, tell nobody the provisional password, and please tell the contact below at once.",
};

/** 仮パスワード by mail: the only mail that holds a password. No ID stands beside it. */
export const provisionalMail = (given: Provisional): Mail => {
  const { to, language, society, memberId, initials, secret, expiresAt, voidsPassword } = given;
  const words = language === "ja" ? ja : en;
  return {
    kind: "recovery/provisional",
    from: "no-reply",
    to,
    language,
    memberId,
    isUrgent: true,
    validUntil: expiresAt,
    content: mailPage({
      language,
      society,
      subject: words.subject,
      heading: words.subject,
      ...(initials === "" ? {} : { initials }),
      paragraphs: [words.asked(society.name[language]), words.secret(secret), words.next],
      small: [
        words.until(momentIn(language, expiresAt)),
        words.typing,
        words.newest,
        voidsPassword ? words.voided : words.stays,
        voidsPassword ? words.strangerVoided : words.stranger,
      ],
    }),
  };
};
