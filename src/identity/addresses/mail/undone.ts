import type { MemberId } from "../../../kernel/ids.ts";
import { momentIn } from "../../../kernel/moments.ts";
import type { Instant } from "../../../kernel/time.ts";
import { type Mail, mailPage } from "../../../mail/index.ts";
import type { Language, Society } from "../../../society/types.ts";

type Undone = {
  readonly to: string;
  /** Whether it is the address of the account again; else it was, and is no more. */
  readonly isRestored: boolean;
  readonly society: Society;
  readonly memberId: MemberId;
  /** 「H.S.」, or empty. */
  readonly initials: string;
  readonly language: Language;
  readonly at: Instant;
  /** Where a new password is chosen. */
  readonly href: string;
};

const ja = {
  subject: "メールアドレスの変更を取り消しました",
  restored: (at: string) => [
    `${at}に、メールアドレスの変更を取り消しました。登録のメールアドレスは、このアドレスに戻りました。`,
    "安全のため、すべての機器をログアウトし、これまでのパスワードを使えなくしました。下のボタンから、新しいパスワードを決めてください。",
  ],
  button: "パスワードを決め直す",
  restoredSmall: [
    "変更の72時間前よりあとに登録された認証方法は、取り消しました。それより前からの認証方法は残っています。ログインしたら、「プロフィール変更」で、心当たりのないものがないか、お確かめください。",
    "この取り消しにお心当たりのない方は、すぐに下の連絡先へお知らせください。",
  ],
  removed: (at: string) => [
    `${at}に、メールアドレスの変更が、元のアドレスで取り消されました。このアドレスには、これからお知らせは届きません。`,
  ],
  removedSmall: [
    "ご自身でメールアドレスを変更した方は、元のアドレスのメールをご覧になるか、下の連絡先へお知らせください。",
  ],
};

const en: typeof ja = {
  subject: "The change of your e-mail address was undone",
  restored: (at) => [
    `On ${at} (Japan time) the change of your e-mail address was undone. This address is the registered one again.`,
    "To be safe, every device was signed out and the password works no more. Please choose a new one with the button below.",
  ],
  button: "Choose a new password",
  restoredSmall: [
    'Ways to confirm that were set up later than 72 hours before the change were removed. Earlier ones are still there: after signing in, please look under "Profile" for any that you do not know.',
    "If you did not undo it, please tell the contact below at once.",
  ],
  removed: (at) => [
    `On ${at} (Japan time) the change of an e-mail address was undone from the address before it. No more mails go to this address.`,
  ],
  removedSmall: [
    "If it was you who changed the address, look at the mails of the address before, or tell the contact below.",
  ],
};

/** To the address that is back, and to those that went. */
export const undoneMail = (given: Undone): Mail => {
  const { to, isRestored, society, memberId, initials, language, at, href } = given;
  const words = language === "ja" ? ja : en;
  const moment = momentIn(language, at);
  return {
    kind: "addresses/undone",
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
      paragraphs: isRestored ? words.restored(moment) : words.removed(moment),
      ...(isRestored ? { button: { label: words.button, href } } : {}),
      small: isRestored ? words.restoredSmall : words.removedSmall,
    }),
  };
};
