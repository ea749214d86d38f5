import type { Language } from "../../../society/types.ts";
import { endedWords } from "./ended-text.ts";

/** With what it begins, in the drawing. */
export const beginning = "大事なお手続き";

const ja = {
  password: "もう一度、ご本人の確認",
  verify: "二段階認証",
  method: "認証方法",
  enrol: "認証方法の登録",
  "recovery-codes": "リカバリーコード",
};

const en: typeof ja = {
  password: "Please confirm once more that it is you",
  verify: "Second step",
  method: "How to confirm that it is you",
  enrol: "Setting it up",
  "recovery-codes": "Recovery codes",
};

/** Titles of the pages, by step and by end: for the drawing of the flow. */
export const titlesOf = (lang: Language): Readonly<Record<string, string>> => {
  const { outcomes } = endedWords(lang);
  const ended = Object.entries(outcomes).map(([name, [title]]) => [name, title] as const);
  return { ...(lang === "ja" ? ja : en), ...Object.fromEntries(ended) };
};
