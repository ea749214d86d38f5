import type { SocietyId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { epochMsOf } from "../../kernel/time.ts";
import { factLine, momentText } from "./canonical.ts";
import { factsBetween, type Reads } from "./store.ts";
import type { Position, Seal, StoredFact } from "./types.ts";
import { type Hashed, positionOf, type Walked, walkChain } from "./walk.ts";

/** Facts that happened from `from` on and before `before`; null: without that end. */
export type Period = { readonly from: Instant | null; readonly before: Instant | null };

export type Exported = {
  /** Lines of JSON, each with its line end. */
  readonly text: string;
  readonly facts: number;
  readonly seals: number;
};

const mostFacts = 1000;

const within = ({ from, before }: Period) => {
  const [first, end] = [from && epochMsOf(from), before && epochMsOf(before)];
  return ({ at }: StoredFact) => {
    const ms = Number(at) / 1000;
    return (first === null || ms >= first) && (end === null || ms < end);
  };
};

/** All that its root and MAC are made of, every leaf in full: facts outside of the period as well. */
const sealLine = ({ seal, facts }: Walked) => {
  const { society, number, previousRoot, root, last, keyId, mac } = seal;
  const sealedAt = momentText(seal.sealedAt);
  const head = { society, number, previousRoot, root, facts: seal.facts, last, sealedAt };
  const leaves = facts.map(({ leaf }) => leaf.toString("hex"));
  return `${JSON.stringify({ seal: { ...head, keyId, mac, leaves } })}\n`;
};

/** The fact's line stands in it as it was hashed: its leaf is the SHA-256 of that part. */
const factText = (seal: Seal | null, place: number | null, line: string) =>
  `{"seal":${seal?.number ?? null},"place":${place},"fact":${line}}\n`;

const ofSeal = (walked: Walked, isWithin: (fact: StoredFact) => boolean): Exported | null => {
  const chosen = walked.facts
    .map((hashed, place): readonly [Hashed, number] => [hashed, place])
    .filter(([{ fact }]) => isWithin(fact));
  if (chosen.length === 0) return null;
  const lines = chosen.map(([{ line }, place]) => factText(walked.seal, place, line));
  return { text: sealLine(walked) + lines.join(""), facts: chosen.length, seals: 1 };
};

async function* unsealed(database: Reads, society: SocietyId, from: Position) {
  let after = from;
  for (;;) {
    const facts = await factsBetween(database, { society, after, upTo: null, most: mostFacts });
    yield facts;
    const last = facts.at(-1);
    if (!last || facts.length < mostFacts) return;
    after = positionOf(last);
  }
}

/**
 * Each seal that holds a fact of the period, then those facts; at the end what is not sealed yet.
 * Piece by piece: the memory does not grow with them.
 */
export async function* exportFacts(
  database: Reads,
  society: SocietyId,
  period: Period,
): AsyncGenerator<Exported> {
  const isWithin = within(period);
  const walk = walkChain(database, society);
  let next = await walk.next();
  for (; !next.done; next = await walk.next()) {
    const piece = ofSeal(next.value, isWithin);
    if (piece) yield piece;
  }
  for await (const facts of unsealed(database, society, next.value)) {
    const lines = facts.filter(isWithin).map((fact) => factText(null, null, factLine(fact)));
    if (lines.length > 0) yield { text: lines.join(""), facts: lines.length, seals: 0 };
  }
}
