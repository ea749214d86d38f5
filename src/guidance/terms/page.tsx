import { dayIn } from "../../kernel/moments.ts";
import { Page, type View } from "../../ui/index.ts";
import { Articles } from "../article.tsx";
import type { Terms } from "./terms.ts";
import { page } from "./text.ts";

/** What stands in the box of the identity check. */
export const TermsArticles = ({ view, terms }: { readonly view: View; readonly terms: Terms }) => (
  <Articles articles={terms.articles[view.lang]} level={3} isNumbered />
);

/** 「利用規約」 in full; prints. */
export const TermsPage = ({ view, terms }: { readonly view: View; readonly terms: Terms }) => {
  const words = page[view.lang];
  return (
    <Page view={view} title={words.title} kind="sheet">
      <h1>{words.title}</h1>
      <p class="lead soft">{words.version(terms.edition, dayIn(view.lang, terms.effectiveOn))}</p>
      <Articles articles={terms.articles[view.lang]} level={2} isNumbered />
    </Page>
  );
};
