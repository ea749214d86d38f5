import type { Facts } from "../kernel/result.ts";
import type { Rule } from "./text.ts";

/** One thing that is wrong in a file, told so that it can be found and mended. */
export type Problem = {
  /** As Excel counts, from 1; null where the whole file is meant. */
  readonly row: number | null;
  /** The column's name in the header. */
  readonly column: string | null;
  /** What stands there, shortened, invisible characters spelled out. */
  readonly value: string | null;
  readonly rule: Rule;
  readonly facts: Facts;
};

/** How many problems are told one by one; the rest is counted. */
export const mostTold = 100;
const longestValue = 30;

const spelled = (character: string) =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;

/** A value as it may stand in a message: at most 30 characters, nothing invisible. */
export const shown = (value: string): string => {
  const characters = [...value.slice(0, 4 * longestValue)];
  const short = characters.slice(0, longestValue).join("");
  const visible = short.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\ufffd]/gu, (character) =>
    spelled(character),
  );
  return characters.length > longestValue ? `${visible}…` : visible;
};

export type Problems = {
  /** In the order of the file. */
  readonly add: (problem: Problem) => void;
  /** The first of `total` found by looking at all rows together. */
  readonly merge: (problems: readonly Problem[], total: number) => void;
  readonly total: () => number;
  /** The first 100 in the file's order. */
  readonly told: () => readonly Problem[];
};

/** Counts any number of problems and keeps what is needed to tell the first 100. */
export const collectProblems = (): Problems => {
  const kept: Problem[] = [];
  let total = 0;
  return {
    add: (problem) => {
      total += 1;
      if (total <= mostTold) kept.push(problem);
    },
    merge: (problems, count) => {
      kept.push(...problems.slice(0, mostTold));
      total += count;
    },
    total: () => total,
    told: () => kept.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)).slice(0, mostTold),
  };
};
