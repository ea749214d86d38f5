import { globSync, readFileSync } from "node:fs";
import { sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { importsOf } from "./house/imports.ts";
import { checkClock, checkEnvironment, checkPermits } from "./house/permits.ts";
import { checkRooms } from "./house/rooms.ts";
import { scan, scanSql } from "./house/scan.ts";
import { isCode, isTest, type Problem, type Rule, type Source } from "./house/types.ts";
import {
  checkForms,
  checkLeftovers,
  checkMarkup,
  checkName,
  checkSocieties,
  checkSocietyText,
  checkTests,
  checkText,
} from "./house/words.ts";

const forCode: readonly Rule[] = [
  checkClock,
  checkEnvironment,
  checkForms,
  checkMarkup,
  checkSocieties,
  checkTests,
  checkText,
];

const sourceOf = ([path, text]: readonly [string, string]): Source =>
  path.endsWith(".sql") ? scanSql(path, text) : scan(path, isCode(path) ? text : "");

/** Project path → text. */
export type Tree = Readonly<Record<string, string>>;

/** What breaks a rule of the house; empty when all is well. Pure: reads nothing but the tree. */
export const checkHouse = (tree: Tree): readonly Problem[] => {
  const sources = Object.entries(tree).map(sourceOf);
  const code = sources.filter(({ path }) => isCode(path));
  const imports = code.flatMap(importsOf);
  return [
    ...checkRooms(imports),
    ...checkPermits(imports),
    ...code.flatMap((source) => forCode.flatMap((rule) => rule(source))),
    ...sources.filter(({ path }) => path.endsWith(".sql")).flatMap(checkClock),
    ...sources.flatMap((source) => {
      const whole = { ...source, text: tree[source.path] ?? "" };
      return [...checkName(source), ...checkLeftovers(whole), ...checkSocietyText(whole)];
    }),
  ];
};

const quantile = (sorted: readonly number[], q: number) =>
  sorted[Math.floor((sorted.length - 1) * q)] ?? 0;

/** The compass (it only points): sizes of files in lines, and folders with more than 15 entries. */
export const compass = (tree: Tree): readonly string[] => {
  const paths = Object.keys(tree).filter((path) => /^src\/.*\.tsx?$/.test(path) && !isTest(path));
  const lines = paths.map((path) => tree[path]?.split("\n").length ?? 0).sort((a, b) => a - b);
  const [median, ninth] = [quantile(lines, 0.5), quantile(lines, 0.9)];
  const folders = Object.groupBy(
    paths.flatMap((path) => {
      const parts = path.split("/");
      return parts.slice(1).map((_, i) => parts.slice(0, i + 2).join("/"));
    }),
    (entry) => entry.slice(0, entry.lastIndexOf("/")),
  );
  const full = Object.entries(folders)
    .map(([folder, entries]) => ({ folder, count: new Set(entries).size }))
    .filter(({ folder, count }) => count > 15 && folder !== "src");
  const sizes = `${paths.length} files, median ${median} lines, 90 % within ${ninth} (compass: 60, 200)`;
  return [
    sizes,
    ...full.map(({ folder, count }) => `${folder} has ${count} entries (compass: 15)`),
  ];
};

const root = fileURLToPath(new URL("..", import.meta.url));
const rooms = "{src,test,bench,scripts,migrations,societies}/**/*.{ts,tsx,mjs,sql,json,css,md}";

/** The project's own files. */
export const readTree = (): Tree =>
  Object.fromEntries(
    globSync(rooms, { cwd: root }).map((path) => [
      path.split(sep).join("/"),
      readFileSync(`${root}${path}`, "utf8"),
    ]),
  );

export const told = ({ file, line, rule, message }: Problem): string =>
  `${file}${line ? `:${line}` : ""} [${rule}] ${message}`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const tree = readTree();
  const problems = checkHouse(tree);
  for (const problem of problems) console.error(told(problem));
  for (const line of compass(tree)) console.log(line);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
