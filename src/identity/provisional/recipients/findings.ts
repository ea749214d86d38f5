import type { Finding, FindingKind, Findings, Told } from "./types.ts";

/** How many are told one by one; the rest is counted. */
export const mostTold = 100;

const kinds = ["unprintable", "standard-form", "address-missing", "returned"] as const;

export type Collecting = {
  readonly add: (findings: readonly Finding[]) => void;
  readonly findings: () => Findings;
};

/** Counts any number of findings, and keeps the first of each kind. */
export const collectFindings = (): Collecting => {
  const kept = new Map(kinds.map((kind) => [kind, { first: [] as Finding[], total: 0 }]));
  const told = (kind: FindingKind): Told => kept.get(kind) ?? { first: [], total: 0 };
  return {
    add: (findings) => {
      for (const one of findings) {
        const of = kept.get(one.kind);
        if (!of) continue;
        of.total += 1;
        if (of.total <= mostTold) of.first.push(one);
      }
    },
    findings: () => ({
      unprintable: told("unprintable"),
      "standard-form": told("standard-form"),
      "address-missing": told("address-missing"),
      returned: told("returned"),
    }),
  };
};
