type Edge = readonly [from: string, to: string];

/** One way round for each node that can reach itself, each cycle told once, from its first name. */
export const cyclesIn = (edges: readonly Edge[]): readonly (readonly string[])[] => {
  const next = new Map<string, string[]>();
  for (const [from, to] of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const state = new Map<string, "open" | "done">();
  const found = new Map<string, readonly string[]>();

  const visit = (node: string, trail: readonly string[]): void => {
    if (state.get(node) === "done") return;
    if (state.get(node) === "open") {
      const cycle = trail.slice(trail.indexOf(node));
      found.set([...cycle].sort().join(), [...cycle, node]);
      return;
    }
    state.set(node, "open");
    for (const to of new Set(next.get(node) ?? [])) visit(to, [...trail, node]);
    state.set(node, "done");
  };

  for (const node of [...next.keys()].sort()) visit(node, []);
  return [...found.values()];
};
