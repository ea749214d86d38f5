import { EndSheet, type View } from "../../../ui/index.ts";
import { endedWords } from "../text/ended-text.ts";

/** Why no address was changed. */
export const EndedPage = ({ view, outcome }: { readonly view: View; readonly outcome: string }) => {
  const words = endedWords(view.lang);
  const [title, ...paragraphs] = words.outcomes[outcome] ?? words.expired;
  const to = { href: "/profile/email", label: words.toAddresses };
  return <EndSheet view={view} title={title} paragraphs={paragraphs} to={to} />;
};
