/** What a feature's flow.ts says of itself. */
export type DrawnFlow = {
  readonly kind: string;
  /** Every step that a way may ask for, in order. */
  readonly ways: Readonly<Record<string, readonly string[]>>;
  /** Ends that a step may come to. */
  readonly ends: Readonly<Record<string, readonly string[]>>;
};

const idOf = (name: string) => name.replaceAll("-", "_");
const arrow = (from: string, to: string) => `  ${idOf(from)} --> ${idOf(to)}`;

/** A flow as a Mermaid state diagram, from the tables that the runner obeys. */
export const drawFlow = (
  { ways, ends }: DrawnFlow,
  titles: Readonly<Record<string, string>>,
  beginning: string,
): string => {
  const steps = [...new Set(Object.values(ways).flat())];
  const endings = [...new Set(Object.values(ends).flat())];
  const chains = Object.values(ways).flatMap((way) =>
    way.slice(1).map((to, i) => arrow(way[i] ?? "", to)),
  );
  return [
    "%% What is known already is skipped. From the last step, a policy that changed meanwhile leads",
    "%% back to the step that it concerns.",
    "stateDiagram-v2",
    ...[...steps, ...endings].map((name) => `  state "${titles[name] ?? name}" as ${idOf(name)}`),
    `  [*] --> ${idOf(steps[0] ?? "")}: ${beginning}`,
    ...new Set(chains),
    ...Object.entries(ends).flatMap(([from, to]) => to.map((name) => arrow(from, name))),
    ...endings.map((name) => `  ${idOf(name)} --> [*]`),
    "",
  ].join("\n");
};
