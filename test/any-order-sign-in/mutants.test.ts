import assert from "node:assert/strict";
import { test } from "node:test";
import { outcomeOf, wronglyThought } from "../any-order/mutating.ts";
import { mutants } from "./mutants.ts";

// A check that nobody misses is no check: without any one of them the property fails.

/** Enough to find each. */
const runs = { caught: 6_000, stands: 150 };
const outcome = outcomeOf({ file: new URL("mutated.ts", import.meta.url), seed: 1 });

test("as it is, the property stands", async () => {
  assert.equal(await outcome({ name: "none", pieces: [] }, runs.stands), "stood");
});

test("without any one check, the property fails", async (t) => {
  const tell = (line: string) => t.diagnostic(line);
  assert.deepEqual(await wronglyThought({ outcome, mutants, runs, tell }), []);
});
