import type { Language } from "../../../../society/types.ts";
import { factorTitles } from "../../../factor-steps/index.ts";
import { endedWords } from "./ended-text.ts";

/** With what it begins, in the drawing. */
export const beginning = "認証方法の追加";

/** Titles of the pages, by step and by end: for the drawing of the flow. */
export const titlesOf = (lang: Language): Readonly<Record<string, string>> => {
  const { outcomes } = endedWords(lang);
  const ended = Object.entries(outcomes).map(([name, [title]]) => [name, title] as const);
  const { verify: _, ...steps } = factorTitles(lang);
  return { ...steps, ...Object.fromEntries(ended) };
};
