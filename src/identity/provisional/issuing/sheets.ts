import type { Cover } from "../../../letters/types.ts";
import type { KeptLetter } from "../kept/sealed.ts";
import { referenceText } from "../printed/reference.ts";
import type { Group } from "../recipients/types.ts";
import type { LetterSheet } from "./sinks.ts";

const coverOf = (batch: number, { workplace, count, first, last }: Group): LetterSheet => {
  const cover: Cover = {
    workplace,
    count,
    firstReference: referenceText({ batch, number: first }),
    lastReference: referenceText({ batch, number: last }),
  };
  return { kind: "cover", cover };
};

/** Letters as sheets, in any number of portions: each group's cover before its first letter. */
export const sheetsThrough = (
  batch: number,
  groups: readonly Group[],
): ((letters: readonly KeptLetter[]) => readonly LetterSheet[]) => {
  let next = 0;
  return (letters) =>
    letters.flatMap(({ number, letter, holder }) => {
      const sheet: LetterSheet = { kind: "letter", letter, holder };
      const group = groups[next];
      if (group?.first !== number) return [sheet];
      next += 1;
      return [coverOf(batch, group), sheet];
    });
};
