import type { PlainDate } from "../../kernel/time.ts";
import type { Article, Language, Society } from "../../society/types.ts";
import { en, ja, page } from "./text.ts";

/** 利用規約 as one society has them. */
export type Terms = {
  /** What a consent is recorded for: `common-1`, or `own-3` where the society wrote its own. */
  readonly version: string;
  /** The number alone, for people. */
  readonly edition: string;
  readonly effectiveOn: PlainDate;
  readonly articles: Readonly<Record<Language, readonly Article[]>>;
};

const commonTerms = { version: 1, effectiveOn: "2026-11-01" as PlainDate };

/** What a consent is held against: asked at each page of a member, so no article is made for it. */
export const termsVersionOf = ({ texts }: Pick<Society, "texts">): string =>
  texts.terms ? `own-${texts.terms.version}` : `common-${commonTerms.version}`;

/** @param society null on a shared entrance before proof: the common terms, naming nobody */
export const termsOf = (society: Pick<Society, "name" | "texts"> | null): Terms => {
  const own = society?.texts.terms;
  if (own)
    return {
      version: `own-${own.version}`,
      edition: String(own.version),
      effectiveOn: own.effectiveOn,
      articles: own.articles,
    };
  const name = society?.name ?? { ja: page.ja.someSociety, en: page.en.someSociety };
  return {
    version: `common-${commonTerms.version}`,
    edition: String(commonTerms.version),
    effectiveOn: commonTerms.effectiveOn,
    articles: { ja: Object.values(ja(name.ja)), en: Object.values(en(name.en)) },
  };
};
