import type { SocietyId } from "../../kernel/ids.ts";
import type { Clock } from "../../kernel/time.ts";
import { epochMsOf } from "../../kernel/time.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { Database, Tx } from "../../platform/database/types.ts";
import { factLine, leafOf } from "./canonical.ts";
import { packLeaves } from "./leaves.ts";
import { beginning, genesis, rootOf, signatureOf, signed } from "./root.ts";
import { factsToSeal, headOf, insertSeal, tryToHoldChain } from "./store.ts";
import type { Seal, StoredFact } from "./types.ts";

/** Facts of one seal, and of one transaction of the sealer: its memory, whatever was imported. */
export const mostFacts = 1000;

export type Sealing = {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
};

export type Sealed =
  | { readonly kind: "sealed"; readonly seal: Seal }
  /** Nothing to seal, or another worker is at it. */
  | { readonly kind: "nothing" }
  /** The newest seal is not ours: to go on from it would vouch for it. */
  | {
      readonly kind: "broken";
      readonly number: number;
      readonly because: "mac-wrong" | "key-unknown";
    };

/** The seal that follows `head`. No facts: a witness. */
export const nextSeal = (
  { clock, secrets }: Omit<Sealing, "database">,
  { society, head }: { readonly society: SocietyId; readonly head: Seal | null },
  facts: readonly StoredFact[],
): Seal => {
  const hashed = facts.map((fact) => ({ id: fact.id, leaf: leafOf(factLine(fact)) }));
  const last = facts.at(-1);
  const header = {
    society,
    number: (head?.number ?? 0) + 1,
    previousRoot: head?.root ?? genesis(society),
    facts: facts.length,
    last: last
      ? { era: last.era, transaction: last.transaction, fact: last.id }
      : (head?.last ?? beginning),
    sealedAt: `${epochMsOf(clock.now())}000`,
  };
  const leaves = hashed.map(({ leaf }) => leaf);
  return signed(secrets, {
    ...header,
    root: rootOf(header, leaves),
    leaves: packLeaves(hashed),
  });
};

const sealIn = async (parts: Sealing, tx: Tx): Promise<Sealed> => {
  // Sent together: the lock is taken before the others look.
  const [isHeld, head, facts] = await Promise.all([
    tryToHoldChain(tx),
    headOf(tx),
    factsToSeal(tx, mostFacts),
  ]);
  if (!isHeld || facts.length === 0) return { kind: "nothing" };
  const signature = head ? signatureOf(parts.secrets, head) : "right";
  if (head && signature !== "right") {
    const because = signature === "wrong" ? "mac-wrong" : "key-unknown";
    return { kind: "broken", number: head.number, because };
  }
  const seal = nextSeal(parts, { society: tx.society, head }, facts);
  insertSeal(tx, seal);
  return { kind: "sealed", seal };
};

/** Seals the next facts of a society's chain, 1,000 at most, in one transaction. */
export const sealFacts = (parts: Sealing, society: SocietyId): Promise<Sealed> =>
  parts.database.inSociety(society, (tx) => sealIn(parts, tx));
