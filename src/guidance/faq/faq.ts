import { nameKey } from "../../kernel/kana.ts";
import type { FaqCategory, Language, OwnQuestion } from "../../society/types.ts";
import { en } from "./questions-en.ts";
import { ja } from "./questions-ja.ts";
import type { Answers, FaqFacts, Question } from "./types.ts";

const common = (lang: Language, facts: FaqFacts) => {
  const answers: Answers = (lang === "ja" ? ja : en)(facts);
  const isAllowed = ({ method }: Answers[string]) =>
    !method || !facts.policy || facts.policy.secondFactor.methods.includes(method);
  return Object.entries(answers).filter(([, one]) => isAllowed(one));
};

/** The common questions, then the society's own. */
export const questionsFor = (
  lang: Language,
  { facts, own }: { readonly facts: FaqFacts; readonly own: readonly OwnQuestion[] },
): readonly Question[] => [
  ...common(lang, facts).map(([id, { question, answer }]) => ({
    id: id.replace("/", "-"),
    category: id.slice(0, id.indexOf("/")) as FaqCategory,
    question,
    answer,
  })),
  ...own.map(({ category, question, answer }, i) => ({
    id: `own-${i + 1}`,
    category,
    question: question[lang],
    answer: answer[lang].split("\n").filter((line) => line.trim() !== ""),
  })),
];

const longest = 100;

/** What is searched for, as typed but bounded. */
export const searchWords = (typed: string): string => typed.trim().slice(0, longest);

/**
 * Questions that hold every word in question or answer. Width, case, hiragana or katakana and
 * spaces within the text do not count.
 */
export const search = (questions: readonly Question[], typed: string): readonly Question[] => {
  const words = searchWords(typed).split(/\s+/).map(nameKey);
  return questions.filter(({ question, answer }) => {
    const text = nameKey([question, ...answer].join(""));
    return words.every((word) => text.includes(word));
  });
};
