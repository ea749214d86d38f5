import type { MemberId } from "../../kernel/ids.ts";
import { initialsOf } from "../../kernel/initials.ts";
import { momentIn } from "../../kernel/moments.ts";
import type { Instant } from "../../kernel/time.ts";
import { type Mail, mailPage, queueMails } from "../../mail/index.ts";
import type { Tx } from "../../platform/database/types.ts";
import type { Language, Society } from "../../society/types.ts";
import { type Account, noticeAddresses } from "../accounts/index.ts";
import type { Order } from "./types.ts";

/** What staff did. */
export type What = "locked" | "unlocked";

type Words = {
  readonly subject: string;
  readonly paragraphs: (name: string, at: string) => readonly string[];
  readonly small: string;
};

const ja: Readonly<Record<What, Words>> = {
  locked: {
    subject: "ログインを止めました",
    paragraphs: (name, at) => [
      `${at}に、${name}が、あなたのログインを止めました(アカウントロック)。お申し出を受けたときや、安全のために必要なときに行うものです。`,
      "ログインしていた機器は、すべてログアウトになりました。登録内容は変わっていません。",
      "もう一度ログインできるようにするには、下の連絡先へご連絡ください。パスワードを決め直しても、ログインはできません。",
    ],
    small: "お心当たりのない方も、下の連絡先へお問い合わせください。",
  },
  unlocked: {
    subject: "ログインできるようになりました",
    paragraphs: (name, at) => [
      `${at}に、${name}が、あなたのログインのロックを解除しました。`,
      "もう一度ログインしてください。パスワードが分からないときは、ログイン画面の「パスワードを忘れた方はこちら」からお手続きください。",
    ],
    small: "解除にお心当たりのない方は、すぐに下の連絡先へお知らせください。",
  },
};

const en: typeof ja = {
  locked: {
    subject: "Signing in is stopped",
    paragraphs: (name, at) => [
      `On ${at} (Japan time) ${name} stopped sign-ins to your account. This is done when you ask for it, or when it is needed for safety.`,
      "Every device was signed out. Nothing else in your account has changed.",
      "To sign in again, please contact the address below. Choosing a new password does not open it.",
    ],
    small: "If you did not expect this, please ask the contact below.",
  },
  unlocked: {
    subject: "You can sign in again",
    paragraphs: (name, at) => [
      `On ${at} (Japan time) ${name} lifted the lock of your account.`,
      "Please sign in again. If you do not know your password, use “Forgot your password?” on the sign-in page.",
    ],
    small: "If you did not ask for this, please tell the contact below at once.",
  },
};

type Told = {
  readonly what: What;
  readonly to: string;
  readonly language: Language;
  readonly society: Society;
  readonly memberId: MemberId;
  /** 「H.S.」, or empty. */
  readonly initials: string;
  readonly at: Instant;
};

/** To the owner of an account that staff locked or unlocked. Tells no reason: it is for the record. */
export const staffLockMail = ({ what, to, language, society, memberId, ...told }: Told): Mail => {
  const words = (language === "ja" ? ja : en)[what];
  return {
    kind: `locks/staff-${what}`,
    from: "webmaster",
    to,
    language,
    memberId,
    content: mailPage({
      language,
      society,
      subject: words.subject,
      heading: words.subject,
      ...(told.initials === "" ? {} : { initials: told.initials }),
      paragraphs: words.paragraphs(society.name[language], momentIn(language, told.at)),
      small: [words.small],
    }),
  };
};

type Telling = { readonly account: Account; readonly what: What };

/** @returns whether a mail was queued */
export const tellOwner = (tx: Tx, order: Order, { account, what }: Telling): boolean => {
  const { society, member, tellsOwner, secrets, now } = order;
  const addresses = tellsOwner ? noticeAddresses(account) : [];
  const about = { what, society, language: account.language, at: now };
  const initials = initialsOf(member.nameKana);
  const mails = addresses.map((to) =>
    staffLockMail({ ...about, to, memberId: member.id, initials }),
  );
  queueMails(tx, mails, { now, secrets });
  return mails.length > 0;
};
