import { ends, ways } from "../../src/identity/first-sign-in/flow.ts";
import { titlesOf } from "../../src/identity/first-sign-in/text/titles-text.ts";

/** The first sign-in as a Mermaid state diagram, from the table that the runner obeys. */
export const drawFlow = (): string => {
  const titles = titlesOf("ja");
  const steps = [...new Set(Object.values(ways).flat())];
  const endings = [...new Set(Object.values(ends).flat())];
  const idOf = (name: string) => name.replaceAll("-", "_");
  const arrow = (from: string, to: string) => `  ${idOf(from)} --> ${idOf(to)}`;
  const chains = Object.values(ways).flatMap((way) =>
    way.slice(1).map((to, i) => arrow(way[i] ?? "", to)),
  );
  return [
    "%% What is known already is skipped. From the last step, a policy that changed meanwhile leads",
    "%% back to the step that it concerns.",
    "stateDiagram-v2",
    ...[...steps, ...endings].map((name) => `  state "${titles[name]}" as ${idOf(name)}`),
    `  [*] --> ${idOf(steps[0] ?? "")}: 仮ID・仮パスワード`,
    ...new Set(chains),
    ...Object.entries(ends).flatMap(([from, to]) => to.map((name) => arrow(from, name))),
    ...endings.map((name) => `  ${idOf(name)} --> [*]`),
    "",
  ].join("\n");
};
