import { momentIn } from "../../../kernel/moments.ts";
import type { Instant } from "../../../kernel/time.ts";
import { type Mail, mailPage } from "../../../mail/index.ts";
import type { Language, Society } from "../../../society/types.ts";
import type { Held, Made, Methods, Owner, Place } from "../../methods/index.ts";

/** What became of somebody's ways to sign in. */
export type FactorChange = "added" | "removed" | "renamed" | "active" | "codes-made";

type Changed = {
  readonly what: FactorChange;
  readonly society: Society;
  readonly owner: Pick<Owner, "memberId" | "initials">;
  readonly held: Pick<Held, "email" | "language">;
  /** Such as 「生体認証(わたしのスマートフォン)」 */
  readonly which: string;
  readonly at: Instant;
};

type Words = {
  readonly subject: string;
  readonly what: Readonly<Record<FactorChange, (which: string, at: string) => string>>;
  readonly small: readonly string[];
};

const ja: Words = {
  subject: "ログインの方法が変わりました",
  what: {
    added: (which, at) => `${at}に、認証方法「${which}」が登録されました。`,
    removed: (which, at) => `${at}に、認証方法「${which}」が削除されました。`,
    renamed: (which, at) => `${at}に、認証方法の名前が「${which}」に変わりました。`,
    active: (which, at) => `${at}に、ログインのときの認証方法が「${which}」になりました。`,
    "codes-made": (_, at) =>
      `${at}に、新しいリカバリーコードが作られました。前のリカバリーコードは使えません。`,
  },
  small: [
    "ご自身で手続きをした方は、何もしなくて構いません。",
    "お心当たりのない方は、別の方がログインしたおそれがあります。すぐに下の連絡先へお知らせください。",
  ],
};

const en: Words = {
  subject: "Your ways to sign in have changed",
  what: {
    added: (which, at) => `On ${at} (Japan time) this way to sign in was added: ${which}.`,
    removed: (which, at) => `On ${at} (Japan time) this way to sign in was removed: ${which}.`,
    renamed: (which, at) => `On ${at} (Japan time) a way to sign in was renamed to ${which}.`,
    active: (which, at) => `Since ${at} (Japan time) you are asked for this at sign-in: ${which}.`,
    "codes-made": (_, at) =>
      `On ${at} (Japan time) new recovery codes were made. The earlier ones work no more.`,
  },
  small: [
    "If it was you, there is nothing to do.",
    "If it was not you, somebody may have signed in as you. Please tell the contact below at once.",
  ],
};

/** To the owner, for each change; to nobody without an address. */
export const factorChangeMails = ({
  what,
  society,
  owner,
  held,
  which,
  at,
}: Changed): readonly Mail[] => {
  const { email, language } = held;
  if (email === null) return [];
  const words = language === "ja" ? ja : en;
  const content = mailPage({
    language,
    society,
    subject: words.subject,
    heading: words.subject,
    ...(owner.initials === "" ? {} : { initials: owner.initials }),
    paragraphs: [words.what[what](which, momentIn(language, at))],
    small: words.small,
  });
  const { memberId } = owner;
  return [{ kind: "factors/changed", from: "webmaster", to: email, language, memberId, content }];
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
  readonly held: Pick<Held, "email" | "language">;
};

/** One mail for each thing that was enrolled. */
export const addedMails = (methods: Methods, { place, made, held }: Added): readonly Mail[] => {
  const { society, now } = place.scene;
  return made.flatMap((one) =>
    factorChangeMails({
      what: one.method === "recovery-codes" ? "codes-made" : "added",
      society,
      owner: place.owner,
      held,
      which: factorLabel(methods, held.language, one),
      at: now,
    }),
  );
};
