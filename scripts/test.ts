import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openTestServer } from "../test/database-server.ts";
import { check } from "./check.ts";
import { manualsNotShown } from "./manuals.ts";
import { leftBehind, runName } from "./test/left-behind.ts";
import { type Outcome, type Round, runRound } from "./test/round.ts";

// `npm test [words]`: everything that CI runs; with words, only test files whose path has one.

const root = fileURLToPath(new URL("..", import.meta.url));
const words = process.argv.slice(2);
const isWanted = (path: string) => words.length === 0 || words.some((word) => path.includes(word));
const filesIn = (patterns: readonly string[]) =>
  globSync(patterns, { cwd: root }).filter(isWanted).sort();

const unit = filesIn(["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "bench/**/*.test.ts"]);
const journeys = filesIn(["test/**/*.test.ts"]);

/**
 * What asks a database: its instants are the server's, and the platform's own tests read them in both
 * zones. The others are quick.
 */
const asksDatabase = (file: string): boolean =>
  !file.startsWith("src/platform/") &&
  /\b(testDatabase|openWorld|twoSocieties)\b/.test(readFileSync(`${root}${file}`, "utf8"));

/** Results never depend on TZ: what is quick runs in two zones. */
const rounds: readonly Round[] = [
  { name: "unit tests, TZ=UTC", files: unit, timeZone: "UTC" },
  {
    name: "unit tests without a database, TZ=Asia/Tokyo",
    files: unit.filter((file) => !asksDatabase(file)),
    timeZone: "Asia/Tokyo",
  },
  { name: "journeys", files: journeys, timeZone: "UTC" },
].filter(({ files }) => files.length > 0);

const stop = new AbortController();
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
  process.once(signal, () => stop.abort());

const runAll = async (): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (const round of rounds) {
    if (stop.signal.aborted) break;
    outcomes.push(await runRound(root, round, stop.signal));
  }
  return outcomes;
};

const checked = words.length > 0 || (await check());
// Held open, or each test file would start and stop it.
const server = await openTestServer();
const outcomes = await runAll().finally(server.close);

const left = await leftBehind();
for (const line of left) console.error(`✖ left behind: ${line}`);

// Of some words only some tests run: then it is enough that they are there, which the check looks up.
const unshown =
  words.length > 0 || stop.signal.aborted
    ? []
    : manualsNotShown(outcomes.flatMap(({ shown }) => shown));
for (const line of unshown) console.error(`✖ ${line}`);

const total = (count: (outcome: Outcome) => number) =>
  outcomes.reduce((sum, outcome) => sum + count(outcome), 0);
const passed = total((outcome) => outcome.passed) + (checked ? 1 : 0);
const failed =
  total((outcome) => outcome.failed) +
  (checked ? 0 : 1) +
  left.length +
  unshown.length +
  (stop.signal.aborted ? 1 : 0);
const skipped = total((outcome) => outcome.skipped);

console.log(`\n${skipped} skipped (${runName})`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
