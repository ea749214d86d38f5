import { momentIn } from "../../kernel/moments.ts";
import type { Instant } from "../../kernel/time.ts";
import { type Mail, mailPage } from "../../mail/index.ts";
import type { Language, Society } from "../../society/types.ts";

type Locked = {
  readonly to: string;
  readonly language: Language;
  readonly society: Society;
  readonly lockedAt: Instant;
  readonly lockedUntil: Instant;
};

const ja = {
  subject: "ログインを一時的に止めました",
  heading: "パスワードの間違いが続きました",
  paragraphs: (at: string, until: string) => [
    `${at}に、パスワードの間違いが続いたため、ログインを一時的に止めました(パスワードロック)。`,
    `${until}に、自動で元に戻ります。あなたの登録内容は変わっていません。`,
  ],
  small: [
    "ご自身で間違えたときは、そのままお待ちください。",
    "お心当たりがないときは、別の方がログインしようとしたおそれがあります。下の連絡先へお知らせください。",
  ],
};

const en: typeof ja = {
  subject: "Signing in is paused",
  heading: "There were several wrong passwords",
  paragraphs: (at, until) => [
    `On ${at} (Japan time) signing in was paused because of several wrong passwords.`,
    `It opens again by itself on ${until}. Nothing in your account has changed.`,
  ],
  small: [
    "If it was you, please just wait.",
    "If it was not you, somebody may have tried to sign in as you. Please tell the contact below.",
  ],
};

/** To the owner, once per lock. */
export const lockMail = ({ to, language, society, lockedAt, lockedUntil }: Locked): Mail => {
  const words = language === "ja" ? ja : en;
  return {
    kind: "locks/password-locked",
    from: "no-reply",
    to,
    language,
    content: mailPage({
      language,
      society,
      subject: words.subject,
      heading: words.heading,
      paragraphs: words.paragraphs(momentIn(language, lockedAt), momentIn(language, lockedUntil)),
      small: words.small,
    }),
  };
};
