import type { SocietyId } from "../../kernel/ids.ts";
import { type Pruning, pruningSignature, signedPruning } from "./pruning/signed.ts";
import { keepPruning, pruningIn, readPruning } from "./pruning/store.ts";
import { signatureOf } from "./root.ts";
import { nextSeal, type Sealing } from "./sealing.ts";
import { headOf, holdChain, insertSeal, latestSeal } from "./store.ts";
import type { Seal } from "./types.ts";
import { type ChainReport, verifyChain } from "./verify.ts";

export type Witnessed =
  /** Right, and the current secret signed its newest seal; or there is no chain yet. */
  | { readonly kind: "current" }
  | { readonly kind: "witnessed"; readonly seal: Seal }
  /** A rehearsal, or a worker under another secret was at it: a witness is still to be added. */
  | { readonly kind: "due" }
  /** The chain is not as it was: nobody may vouch for it. */
  | { readonly kind: "wrong"; readonly report: ChainReport };

const append = (parts: Sealing, society: SocietyId): Promise<Witnessed> =>
  parts.database.inSociety(society, async (tx) => {
    holdChain(tx);
    const head = await headOf(tx);
    // A worker with the current secret was first.
    if (!head || head.keyId === parts.secrets.keyId) return { kind: "current" };
    if (signatureOf(parts.secrets, head) !== "right") return { kind: "due" };
    const seal = nextSeal(parts, { society, head }, []);
    insertSeal(tx, seal);
    return { kind: "witnessed", seal };
  });

const isOfEarlierKey = ({ secrets }: Sealing, pruning: Pruning | null): pruning is Pruning =>
  pruning !== null && pruning.keyId !== secrets.keyId;

/** What went because of its age stays provable as well. */
const vouchForPruning = (parts: Sealing, society: SocietyId): Promise<void> =>
  parts.database.inSociety(society, async (tx) => {
    holdChain(tx);
    const pruning = await pruningIn(tx);
    if (isOfEarlierKey(parts, pruning) && pruningSignature(parts.secrets, pruning) === "right")
      keepPruning(tx, signedPruning(parts.secrets, pruning));
  });

/**
 * After a change of KENPO_SECRET: verifies the chain with the earlier secret and adds a seal without
 * facts under the current one, so that the chain stays provable without the earlier secret.
 */
export const witnessChain = async (
  parts: Sealing,
  society: SocietyId,
  { isRehearsal }: { readonly isRehearsal: boolean },
): Promise<Witnessed> => {
  const report = await verifyChain(parts, society);
  if (report.problems.total > 0) return { kind: "wrong", report };
  const isPruningDue = isOfEarlierKey(parts, await readPruning(parts.database, society));
  if (isPruningDue && isRehearsal) return { kind: "due" };
  if (isPruningDue) await vouchForPruning(parts, society);
  const head = await latestSeal(parts.database, society);
  if (!head || head.keyId === parts.secrets.keyId) return { kind: "current" };
  return isRehearsal ? { kind: "due" } : append(parts, society);
};
