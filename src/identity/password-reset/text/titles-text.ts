import type { Language } from "../../../society/types.ts";
import { factorTitles } from "../../factor-steps/index.ts";
import { endedWords } from "./ended-text.ts";
import { resetWords } from "./reset-text.ts";

/** With what it begins, in the drawing. */
export const beginning = "届いたメール(ボタン・番号・仮パスワード)";

/** Titles of the pages, by step and by end: for the drawing of the flow. */
export const titlesOf = (lang: Language): Readonly<Record<string, string>> => {
  const { outcomes } = endedWords(lang);
  const ended = Object.entries(outcomes).map(([name, [title]]) => [name, title] as const);
  const { identityTitle, passwordTitle, doneTitle } = resetWords(lang);
  return {
    ...factorTitles(lang),
    identity: identityTitle,
    password: passwordTitle,
    complete: doneTitle,
    ...Object.fromEntries(ended),
  };
};
