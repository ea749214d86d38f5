import { initialsOf } from "../../../../kernel/initials.ts";
import { dayIn } from "../../../../kernel/moments.ts";
import { later, todayInTokyo } from "../../../../kernel/time.ts";
import { type Mail, mailPage } from "../../../../mail/index.ts";
import type { Language, Society } from "../../../../society/types.ts";
import type { Renamed } from "../types.ts";
import { en, ja } from "./text.ts";

export type NewId = {
  readonly renamed: Renamed;
  readonly to: string;
  readonly society: Pick<Society, "name" | "contact" | "brand">;
  /** Where one signs in. */
  readonly href: string;
};

const paragraphsIn = (language: Language, { renamed, society }: NewId): readonly string[] => {
  const { issuedId, formerId, because, isWeak, expiresAt } = renamed;
  const words = language === "ja" ? ja : en;
  const lastDay = todayInTokyo(later(expiresAt, { seconds: -1 }));
  return [
    words.changed(society.name[language]),
    words.ids(issuedId, formerId),
    words.because[because],
    isWeak ? words.weakPassword : words.ownPassword,
    words.until(dayIn(language, lastDay)),
  ];
};

/** 「新しいID・パスワードについて」: the new ID and why, never a password. */
export const newIdMail = (about: NewId): Mail => ({
  kind: "credentials/new-id",
  from: "no-reply",
  to: about.to,
  language: "ja",
  memberId: about.renamed.memberId,
  validUntil: about.renamed.expiresAt,
  content: mailPage({
    language: "ja",
    society: about.society,
    subject: ja.subject,
    heading: ja.subject,
    initials: initialsOf(about.renamed.nameKana),
    paragraphs: paragraphsIn("ja", about),
    button: { label: ja.button, href: about.href },
    small: [ja.unexpected, ...paragraphsIn("en", about)],
  }),
});
