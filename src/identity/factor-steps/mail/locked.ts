import { momentIn } from "../../../kernel/moments.ts";
import type { Instant } from "../../../kernel/time.ts";
import { type Mail, mailPage } from "../../../mail/index.ts";
import type { Society } from "../../../society/types.ts";
import { noticeAddresses } from "../../accounts/index.ts";
import type { Held, Owner } from "../../methods/index.ts";
import { insteadOfWaiting } from "../text/locked-text.ts";

type Locked = {
  readonly society: Society;
  readonly owner: Pick<Owner, "memberId" | "initials">;
  readonly held: Pick<Held, "email" | "language" | "failedAt" | "second">;
  readonly lockedAt: Instant;
  readonly lockedUntil: Instant;
};

const ja = {
  subject: "ログインを一時的に止めました",
  heading: "本人確認の間違いが続きました",
  paragraphs: (at: string, until: string) => [
    `${at}に、ログインや大事なお手続きの前の認証で、間違いが続いたため、ログインを一時的に止めました(アカウントロック)。`,
    `${until}に、自動で元に戻ります。あなたの登録内容は変わっていません。`,
  ],
  small: (instead: string) => [
    `ご自身で間違えたときは、そのままお待ちください。${instead}`,
    "お心当たりがないときは、パスワードを知られたおそれがあります。すぐに下の連絡先へお知らせください。",
  ],
};

const en: typeof ja = {
  subject: "Signing in is paused",
  heading: "Confirming that it is you failed several times",
  paragraphs: (at, until) => [
    `On ${at} (Japan time) signing in was paused because the answers that confirm who you are were wrong several times.`,
    `It opens again by itself on ${until}. Nothing in your account has changed.`,
  ],
  small: (instead) => [
    `If it was you, please just wait. ${instead}`,
    "If it was not you, somebody may know your password. Please tell the contact below at once.",
  ],
};

/**
 * To the owner, when wrong second factors locked the account; at the second address too where the first
 * one failed.
 */
export const factorLockMail = ({
  society,
  owner: { memberId, initials },
  held,
  lockedAt,
  lockedUntil,
}: Locked): readonly Mail[] => {
  const { language } = held;
  const words = language === "ja" ? ja : en;
  const content = mailPage({
    language,
    society,
    subject: words.subject,
    heading: words.heading,
    ...(initials === "" ? {} : { initials }),
    paragraphs: words.paragraphs(momentIn(language, lockedAt), momentIn(language, lockedUntil)),
    small: words.small(insteadOfWaiting(language, society.policy)),
  });
  const mail = { kind: "factors/locked", from: "no-reply", language, memberId, content } as const;
  return noticeAddresses(held).map((to) => ({ ...mail, to }));
};
