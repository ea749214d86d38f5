import assert from "node:assert/strict";
import { test } from "node:test";
import { unseen, watched } from "./watch.ts";

/** What no page can show, and why. */
const never: readonly (readonly [string, string])[] = [
  ["src/flow/text.ts choose", "the first sign-in has its own words"],
  ["src/flow/text.ts -", "a code without words is a bug"],
  ["src/identity/methods/recovery-codes/text/recovery-codes-text.ts file", "of a file, not a page"],
];

test("the gallery shows every page, every way of it and every message, in both languages", async () => {
  const left = await unseen(async () => {
    const { all, htmlOf } = await import("./shown.ts");
    for (const lang of ["ja", "en"] as const) for (const { sample } of all) htmlOf(sample, lang);
  });
  assert.ok(watched.length > 60);
  assert.deepEqual(
    left.filter((one) => !never.some(([known]) => one.startsWith(known))),
    [],
    "a sample is missing in its feature's gallery",
  );
});
