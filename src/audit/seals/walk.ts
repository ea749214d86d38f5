import { bytesOfUuid, type SocietyId, uuidOfBytes } from "../../kernel/ids.ts";
import { factLine, leafOf } from "./canonical.ts";
import { unpackLeaves } from "./leaves.ts";
import { beforeAll } from "./root.ts";
import { factsBetween, placesOf, type Reads, sealsAfter } from "./store.ts";
import type { Position, Seal, StoredFact } from "./types.ts";

/** A fact with the text that was hashed. */
export type Hashed = { readonly fact: StoredFact; readonly line: string; readonly leaf: Buffer };

/** A seal beside the facts that stand in its place now. */
export type Walked = {
  readonly seal: Seal;
  readonly facts: readonly Hashed[];
  /** The numbers before it are missing: where its facts begin is a guess. */
  readonly isAfterGap: boolean;
};

/** Seals that are read at a time, and facts that the memory holds for them. */
const mostSeals = 100;
const mostFacts = 1000;
/** Added ones, beyond what was sealed: more are told at the next turn. */
const mostAdded = 1000;

export const positionOf = ({ era, transaction, id }: StoredFact): Position => ({
  era,
  transaction,
  fact: id,
});

/** In the order in which facts are sealed. */
const isUpTo = (one: Position, other: Position): boolean => {
  if (one.era !== other.era) return one.era < other.era;
  const [a, b] = [BigInt(one.transaction), BigInt(other.transaction)];
  return a === b ? one.fact <= other.fact : a < b;
};

/** Neighbours without a gap, as many as the memory takes. */
const groupOf = (seals: readonly Seal[]): readonly Seal[] => {
  let facts = 0;
  const ends = seals.findIndex((seal, i) => {
    facts += seal.facts;
    const follows = i === 0 || seal.number === (seals[i - 1]?.number ?? 0) + 1;
    return i > 0 && (facts > mostFacts || !follows);
  });
  return ends < 0 ? seals : seals.slice(0, ends);
};

const hashed = (fact: StoredFact): Hashed => {
  const line = factLine(fact);
  return { fact, line, leaf: leafOf(line) };
};

/** The facts of missing seals stand before those of the next one that is there. */
const afterGap = async (database: Reads, seal: Seal, after: Position): Promise<Position> => {
  const first = unpackLeaves(seal.leaves)[0];
  if (!first) return seal.last;
  const place = (await placesOf(database, seal.society, [first.fact])).get(first.fact);
  if (!place || !isUpTo(place, seal.last)) return after;
  // just before it: no id is smaller than this one by less
  return { ...place, fact: justBefore(place.fact) };
};

const justBefore = (uuid: string): string => {
  const number = BigInt(`0x${bytesOfUuid(uuid).toString("hex")}`) - 1n;
  return uuidOfBytes(Buffer.from(number.toString(16).padStart(32, "0"), "hex"));
};

/** Every seal of a chain, first to last, with its facts. The memory does not grow with them. */
export async function* walkChain(
  database: Reads,
  society: SocietyId,
): AsyncGenerator<Walked, Position> {
  let after = beforeAll;
  let number = 0;
  for (;;) {
    const seals = await sealsAfter(database, { society, number, most: mostSeals });
    if (seals.length === 0) return after;
    for (let rest = seals; rest.length > 0; ) {
      const group = groupOf(rest);
      rest = rest.slice(group.length);
      const [first, last] = [group[0] as Seal, group.at(-1) as Seal];
      const isAfterGap = first.number !== number + 1;
      const from = isAfterGap ? await afterGap(database, first, after) : after;
      const most = group.reduce((sum, seal) => sum + seal.facts, 0) + mostAdded;
      let facts = await factsBetween(database, { society, after: from, upTo: last.last, most });
      for (const seal of group) {
        const ends = facts.findIndex((fact) => !isUpTo(positionOf(fact), seal.last));
        const own = ends < 0 ? facts : facts.slice(0, ends);
        facts = facts.slice(own.length);
        yield { seal, facts: own.map(hashed), isAfterGap: isAfterGap && seal === first };
      }
      after = last.last;
      number = last.number;
    }
  }
}
