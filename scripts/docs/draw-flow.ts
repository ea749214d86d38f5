import { moves, plan } from "../../src/identity/first-sign-in/flow.ts";
import { firstSignInWords } from "../../src/identity/first-sign-in/text.ts";
import { defaultPolicy } from "../../src/society/index.ts";

/** The first sign-in as a Mermaid state diagram, from the table that the runner obeys. */
export const drawFlow = (): string => {
  const words = firstSignInWords("ja");
  const titles: Readonly<Record<string, string>> = {
    identity: words.identityTitle,
    details: words.detailsTitle,
    confirm: words.confirmTitle,
    complete: words.completedTitle,
    ...words.endedTitles,
  };
  const steps = plan(defaultPolicy);
  const ends = [...new Set(Object.values(moves).flat())].filter((name) => !steps.includes(name));
  const idOf = (name: string) => name.replaceAll("-", "_");
  return [
    "stateDiagram-v2",
    ...[...steps, ...ends].map((name) => `  state "${titles[name]}" as ${idOf(name)}`),
    `  [*] --> ${idOf(steps[0] ?? "")}: 仮ID・仮パスワード`,
    ...Object.entries(moves).flatMap(([from, all]) =>
      all.map((to) => `  ${idOf(from)} --> ${idOf(to)}`),
    ),
    ...ends.map((name) => `  ${idOf(name)} --> [*]`),
    "",
  ].join("\n");
};
