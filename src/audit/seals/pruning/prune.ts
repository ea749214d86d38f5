import type { SocietyId } from "../../../kernel/ids.ts";
import { epochMsOf, type Instant } from "../../../kernel/time.ts";
import type { Tx } from "../../../platform/database/types.ts";
import { factLine, leafOf } from "../canonical.ts";
import { beforeAll, genesis, rootOf, signatureOf } from "../root.ts";
import type { Sealing } from "../sealing.ts";
import { factsIn, holdChain, sealsIn } from "../store.ts";
import type { Seal } from "../types.ts";
import { type Pruning, pruningSignature, signedPruning } from "./signed.ts";
import { deleteFactsOf, keepPruning, pruningIn } from "./store.ts";

export type Pruned =
  | { readonly kind: "pruned"; readonly facts: number }
  /** Nothing is old enough, or only the newest seal is. */
  | { readonly kind: "nothing" }
  /** The oldest seal is not as it was: its facts are evidence, whatever their age. */
  | { readonly kind: "broken"; readonly seal: number };

type Neighbours = {
  readonly earlier: Seal | null;
  readonly oldest: Seal;
  readonly next: Seal;
};

const isRight = async (
  { secrets }: Sealing,
  tx: Tx,
  { earlier, oldest, next }: Neighbours,
): Promise<boolean> => {
  if (signatureOf(secrets, oldest) === "wrong") return false;
  if (oldest.previousRoot !== (earlier?.root ?? genesis(tx.society))) return false;
  if (next.previousRoot !== oldest.root) return false;
  const after = earlier?.last ?? beforeAll;
  // One more than there should be: an added fact is seen.
  const facts = await factsIn(tx, { after, upTo: oldest.last, most: oldest.facts + 1 });
  return (
    rootOf(
      oldest,
      facts.map((fact) => leafOf(factLine(fact))),
    ) === oldest.root
  );
};

/** The seal whose turn it is, between its neighbours; null where it is the newest or there is none. */
const neighboursOf = async (tx: Tx, pruned: number): Promise<Neighbours | null> => {
  const seals = await sealsIn(tx, { after: Math.max(0, pruned - 1), most: 3 });
  const [oldest, next] = [1, 2].map((more) => seals.find(({ number }) => number === pruned + more));
  if (!oldest || !next) return null;
  return { earlier: seals.find(({ number }) => number === pruned) ?? null, oldest, next };
};

const isOursToPrune = ({ secrets }: Sealing, earlier: Seal | null, pruning: Pruning | null) =>
  pruning === null ||
  (pruningSignature(secrets, pruning) === "right" && earlier?.root === pruning.root);

const pruneIn = async (parts: Sealing, tx: Tx, before: Instant): Promise<Pruned> => {
  holdChain(tx);
  const pruning = await pruningIn(tx);
  const neighbours = await neighboursOf(tx, pruning?.seal ?? 0);
  if (!neighbours) return { kind: "nothing" };
  const { earlier, oldest } = neighbours;
  if (Number(oldest.sealedAt) / 1000 >= epochMsOf(before)) return { kind: "nothing" };
  if (!isOursToPrune(parts, earlier, pruning) || !(await isRight(parts, tx, neighbours)))
    return { kind: "broken", seal: oldest.number };
  const facts = await deleteFactsOf(tx, oldest.number, before);
  if (facts === null) return { kind: "nothing" };
  const { number: seal, root } = oldest;
  const all = { society: tx.society, seal, root, facts: (pruning?.facts ?? 0) + facts };
  keepPruning(tx, signedPruning(parts.secrets, { ...all, prunedAt: parts.clock.now() }));
  return { kind: "pruned", facts };
};

/**
 * Lets the facts of the oldest seal go, all of them, when each happened and was sealed before that
 * instant. The seal stays, and with it the proof of what stood between its neighbours. One short
 * transaction: to be called until there is nothing.
 */
export const pruneFacts = (parts: Sealing, society: SocietyId, before: Instant): Promise<Pruned> =>
  parts.database.inSociety(society, (tx) => pruneIn(parts, tx, before));
