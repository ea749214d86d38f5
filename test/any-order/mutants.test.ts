import assert from "node:assert/strict";
import { test } from "node:test";
import { mutants } from "./mutants.ts";
import { outcomeOf, wronglyThought } from "./mutating.ts";

// A check that nobody misses is no check: without any one of them the property fails.

/** Enough to find each: the rarest takes some 1,500. */
const runs = { caught: 12_000, stands: 150 };
/** What seed 1 finds after hundreds of stories, these find within fifty. */
const sooner = {
  "no birth date in it": 10,
  "typed twice alike": 39,
  "proved elsewhere counts for no weak letter": 12,
  "what is allowed at the end": 47,
  "a mailbox without a proof": 2,
  "user ID kept only where it may": 2,
  "what is enrolled is read anew at the end": 47,
  "terms: agree and disagree": 9,
  "a code of an app": 12,
  "a flow that has ended": 5,
  "taken (at the end)": 16,
};
const outcome = outcomeOf({ file: new URL("mutated.ts", import.meta.url), seed: 1, sooner });

test("as it is, the property stands", async () => {
  assert.equal(await outcome({ name: "none", pieces: [] }, runs.stands), "stood");
});

test("without any one check, the property fails", async (t) => {
  const tell = (line: string) => t.diagnostic(line);
  assert.deepEqual(await wronglyThought({ outcome, mutants, runs, tell }), []);
});
