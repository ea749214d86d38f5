// A process of its own: tells one line of what became of the property while a piece of source is
// another one (mutant-loader.mjs). `mutated.ts RUNS SEED`
import { AssertionError } from "node:assert";
import { tryAnyOrder } from "./property.ts";

const [runs = "", seed = ""] = process.argv.slice(2);

const told = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof AssertionError)) throw error;
  const [tests = ""] = /after \d+ tests/.exec((error as Error).message) ?? [];
  return `caught ${tests}: ${cause.message.split("\n")[0]}`;
};

const outcome = await tryAnyOrder({ runs: Number(runs), seed: Number(seed), isHasty: true }).then(
  () => "stood",
  told,
);
console.log(outcome);
