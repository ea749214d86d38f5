import assert from "node:assert/strict";
import { test } from "node:test";
import { outOfDate } from "./docs.ts";

test("what is drawn and listed from the code is up to date", () => {
  assert.deepEqual(outOfDate(), [], "run scripts/node scripts/docs.ts");
});
