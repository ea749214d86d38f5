import type { Facts } from "../../../src/kernel/result.ts";

/** One heading of docs/errors.md. */
export type Section = { readonly title: string; readonly lines: readonly string[] };

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const row = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;

export const table = (names: readonly string[], rows: readonly (readonly string[])[]) => [
  row(names),
  row(names.map(() => "---")),
  ...rows.map(row),
];

export const code = (text: string): string => `\`${text}\``;

/**
 * Facts as their names, so that a row shows what a message tells.
 * @param own what stands for the whole where a text takes one thing and not several
 */
export const named = (known: Facts = {}, own = ""): Readonly<Record<string, string>> =>
  new Proxy(known, {
    get: (facts, name) =>
      typeof name === "symbol" ? () => `{${own}}` : (facts[name] ?? `{${name}}`),
  }) as Readonly<Record<string, string>>;
