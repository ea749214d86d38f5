import { AssertionError } from "node:assert";
import type { Trial } from "./property.ts";

const told = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof AssertionError)) throw error;
  const [tests = ""] = /after \d+ tests/.exec((error as Error).message) ?? [];
  return `caught ${tests}: ${cause.message.split("\n")[0]}`;
};

/** Prints what became of a property, of so many runs as the command line says. */
export const tellOutcome = async (tryAnyOrder: (trial: Trial) => Promise<unknown>) => {
  const [runs, seed] = process.argv.slice(2).map(Number);
  const trial = { runs: runs ?? 0, seed: seed ?? 0, isHasty: true };
  console.log(await tryAnyOrder(trial).then(() => "stood", told));
};
