import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Mutant, mutants } from "./mutants.ts";

// A check that nobody misses is no check: without any one of them the property fails.

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Enough to find each: the rarest takes some 1,500. */
const runs = { caught: 12_000, stands: 300 };
const seed = 1;

/** What mutated.ts says, or how it crashed: a piece that is not there once, a module that is none. */
const outcomeOf = ({ pieces }: Mutant, most: number): Promise<string> =>
  new Promise((answer) => {
    const flags = process.execArgv.filter((flag) => !flag.startsWith("--test"));
    execFile(
      process.execPath,
      [
        ...flags,
        "--max-semi-space-size=32",
        "--import",
        here("mutant-loader.mjs"),
        here("mutated.ts"),
        `${most}`,
        `${seed}`,
      ],
      { env: { ...process.env, KENPO_PIECES: JSON.stringify(pieces) }, timeout: 120_000 },
      (_, printed, failed) => answer(printed.trim() || `crashed: ${failed.slice(0, 500)}`),
    );
  });

const expected = ({ guardedBy }: Mutant) => (guardedBy ? /^stood$/ : /^caught /);

const told = (mutant: Mutant, outcome: string) =>
  `${mutant.name.padEnd(66)} ${mutant.guardedBy ? `${outcome}: ${mutant.guardedBy}` : outcome}`;

test("as it is, the property stands", async () => {
  assert.equal(await outcomeOf({ name: "none", pieces: [] }, runs.stands), "stood");
});

test("without any one check, the property fails", async (t) => {
  const open = [...mutants];
  const wrong: string[] = [];
  const work = async () => {
    for (let mutant = open.shift(); mutant; mutant = open.shift()) {
      const most = mutant.guardedBy ? runs.stands : runs.caught;
      const outcome = await outcomeOf(mutant, most);
      t.diagnostic(told(mutant, outcome));
      if (!expected(mutant).test(outcome)) wrong.push(told(mutant, outcome));
    }
  };
  await Promise.all([work(), work()]);
  assert.deepEqual(wrong, []);
});
