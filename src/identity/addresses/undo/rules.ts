import type { Instant } from "../../../kernel/time.ts";

/** 認証方法 after a change of address was undone: what may have been enrolled by a stranger goes. */

type Enrolled = { readonly method: string; readonly addedAt: Instant };

type Kept<F extends Enrolled> = {
  readonly gone: readonly F[];
  /** What is asked for first from now on; null: nothing is left. */
  readonly active: F["method"] | null;
};

/**
 * What was added since then, goes. Recovery codes stand in for
 * something, and go with the last of that.
 */
export const keptFactors = <F extends Enrolled>(
  { factors, active }: { readonly factors: readonly F[]; readonly active: F["method"] | null },
  since: Instant,
): Kept<F> => {
  const older = factors.filter(({ addedAt }) => addedAt < since);
  const first = older.find(({ method }) => method !== "recovery-codes");
  const left = first ? older : [];
  const gone = factors.filter((one) => !left.includes(one));
  const isStill = left.some(({ method }) => method === active);
  return { gone, active: isStill ? active : (first?.method ?? null) };
};
