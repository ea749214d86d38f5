import { nameKey } from "../../kernel/kana.ts";
import type { FaqCategory, Language, OwnQuestion } from "../../society/types.ts";
import { en } from "./questions-en.ts";
import { ja } from "./questions-ja.ts";
import type { Answers, FaqFacts, Question } from "./types.ts";

const common = (lang: Language, facts: FaqFacts) => {
  const answers: Answers = (lang === "ja" ? ja : en)(facts);
  const { policy } = facts;
  const isAllowed = ({ method, isOf }: Answers[string]) =>
    (!method || !policy || policy.secondFactor.methods.includes(method)) &&
    (!isOf || (policy !== null && isOf(policy)));
  return Object.entries(answers).filter(([, one]) => isAllowed(one));
};

/** The common questions, then the society's own. */
export const questionsFor = (
  lang: Language,
  { facts, own }: { readonly facts: FaqFacts; readonly own: readonly OwnQuestion[] },
): readonly Question[] => [
  ...common(lang, facts).map(([id, { question, answer, links = [], also = "" }]) => ({
    id: id.replace("/", "-"),
    category: id.slice(0, id.indexOf("/")) as FaqCategory,
    question,
    answer,
    links,
    also,
  })),
  ...own.map(({ category, question, answer }, i) => ({
    id: `own-${i + 1}`,
    category,
    question: question[lang],
    answer: answer[lang].split("\n").filter((line) => line.trim() !== ""),
    links: [],
    also: "",
  })),
];

const longest = 100;

/** What is searched for, as typed but bounded. */
export const searchWords = (typed: string): string => typed.trim().slice(0, longest);

// Of people who write ユーザー and of those who write ユーザ, both find both.
const searchKey = (text: string): string => nameKey(text).replaceAll("ー", "");

/**
 * Questions that hold every word in question or answer. Width, case, hiragana or katakana,
 * long vowels and spaces within the text do not count.
 */
export const search = (questions: readonly Question[], typed: string): readonly Question[] => {
  const words = searchWords(typed).split(/\s+/).map(searchKey);
  return questions.filter(({ question, answer, also }) => {
    const text = searchKey([question, ...answer, also].join(""));
    return words.every((word) => text.includes(word));
  });
};
