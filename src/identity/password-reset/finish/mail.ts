import type { MemberId } from "../../../kernel/ids.ts";
import { isSameAddress } from "../../../kernel/mail-address.ts";
import { momentIn } from "../../../kernel/moments.ts";
import type { Instant } from "../../../kernel/time.ts";
import { type Mail, mailPage } from "../../../mail/index.ts";
import type { Language, Society } from "../../../society/types.ts";

type Changed = {
  /** Every registered one: who reads a mailbox that is not theirs is not alone in being told. */
  readonly addresses: readonly (string | null)[];
  readonly language: Language;
  readonly society: Society;
  readonly memberId: MemberId;
  /** 「H.S.」, or empty. */
  readonly initials: string;
  readonly at: Instant;
  /** Other devices were signed out. */
  readonly endsOthers: boolean;
  /** What was enrolled until now is gone. */
  readonly resetsFactors: boolean;
};

const ja = {
  subject: "パスワードが変わりました",
  changed: (at: string) => `${at}に、あなたのパスワードが新しく決められました。`,
  factors:
    "それまでの認証方法(生体認証、OTPアプリ、リカバリーコードなど)は、機器をなくしたとの申し出と本人確認により、すべて取り消されました。",
  ended: "ログインしていたほかの機器は、すべてサインアウトしました。",
  small: [
    "ご自身で手続きをした方は、何もしなくて構いません。",
    "お心当たりのない方は、別の方があなたになりすましているおそれがあります。すぐに下の連絡先へお知らせください。",
  ],
};

const en: typeof ja = {
  subject: "Your password has changed",
  changed: (at) => `On ${at} (Japan time) a new password was set for your account.`,
  factors:
    "The ways to confirm sign-in that you had (such as passkeys, authenticator apps, recovery codes) were all removed: a lost device was reported, and the identity check was passed.",
  ended: "All other devices were signed out.",
  small: [
    "If it was you, there is nothing to do.",
    "If it was not you, somebody may be posing as you. Please tell the contact below at once.",
  ],
};

/** To the owner, at each address. Holds no ID and no secret. */
export const changedMails = (given: Changed): readonly Mail[] => {
  const { addresses, language, society, memberId, initials, at } = given;
  const words = language === "ja" ? ja : en;
  const own = addresses.filter((address) => address !== null);
  const content = mailPage({
    language,
    society,
    subject: words.subject,
    heading: words.subject,
    ...(initials === "" ? {} : { initials }),
    paragraphs: [
      words.changed(momentIn(language, at)),
      ...(given.resetsFactors ? [words.factors] : []),
      ...(given.endsOthers ? [words.ended] : []),
    ],
    small: words.small,
  });
  return own
    .filter((one, i) => own.findIndex((other) => isSameAddress(one, other)) === i)
    .map((to) => ({
      kind: "recovery/password-changed",
      from: "webmaster",
      to,
      language,
      memberId,
      content,
    }));
};
