import type { MemberId } from "../../../kernel/ids.ts";
import { maskAddress } from "../../../kernel/mail-address.ts";
import { momentIn } from "../../../kernel/moments.ts";
import type { Instant } from "../../../kernel/time.ts";
import { type Mail, mailPage } from "../../../mail/index.ts";
import type { Language, Society } from "../../../society/types.ts";
import type { Pair } from "../rules.ts";

/** What became of somebody's addresses. */
export type What = "main" | "second-set" | "second-removed" | "swapped";

type Changed = {
  readonly to: string;
  readonly what: What;
  /** Masked in the mail: who reads it may be somebody else by now. */
  readonly after: Pair;
  readonly society: Society;
  readonly memberId: MemberId;
  /** 「H.S.」, or empty. */
  readonly initials: string;
  readonly language: Language;
  readonly at: Instant;
  /** The page that undoes it; null: not from this address. */
  readonly undo: {
    readonly href: string;
    readonly until: Instant;
    /** The main address that is back then; null: this one. */
    readonly back: string | null;
  } | null;
};

type Words = {
  readonly subject: Readonly<Record<What, string>>;
  readonly what: Readonly<Record<What, (at: string, address: string) => string>>;
  readonly undo: (until: string) => string;
  readonly button: string;
  readonly means: string;
  readonly meansOlder: (address: string) => string;
  readonly own: string;
  readonly stranger: string;
};

const ja: Words = {
  subject: {
    main: "メールアドレスが変更されました",
    "second-set": "予備のメールアドレスが登録されました",
    "second-removed": "予備のメールアドレスが削除されました",
    swapped: "メールアドレスが変更されました",
  },
  what: {
    main: (at, address) =>
      `${at}に、登録のメールアドレスが「${address}」に変わりました。これからのお知らせは、新しいアドレスに届きます。`,
    "second-set": (at, address) => `${at}に、予備のメールアドレス「${address}」が登録されました。`,
    "second-removed": (at) => `${at}に、予備のメールアドレスが削除されました。`,
    swapped: (at, address) =>
      `${at}に、予備のメールアドレス「${address}」が、主なメールアドレスになりました。これからのお知らせは、そのアドレスに届きます。`,
  },
  undo: (until) =>
    `お心当たりのない方は、${until}までに、下のボタンを押してください。開いた画面でもう一度ボタンを押すと、元に戻せます。`,
  button: "元に戻す画面を開く",
  means:
    "元に戻すと、すべての機器がログアウトになり、いまのパスワードは使えなくなります。そのあと、このアドレスで、新しいパスワードを決められます。",
  meansOlder: (address) =>
    `元に戻すと、登録のアドレスは、この数日の変更より前の「${address}」に戻り、すべての機器がログアウトになり、いまのパスワードは使えなくなります。新しいパスワードは、そのアドレスで決められます。そのアドレスのメールを見られない方は、下の連絡先へお知らせください。`,
  own: "ご自身で手続きをした方は、何もしなくて構いません。",
  stranger:
    "お心当たりのない方は、別の方がログインしたおそれがあります。すぐに下の連絡先へお知らせください。",
};

const en: Words = {
  subject: {
    main: "Your e-mail address was changed",
    "second-set": "A second e-mail address was registered",
    "second-removed": "Your second e-mail address was deleted",
    swapped: "Your e-mail address was changed",
  },
  what: {
    main: (at, address) =>
      `On ${at} (Japan time) your registered e-mail address was changed to ${address}. Mails go to the new address from now on.`,
    "second-set": (at, address) =>
      `On ${at} (Japan time) the second e-mail address ${address} was registered.`,
    "second-removed": (at) => `On ${at} (Japan time) your second e-mail address was deleted.`,
    swapped: (at, address) =>
      `On ${at} (Japan time) the second e-mail address ${address} became the main one. Mails go there from now on.`,
  },
  undo: (until) =>
    `If it was not you, press the button below by ${until} (Japan time), and once more the button on the page that opens. That undoes the change.`,
  button: "Open the page that undoes it",
  means:
    "Undoing it signs out every device, and the present password works no more. You then choose a new password with this address.",
  meansOlder: (address) =>
    `Undoing it brings back ${address}, which was registered before the changes of the last days, signs out every device, and the present password works no more. A new one is chosen with that address. If you cannot read its mails, please tell the contact below.`,
  own: "If it was you, there is nothing to do.",
  stranger:
    "If it was not you, somebody may have signed in as you. Please tell the contact below at once.",
};

/** So many a day tell everything that an owner does; the first button undoes what came after it, too. */
const mostADay = 20;

const meansOf = ({ means, meansOlder }: Words, back: string | null): string =>
  back === null ? means : meansOlder(maskAddress(back));

/** To an address of before. */
export const changedMail = (given: Changed): Mail => {
  const { to, what, after, society, memberId, initials, language, at, undo } = given;
  const words = language === "ja" ? ja : en;
  const address = (what === "second-set" ? after.second : after.email) ?? "";
  const subject = words.subject[what];
  return {
    kind: "addresses/changed",
    from: "webmaster",
    to,
    language,
    memberId,
    mostADay,
    content: mailPage({
      language,
      society,
      subject,
      heading: subject,
      ...(initials === "" ? {} : { initials }),
      paragraphs: [
        words.what[what](momentIn(language, at), maskAddress(address)),
        ...(undo ? [words.undo(momentIn(language, undo.until))] : []),
      ],
      ...(undo ? { button: { label: words.button, href: undo.href } } : {}),
      small: [words.own, undo ? meansOf(words, undo.back) : words.stranger],
    }),
  };
};
