import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { startRefusals } from "../src/platform/start-refusal.ts";
import { drawTree, type Question } from "./docs/draw-tree.ts";
import { outOfDate } from "./docs.ts";

const source = fileURLToPath(new URL("../src/", import.meta.url));
const textsOf = (pattern: string) =>
  globSync(pattern, { cwd: source })
    .filter((path) => !path.includes(".test."))
    .map((path) => ({ path, text: readFileSync(source + path, "utf8") }));

test("what is drawn and listed from the code is up to date", async () => {
  assert.deepEqual(await outOfDate(), [], "run scripts/node scripts/docs.ts");
});

test("tables of refusals of commands stand in the files that are listed", () => {
  const tables = /const \w*(?:[rR]efusals?|Reasons)\w*: Readonly<Record</;
  const elsewhere = textsOf("cli/**/*.ts")
    .filter(({ path }) => !/(^|\/)(refusals|words|problems)\.ts$/.test(path))
    .filter(({ text }) => tables.test(text));
  assert.deepEqual(
    elsewhere.map(({ path }) => path),
    [],
  );
});

test("every reason not to start is one that something gives", () => {
  const all = textsOf("**/*.{ts,tsx}")
    .map(({ text }) => text)
    .join("\n");
  for (const code of Object.keys(startRefusals))
    assert.match(all, new RegExp(`new StartRefusal\\(\\s*"${code}"`), code);
});

const yesNo = (name: string): Question => ({ name, asks: `${name}?`, answers: ["no", "yes"] });

test("a tree asks only what changes the answer, and draws equal branches once", () => {
  const count: Question = { name: "count", asks: "how many?", answers: ["0", "1", "2"] };
  const drawn = drawTree("x", [yesNo("idle"), count, yesNo("late")], ({ count, late }) =>
    count === "0" ? "none" : late === "yes" ? "late" : "fine",
  );
  assert.equal(
    drawn,
    [
      "%% x",
      "flowchart TD",
      '  n1{"how many?"}',
      '  n2(["none"])',
      '  n1 -- "0" --> n2',
      '  n3{"late?"}',
      '  n4(["fine"])',
      '  n3 -- "no" --> n4',
      '  n5(["late"])',
      '  n3 -- "yes" --> n5',
      '  n1 -- "1 · 2" --> n3',
      "",
    ].join("\n"),
  );
});
