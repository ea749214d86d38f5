import type { Entry } from "./leaves.ts";

export type Difference = {
  readonly what: "fact-altered" | "fact-missing" | "fact-added" | "fact-moved";
  readonly fact: string;
};

/**
 * What became of a seal's facts: by id, so that each can be named. The order is by columns that the
 * leaf covers: a fact that stands elsewhere is always one whose leaf differs.
 */
export const compare = (
  sealed: readonly Entry[],
  found: readonly Entry[],
): readonly Difference[] => {
  const leaves = new Map(found.map(({ fact, leaf }) => [fact, leaf]));
  const known = new Set(sealed.map(({ fact }) => fact));
  const kept = sealed.filter(({ fact }) => leaves.has(fact));
  const order = new Map(
    found.filter(({ fact }) => known.has(fact)).map(({ fact }, index) => [fact, index]),
  );
  return [
    ...kept.flatMap(({ fact, leaf }, index): Difference[] => {
      if (leaves.get(fact) === leaf) return [];
      return [{ what: order.get(fact) === index ? "fact-altered" : "fact-moved", fact }];
    }),
    ...sealed
      .filter(({ fact }) => !leaves.has(fact))
      .map(({ fact }): Difference => ({ what: "fact-missing", fact })),
    ...found
      .filter(({ fact }) => !known.has(fact))
      .map(({ fact }): Difference => ({ what: "fact-added", fact })),
  ];
};
