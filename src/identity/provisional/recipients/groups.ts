import type { Workplace } from "../../../letters/types.ts";
import type { Group } from "./types.ts";

/** 事業所 are told apart by their code, or by their name where they have none. */
const isSame = (a: Workplace, b: Workplace) =>
  a.code === b.code && (a.code !== null || a.name === b.name);

export type Grouping = {
  /** The next letter in the order of the sheets. */
  readonly add: (workplace: Workplace, number: number) => void;
  readonly groups: () => readonly Group[];
};

/** Letters that come one after the other and go to the same workplace. */
export const groupLetters = (): Grouping => {
  const groups: Group[] = [];
  return {
    add: (workplace, number) => {
      const current = groups.at(-1);
      if (current && isSame(current.workplace, workplace))
        groups[groups.length - 1] = { ...current, count: current.count + 1, last: number };
      else groups.push({ workplace, count: 1, first: number, last: number });
    },
    groups: () => groups,
  };
};
