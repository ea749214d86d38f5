import { EndSheet, type View } from "../../../ui/index.ts";
import { endedWords } from "../text/ended-text.ts";

/** Why the sign-in did not go on, and the way back to its beginning. */
export const EndedPage = ({ view, outcome }: { readonly view: View; readonly outcome: string }) => {
  const words = endedWords(view.lang);
  const [title, ...paragraphs] = words.outcomes[outcome] ?? words.expired;
  const to = { href: "/sign-in", label: words.toSignIn };
  return <EndSheet view={view} title={title} paragraphs={paragraphs} to={to} />;
};
