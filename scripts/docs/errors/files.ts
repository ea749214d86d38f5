import * as letters from "../../../src/identity/provisional/text.ts";
import * as imports from "../../../src/imports/text.ts";
import * as society from "../../../src/society/document/problem-text.ts";
import { code, named, type Section, table } from "./table.ts";

type Coded = {
  readonly codes: Readonly<Record<string, string>>;
  readonly ja: Readonly<Record<string, string>>;
  readonly en: Readonly<Record<string, string>>;
};

const coded = (title: string, { codes, ja, en }: Coded): Section => ({
  title,
  lines: table(
    ["code", "rule", "日本語", "English"],
    Object.entries(codes).map(([rule, told]) => [code(told), rule, ja[rule] ?? "", en[rule] ?? ""]),
  ),
});

type Told = (facts: Readonly<Record<string, string>>) => { rule: string; mend: string };

const line = (told: Told | undefined) => {
  const { rule = "", mend = "" } = told?.(named()) ?? {};
  return `${rule} — ${mend}`;
};

const document = (): Section => {
  const { ja, en } = society as unknown as Record<"ja" | "en", Readonly<Record<string, Told>>>;
  return {
    title: "A society's own file (JSON)",
    lines: table(
      ["code", "日本語", "English"],
      Object.keys(ja).map((name) => [code(name), line(ja[name]), line(en[name])]),
    ),
  };
};

/** Files that societies send, their own document, and letters that are issued or come back. */
export const fileSections = (): readonly Section[] => [
  coded("Files of societies", imports),
  document(),
  coded("Letters", letters),
];
