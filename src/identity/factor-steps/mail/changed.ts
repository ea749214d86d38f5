import { momentIn } from "../../../kernel/moments.ts";
import type { Instant } from "../../../kernel/time.ts";
import { type Mail, mailPage } from "../../../mail/index.ts";
import type { Language, Society } from "../../../society/types.ts";
import { noticeAddresses } from "../../accounts/index.ts";
import {
  type Held,
  isFew,
  type Made,
  type Methods,
  type Owner,
  type Place,
} from "../../methods/index.ts";

/** What became of somebody's ways to sign in. */
export type FactorChange = "added" | "removed" | "renamed" | "active" | "codes-made" | "code-used";

type Changed = {
  readonly what: FactorChange;
  readonly society: Society;
  readonly owner: Pick<Owner, "memberId" | "initials">;
  readonly held: Pick<Held, "email" | "language" | "failedAt" | "second">;
  /** Such as 「生体認証(わたしのスマートフォン)」 */
  readonly which?: string;
  /** リカバリーコード that are left. */
  readonly left?: number;
  readonly at: Instant;
};

type Told = { readonly at: string; readonly which: string; readonly left: number };
type Words = {
  readonly subject: string;
  /** Of what is used, and changes nothing. */
  readonly usedSubject: string;
  readonly what: Readonly<Record<FactorChange, (told: Told) => string>>;
  /** To who has few left. */
  readonly few: string;
  readonly small: readonly string[];
};

const ja: Words = {
  subject: "ログインの方法が変わりました",
  usedSubject: "リカバリーコードが使われました",
  what: {
    added: ({ which, at }) => `${at}に、認証方法「${which}」が登録されました。`,
    removed: ({ which, at }) => `${at}に、認証方法「${which}」が削除されました。`,
    renamed: ({ which, at }) => `${at}に、認証方法の名前が「${which}」に変わりました。`,
    active: ({ which, at }) => `${at}に、ログインのときの認証方法が「${which}」になりました。`,
    "codes-made": ({ at }) =>
      `${at}に、新しいリカバリーコードが作られました。前のリカバリーコードは使えません。`,
    "code-used": ({ at, left }) =>
      `${at}に、リカバリーコードが1つ使われました。使えるリカバリーコードは、あと${left}個です。`,
  },
  few: "なくなる前に、ログインして「プロフィール変更」で新しく作り、紙に控えてください。",
  small: [
    "ご自身で手続きをした方は、何もしなくて構いません。",
    "お心当たりのない方は、別の方がログインしたおそれがあります。すぐに下の連絡先へお知らせください。",
  ],
};

const en: Words = {
  subject: "Your ways to sign in have changed",
  usedSubject: "A recovery code was used",
  what: {
    added: ({ which, at }) => `On ${at} (Japan time) this way to sign in was added: ${which}.`,
    removed: ({ which, at }) => `On ${at} (Japan time) this way to sign in was removed: ${which}.`,
    renamed: ({ which, at }) => `On ${at} (Japan time) a way to sign in was renamed to ${which}.`,
    active: ({ which, at }) =>
      `Since ${at} (Japan time) you are asked for this at sign-in: ${which}.`,
    "codes-made": ({ at }) =>
      `On ${at} (Japan time) new recovery codes were made. The earlier ones work no more.`,
    "code-used": ({ at, left }) =>
      `On ${at} (Japan time) a recovery code was used. Recovery codes left: ${left}.`,
  },
  few: "Before they are used up, please sign in, make new ones in your profile and write them down.",
  small: [
    "If it was you, there is nothing to do.",
    "If it was not you, somebody may have signed in as you. Please tell the contact below at once.",
  ],
};

/** So many a day tell everything that an owner does; more would only flood a mailbox. */
const mostADay = 20;

/**
 * To the owner, for each change, at their address confirmed or not: a warning that may miss is better
 * than none, and at the second one too where mails to it came back. To nobody without an address.
 */
export const factorChangeMails = ({
  what,
  society,
  owner,
  held,
  which = "",
  left = 0,
  at,
}: Changed): readonly Mail[] => {
  const { language } = held;
  const addresses = noticeAddresses(held);
  if (addresses.length === 0) return [];
  const words = language === "ja" ? ja : en;
  const isUsed = what === "code-used";
  const subject = isUsed ? words.usedSubject : words.subject;
  const content = mailPage({
    language,
    society,
    subject,
    heading: subject,
    ...(owner.initials === "" ? {} : { initials: owner.initials }),
    paragraphs: [
      words.what[what]({ which, left, at: momentIn(language, at) }),
      ...(isUsed && isFew(left) ? [words.few] : []),
    ],
    small: words.small,
  });
  const { memberId } = owner;
  const kind = "factors/changed";
  return noticeAddresses(held).map((to) => ({
    kind,
    from: "webmaster",
    to,
    language,
    memberId,
    mostADay,
    content,
  }));
};

/** 「生体認証(わたしのスマートフォン)」 */
export const factorLabel = (
  methods: Methods,
  lang: Language,
  { method, name }: Pick<Made, "method" | "name">,
): string => {
  const title = methods.named(method).title(lang);
  if (name === "" || name === title) return title;
  return lang === "ja" ? `${title}(${name})` : `${title} (${name})`;
};

type Added = {
  readonly place: Place;
  readonly made: readonly Made[];
  readonly held: Pick<Held, "email" | "language" | "failedAt" | "second">;
};

/** One mail for each thing that was enrolled. */
export const addedMails = (methods: Methods, { place, made, held }: Added): readonly Mail[] => {
  const { society, now } = place.scene;
  return made.flatMap((one) =>
    factorChangeMails({
      what: methods.named(one.method).isSpare ? "codes-made" : "added",
      society,
      owner: place.owner,
      held,
      which: factorLabel(methods, held.language, one),
      at: now,
    }),
  );
};
