import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startRefusals } from "../../../src/platform/start-refusal.ts";
import { code, named, type Section, table } from "./table.ts";

const root = new URL("../../../src/cli/", import.meta.url);

type Told = string | ((facts: unknown) => string);
type Words = Readonly<Record<string, Told>>;

const isTable = (value: unknown): value is Words =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((one) => typeof one === "string" || typeof one === "function");

/** What a text takes, by its name: `(count) =>`, `({ table }) =>`. */
const said = (told: Told): string => {
  if (typeof told === "string") return told;
  const [, own] = /^\(?\s*(\w+)\s*\)?\s*=>/.exec(told.toString()) ?? [];
  return told(named({}, own));
};

/** What stands in `output/` is said by all of them. */
const group = (file: string) => {
  const folder = file.replace(/\/[^/]*$/, "");
  return folder === "output" ? "Any command" : `Commands: ${folder}`;
};

/** Every exported table of src/cli whose file is named for it. */
const commandSections = async (): Promise<readonly Section[]> => {
  const files = globSync("**/{refusals,words,problems}.ts", { cwd: fileURLToPath(root) }).sort();
  const tables = await Promise.all(
    files.map(async (file) => {
      const exported: Readonly<Record<string, unknown>> = await import(new URL(file, root).href);
      const rows = Object.entries(exported).flatMap(([own, words]) =>
        isTable(words)
          ? Object.entries(words).map(([name, told]) => [code(name), own, said(told)])
          : [],
      );
      return { title: group(file), rows };
    }),
  );
  return Object.entries(Object.groupBy(tables, ({ title }) => title)).map(([title, same = []]) => ({
    title,
    lines: table(
      ["code", "table", "日本語"],
      same.flatMap(({ rows }) => rows),
    ),
  }));
};

const start: Section = {
  title: "A start that is refused",
  lines: table(
    ["code", "what it is about"],
    Object.entries(startRefusals).map(([name, about]) => [code(name), about]),
  ),
};

/** What the command line says, and why a process does not start. */
export const operatorSections = async (): Promise<readonly Section[]> => [
  ...(await commandSections()),
  start,
];
