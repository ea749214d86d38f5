import type { Language } from "../../../../society/types.ts";
import { endedWords } from "../../text/ended-text.ts";
import { stepsWords } from "../../text/steps-text.ts";

/** With what it begins, in the drawing. */
export const beginning = "メールアドレスの変更";

/** Titles of the pages, by step and by end: for the drawing of the flow. */
export const titlesOf = (lang: Language): Readonly<Record<string, string>> => {
  const { address, checkTitle, applyTitle } = stepsWords(lang);
  const { outcomes } = endedWords(lang);
  const ended = Object.entries(outcomes).map(([name, [title]]) => [name, title] as const);
  return {
    address: address.main.title,
    check: checkTitle,
    apply: applyTitle,
    ...Object.fromEntries(ended),
  };
};
