import { EndSheet, type View } from "../../../ui/index.ts";
import { endedWords } from "../adding/text/ended-text.ts";

/** Why nothing was added. */
export const AddingEndedPage = ({
  view,
  outcome,
}: {
  readonly view: View;
  readonly outcome: string;
}) => {
  const words = endedWords(view.lang);
  const [title, ...paragraphs] = words.outcomes[outcome] ?? words.expired;
  const to = { href: "/profile", label: words.toProfile };
  return <EndSheet view={view} title={title} paragraphs={paragraphs} to={to} />;
};
