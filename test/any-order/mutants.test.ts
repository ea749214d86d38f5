import assert from "node:assert/strict";
import { test } from "node:test";
import { mutants } from "./mutants.ts";
import { outcomeOf, wronglyThought } from "./mutating.ts";

// A check that nobody misses is no check: without any one of them the property fails.

/** Enough to find each: the rarest takes some 1,500. */
const runs = { caught: 12_000, stands: 300 };
const outcome = outcomeOf({ file: new URL("mutated.ts", import.meta.url), seed: 1 });

test("as it is, the property stands", async () => {
  assert.equal(await outcome({ pieces: [] }, runs.stands), "stood");
});

test("without any one check, the property fails", async (t) => {
  const tell = (line: string) => t.diagnostic(line);
  assert.deepEqual(await wronglyThought({ outcome, mutants, runs, tell }), []);
});
