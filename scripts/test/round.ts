import { relative } from "node:path";
import { run } from "node:test";
import { inspect } from "node:util";
import { openNames } from "./names.ts";

export type Round = {
  readonly name: string;
  readonly files: readonly string[];
  readonly timeZone: string;
};

export type Outcome = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Tests that passed, as `scripts/manuals` names them. */
  readonly shown: readonly string[];
};

/** A file that hangs fails, and the others go on. */
const fileLimitMs = 240_000;

type Failure = {
  readonly name: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly details: { readonly error: unknown };
};

const told = (root: string, { name, file, line, details }: Failure): string => {
  const error = details.error;
  const cause = error instanceof Error && error.cause ? error.cause : error;
  const place = file ? `${relative(root, file)}:${line ?? 1}` : "";
  return `✖ ${name}\n  ${place}\n${inspect(cause, { depth: 6 }).replace(/^/gm, "    ")}`;
};

/** Runs the files of a round, three at a time (they also wait), each in a process of its own; prints failures only. */
export const runRound = async (
  root: string,
  { name, files, timeZone }: Round,
  signal: AbortSignal,
): Promise<Outcome> => {
  const started = performance.now();
  const said = new Map<string, string>();
  const stream = run({
    files: files.map((file) => `${root}${file}`),
    cwd: root,
    concurrency: 3,
    timeout: fileLimitMs,
    env: { ...process.env, TZ: timeZone },
    signal,
  });
  let outcome: Outcome = { passed: 0, failed: 0, skipped: 0, shown: [] };
  const names = openNames(root);
  stream.on("test:start", names.begun);
  stream.on("test:pass", names.passed);
  const hear = ({ file = "", message }: { file?: string; message: string }) =>
    said.set(file, (said.get(file) ?? "") + message);
  stream.on("test:stdout", hear);
  stream.on("test:stderr", hear);
  stream.on("test:fail", (failure: Failure & { details: { type?: string } }) => {
    if (failure.details.type === "suite") return;
    console.error(told(root, failure));
    const printed = failure.file && said.get(failure.file);
    if (printed) console.error(`  printed:\n${printed.slice(-4000).replace(/^/gm, "    ")}`);
    said.delete(failure.file ?? "");
  });
  stream.on("test:summary", ({ counts, file }) => {
    if (file !== undefined) return;
    const failed = counts.tests - counts.passed - counts.skipped - counts.todo;
    const skipped = counts.skipped + counts.todo;
    outcome = { passed: counts.passed, failed, skipped, shown: [] };
  });
  for await (const _ of stream);
  outcome = { ...outcome, shown: names.all() };
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${outcome.failed > 0 ? "✖" : "✔"} ${name}: ${outcome.passed} passed, ${outcome.failed} failed in ${files.length} files, ${seconds} s`,
  );
  return outcome;
};
