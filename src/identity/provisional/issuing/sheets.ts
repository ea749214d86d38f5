import type { Cover } from "../../../letters/types.ts";
import { referenceText } from "../printed/reference.ts";
import type { Group } from "../recipients/types.ts";
import type { LetterSheet } from "./sinks.ts";

/** A letter's sheet, and its number in the batch. */
export type Numbered = {
  readonly number: number;
  readonly sheet: Extract<LetterSheet, { readonly kind: "letter" }>;
};

const coverOf = (batch: number, { workplace, count, first, last }: Group): LetterSheet => {
  const cover: Cover = {
    workplace,
    count,
    firstReference: referenceText({ batch, number: first }),
    lastReference: referenceText({ batch, number: last }),
  };
  return { kind: "cover", cover };
};

/** Puts its cover before the first letter of each group; letters come in any number of portions. */
export const withCovers = (
  batch: number,
  groups: readonly Group[],
): ((letters: readonly Numbered[]) => readonly LetterSheet[]) => {
  let next = 0;
  return (letters) =>
    letters.flatMap(({ number, sheet }) => {
      const group = groups[next];
      if (group?.first !== number) return [sheet];
      next += 1;
      return [coverOf(batch, group), sheet];
    });
};
