import { existsSync, globSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { notShown, unfit, withoutTest } from "./manuals/judge.ts";
import { type Row, rowsOf } from "./manuals/table.ts";
import { titlesIn } from "./manuals/titles.ts";

// `scripts/node scripts/manuals.ts`: docs/manuals says of each line of the manuals which test shows it.
// That the test is there is looked up here; that it ran and passed, at the end of `npm test`.

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(root + path, "utf8");

/** Of each file of tables, its rows. */
const tables = (): readonly (readonly Row[])[] =>
  globSync("docs/manuals/*.md", { cwd: root })
    .sort()
    .map((path) => rowsOf(path.replaceAll("\\", "/"), read(path)));

export const manualRows = (): readonly Row[] => tables().flat();

const titles = () => {
  const known = new Map<string, readonly RegExp[] | null>();
  return (file: string) => {
    const found = known.get(file);
    if (found !== undefined) return found;
    const looked = existsSync(root + file) ? titlesIn(file, read(file)) : null;
    known.set(file, looked);
    return looked;
  };
};

/** What is wrong with the tables as they stand; empty when all is well. */
export const manualProblems = (): readonly string[] => {
  const all = tables();
  return [
    ...(all.flat().length === 0 ? ["docs/manuals has no rows"] : []),
    ...all.flatMap(unfit),
    ...withoutTest(all.flat(), titles()),
  ];
};

/** After a whole run: lines that nothing showed. @param passed tests, as `keyOf` names them */
export const manualsNotShown = (passed: Iterable<string>): readonly string[] =>
  notShown(manualRows(), new Set(passed));

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const problems = manualProblems();
  for (const problem of problems) console.error(problem);
  console.log(`${manualRows().length} lines of the manuals`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
