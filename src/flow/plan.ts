/**
 * Where a flow stands: the first step of the plan that is not done. Order and variants are data
 * (the policy decides the names), so no step knows what comes after it.
 * @returns the step's name, or null when all are done
 */
export const nextStep = (plan: readonly string[], done: readonly string[]): string | null =>
  plan.find((name) => !done.includes(name)) ?? null;

/**
 * What a page's form carries: of which flow it is, and of which turn. One browser may begin two (a
 * couple with two letters): a page of the first must never act on the second.
 */
export const turnOf = ({ id, turn }: { readonly id: string; readonly turn: number }): string =>
  `${id}.${turn}`;

/** A step may be looked at and done again while it stands at, or before, where the flow is. */
export const isReached = (
  plan: readonly string[],
  done: readonly string[],
  name: string,
): boolean => {
  const at = plan.indexOf(name);
  const next = nextStep(plan, done);
  return at >= 0 && next !== null && at <= plan.indexOf(next);
};
