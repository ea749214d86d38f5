import { EndSheet, type View } from "../../../ui/index.ts";
import { endedWords } from "../text/ended-text.ts";

/** Why it did not go on. */
export const EndedPage = ({ view, outcome }: { readonly view: View; readonly outcome: string }) => {
  const words = endedWords(view.lang);
  const [title, ...paragraphs] = words.outcomes[outcome] ?? words.expired;
  const to = { href: "/", label: words.toHome };
  return <EndSheet view={view} title={title} paragraphs={paragraphs} to={to} />;
};
