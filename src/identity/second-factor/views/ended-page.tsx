import { EndSheet, type View } from "../../../ui/index.ts";
import { endedWords } from "../text/ended-text.ts";

type Props = {
  readonly view: View;
  readonly outcome: string;
  /** What the society lets who is locked out do; nothing where it is not known. */
  readonly instead?: string;
};

/** Why the sign-in did not go on, and the way back to its beginning. */
export const EndedPage = ({ view, outcome, instead }: Props) => {
  const words = endedWords(view.lang);
  const [title, ...paragraphs] = words.outcomes[outcome] ?? words.expired;
  const told = outcome === "factor-locked" && instead ? [...paragraphs, instead] : paragraphs;
  const to = { href: "/sign-in", label: words.toSignIn };
  return <EndSheet view={view} title={title} paragraphs={told} to={to} />;
};
