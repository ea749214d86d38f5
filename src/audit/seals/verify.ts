import type { SocietyId } from "../../kernel/ids.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { Database } from "../../platform/database/types.ts";
import type { Difference } from "./compare.ts";
import { contentOf, judgeSeal, type Standing, standingAtFirst, unvouched } from "./judge.ts";
import { openPruning } from "./pruning/known.ts";
import { signatureOf } from "./root.ts";
import { countAfter, placesOf } from "./store.ts";
import type { Head, Problem, Seal } from "./types.ts";
import { walkChain } from "./walk.ts";

export type ChainReport = Pick<Standing, "seals" | "facts" | "vouched" | "head"> & {
  /** Facts not sealed yet: nothing can be said of them. */
  readonly unsealed: number;
  /** Of the sealed facts: gone because their time was over. */
  readonly pruned: number;
  /** The first 100, and how many there are. */
  readonly problems: { readonly first: readonly Problem[]; readonly total: number };
};

export type Verifying = { readonly database: Database; readonly secrets: Secrets };

const mostTold = 100;

const gathering = () => {
  const first: Problem[] = [];
  let total = 0;
  return {
    tell: (problems: readonly Problem[]) => {
      total += problems.length;
      first.push(...problems.slice(0, mostTold - first.length));
    },
    problems: () => ({ first, total }),
  };
};

/** A fact that is missing in its seal may stand elsewhere: whoever moved it changed its place. */
const factProblems = async (
  database: Database,
  { society, number: seal }: Seal,
  differences: readonly Difference[],
): Promise<readonly Problem[]> => {
  const missing = differences.filter(({ what }) => what === "fact-missing");
  if (missing.length === 0) return differences.map((one) => ({ ...one, seal }));
  const ids = missing.map(({ fact }) => fact);
  const places = await placesOf(database, society, ids);
  return differences.map(({ what, fact }) => {
    const isElsewhere = what === "fact-missing" && places.has(fact);
    return { what: isElsewhere ? "fact-moved" : what, seal, fact };
  });
};

/** Against a head that was kept elsewhere: a tail that was cut off is seen only so. */
const keptProblems = (kept: Head | null, { number, root }: Head): readonly Problem[] =>
  kept?.number === number && kept.root !== root ? [{ what: "head-other", seal: number }] : [];

/**
 * Walks a society's chain: order, links, roots, MACs and every fact.
 * @param kept the head as an earlier run told it
 */
export const verifyChain = async (
  { database, secrets }: Verifying,
  society: SocietyId,
  kept: Head | null = null,
): Promise<ChainReport> => {
  const { tell, problems } = gathering();
  const pruning = await openPruning({ database, secrets }, society);
  const walk = walkChain(database, society);
  let standing = standingAtFirst(society);
  let next = await walk.next();
  for (; !next.done; next = await walk.next()) {
    const { seal } = next.value;
    const content = contentOf(next.value, await pruning.covers(next.value));
    const signature = signatureOf(secrets, seal);
    const judged = judgeSeal(standing, next.value, { signature, content });
    tell(judged.problems);
    tell(await factProblems(database, seal, content.differences));
    tell(keptProblems(kept, seal));
    standing = judged.standing;
  }
  tell(unvouched(standing));
  tell(await pruning.problems());
  const { seals, facts, vouched, head } = standing;
  if (kept && kept.number > (head?.number ?? 0))
    tell([{ what: "head-missing", seal: kept.number }]);
  const unsealed = await countAfter(database, society, next.value);
  const pruned = pruning.facts();
  return { seals, facts, vouched, head, unsealed, pruned, problems: problems() };
};
