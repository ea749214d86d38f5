import type { SocietyId } from "../../kernel/ids.ts";
import { compare, type Difference } from "./compare.ts";
import { packLeaves, unpackLeaves } from "./leaves.ts";
import { genesis, rootOf, type Signature } from "./root.ts";
import type { Head, Problem } from "./types.ts";
import type { Walked } from "./walk.ts";

/** Where a walk along a chain stands. */
export type Standing = {
  readonly seals: number;
  /** As the seals say. */
  readonly facts: number;
  /** Seals of unknown keys that a later one vouches for. */
  readonly vouched: number;
  readonly head: Head | null;
  /** What the next seal may name as the root before it. */
  readonly roots: readonly string[];
  /** Seals of unknown keys that nobody vouches for yet. */
  readonly waiting: { readonly from: number; readonly count: number } | null;
};

export const standingAtFirst = (society: SocietyId): Standing => ({
  seals: 0,
  facts: 0,
  vouched: 0,
  head: null,
  roots: [genesis(society)],
  waiting: null,
});

/** Enough to see what happened; a forged number could ask for two thousand million. */
const mostGone = 100;

const missingBefore = (number: number, head: Head | null): readonly Problem[] => {
  const from = (head?.number ?? 0) + 1;
  const count = Math.min(number - from, mostGone);
  return Array.from({ length: count }, (_, i) => ({ what: "seal-missing", seal: from + i }));
};

/** What nobody can vouch for any more. */
export const unvouched = ({ waiting }: Standing): readonly Problem[] =>
  waiting ? [{ what: "key-unknown", seal: waiting.from }] : [];

/** How a seal hangs on the one before it. A break also leaves those before it without a voucher. */
const linkProblems = (standing: Standing, { seal, isAfterGap }: Walked): readonly Problem[] => {
  if (isAfterGap) return [...missingBefore(seal.number, standing.head), ...unvouched(standing)];
  if (standing.roots.includes(seal.previousRoot)) return [];
  return [{ what: "seal-altered", seal: seal.number }, ...unvouched(standing)];
};

type Content = {
  /** Of the facts as they are now. */
  readonly root: string;
  readonly isSealAltered: boolean;
  readonly differences: readonly Difference[];
};

/**
 * The facts beside what the seal says of them: theirs is the fault, or the seal's. Where they went
 * because of their age the seal's own root stands for them; one that is left is judged as ever.
 */
export const contentOf = ({ seal, facts }: Walked, isPruned: boolean): Content => {
  if (isPruned && facts.length === 0)
    return { root: seal.root, isSealAltered: false, differences: [] };
  const found = facts.map(({ fact, leaf }) => ({ id: fact.id, leaf }));
  const packed = packLeaves(found);
  const leaves = found.map(({ leaf }) => leaf);
  const root = rootOf(seal, leaves);
  if (root === seal.root)
    return { root, isSealAltered: !packed.equals(seal.leaves), differences: [] };
  const differences = compare(unpackLeaves(seal.leaves), unpackLeaves(packed));
  return { root, isSealAltered: differences.length === 0, differences };
};

const vouching = (standing: Standing, number: number, signature: Signature) => {
  const { vouched, waiting } = standing;
  if (signature === "right") return { vouched: vouched + (waiting?.count ?? 0), waiting: null };
  if (signature === "wrong") return { vouched, waiting };
  return { vouched, waiting: { from: waiting?.from ?? number, count: (waiting?.count ?? 0) + 1 } };
};

type Judged = { readonly standing: Standing; readonly problems: readonly Problem[] };

/** One seal on. Its facts' own problems are told by `contentOf`. */
export const judgeSeal = (
  standing: Standing,
  walked: Walked,
  { signature, content }: { readonly signature: Signature; readonly content: Content },
): Judged => {
  const { seal } = walked;
  const { number, root } = seal;
  const links = linkProblems(standing, walked);
  const linked = links.length > 0 ? { ...standing, waiting: null } : standing;
  return {
    standing: {
      seals: standing.seals + 1,
      facts: standing.facts + seal.facts,
      ...vouching(linked, number, signature),
      head: { number, root },
      // The next one is not to blame where this one's root was altered.
      roots: [root, content.root],
    },
    problems: [
      ...links,
      ...(content.isSealAltered ? [{ what: "seal-altered", seal: number } as const] : []),
      ...(signature === "wrong" ? [{ what: "mac-wrong", seal: number } as const] : []),
    ],
  };
};
