import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Mutant } from "./mutant.ts";

// Tells a property again and again, each time without one of the checks that it is about.

const loader = fileURLToPath(new URL("mutant-loader.mjs", import.meta.url));

type Telling = {
  /** A file that prints what became of the property: `FILE RUNS SEED`. */
  readonly file: URL;
  readonly seed: number;
  /** Names of mutants that this seed finds late: the seed that finds them soon. */
  readonly sooner?: Readonly<Record<string, number>>;
};

/** What the file says, or how it crashed: a piece that is not there once, a module that is none. */
export const outcomeOf =
  ({ file, seed, sooner = {} }: Telling) =>
  ({ name, pieces }: Pick<Mutant, "name" | "pieces">, most: number): Promise<string> =>
    new Promise((answer) => {
      const flags = process.execArgv.filter((flag) => !flag.startsWith("--test"));
      const words = ["--max-semi-space-size=32", "--import", loader, fileURLToPath(file)];
      execFile(
        process.execPath,
        [...flags, ...words, `${most}`, `${sooner[name] ?? seed}`],
        { env: { ...process.env, KENPO_PIECES: JSON.stringify(pieces) }, timeout: 180_000 },
        (_, printed, failed) => answer(printed.trim() || `crashed: ${failed.slice(0, 500)}`),
      );
    });

const expected = ({ guardedBy }: Mutant) => (guardedBy ? /^stood$/ : /^caught /);

const told = (mutant: Mutant, outcome: string) =>
  `${mutant.name.padEnd(66)} ${mutant.guardedBy ? `${outcome}: ${mutant.guardedBy}` : outcome}`;

type Trying = {
  readonly outcome: ReturnType<typeof outcomeOf>;
  readonly mutants: readonly Mutant[];
  /** Enough to find each; enough to believe that one is guarded. */
  readonly runs: { readonly caught: number; readonly stands: number };
  readonly tell: (line: string) => void;
};

/**
 * `npm test` tries every fourth; all of them, which take minutes, where KENPO_MUTANTS=all: whoever
 * changes what they are about.
 */
const triedOf = (mutants: readonly Mutant[]): readonly Mutant[] =>
  process.env.KENPO_MUTANTS === "all" ? mutants : mutants.filter((_, i) => i % 4 === 0);

/** @returns those of which the property thinks otherwise than the list says */
export const wronglyThought = async ({ outcome, mutants, runs, tell }: Trying) => {
  const open = [...triedOf(mutants)];
  const wrong: string[] = [];
  const work = async () => {
    for (let mutant = open.shift(); mutant; mutant = open.shift()) {
      const came = await outcome(mutant, mutant.guardedBy ? runs.stands : runs.caught);
      tell(told(mutant, came));
      if (!expected(mutant).test(came)) wrong.push(told(mutant, came));
    }
  };
  await Promise.all([work(), work()]);
  return wrong;
};
