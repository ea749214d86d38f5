import type { Policy } from "../../../society/policy/policy.ts";
import { EndSheet, type View } from "../../../ui/index.ts";
import { insteadOfWaiting } from "../../factor-steps/index.ts";
import { endedWords } from "../text/ended-text.ts";

type Props = {
  readonly view: View;
  readonly outcome: string;
  /** Where the society is known: what it lets who is locked out do. */
  readonly policy?: Policy;
};

/** Why the sign-in did not go on, and the way back to its beginning. */
export const EndedPage = ({ view, outcome, policy }: Props) => {
  const words = endedWords(view.lang);
  const [title, ...paragraphs] = words.outcomes[outcome] ?? words.expired;
  const isLocked = outcome === "factor-locked" && policy;
  const told = isLocked ? [...paragraphs, insteadOfWaiting(view.lang, policy)] : paragraphs;
  const to = { href: "/sign-in", label: words.toSignIn };
  return <EndSheet view={view} title={title} paragraphs={told} to={to} />;
};
