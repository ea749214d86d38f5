/**
 * One after another, for a worker's round: one that fails does not keep the others waiting, and is
 * tried again with the next round. @throws the first failure, once all had their turn
 */
export const settleEach = async <One>(
  all: readonly One[],
  settle: (one: One) => Promise<void>,
): Promise<void> => {
  const failures: unknown[] = [];
  for (const one of all) await settle(one).catch((error) => failures.push(error));
  if (failures.length > 0) throw failures[0];
};
