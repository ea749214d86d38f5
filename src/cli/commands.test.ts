import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { commands } from "./commands.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const names = new Set(commands.map(({ name }) => name));
/** Those that are run before any command is looked up. */
const others = new Set(["serve", "worker"]);
const groups = [...names].flatMap((name) => (name.includes(" ") ? (name.split(" ")[0] ?? []) : []));

const group = [...new Set(groups)].join("|");
/** Japanese, and no comment. */
const isSaid = (line: string) =>
  /[\u3040-\u30ff\u4e00-\u9fff]/.test(line) && !/^\s*[/*]/.test(line);
/** 「credentials issue で出し直してください」: a group and a word after it, in a Japanese sentence. */
const inText = new RegExp(
  `(?<![\\w./-])(${group}) ([a-z][a-z-]*)(?= ?(--|[\\u3000-\\u9fff(]))`,
  "g",
);
/** "npx kenpo society close", or the same in backticks without npx. */
const inGuide = /(?:npx |`)kenpo ([a-z][a-z-]*)(?: ([a-z][a-z-]*))?/g;

const filesOf = (pattern: string) =>
  globSync(pattern, { cwd: root }).filter((path) => !path.includes(".test."));
const linesOf = (path: string) => readFileSync(`${root}/${path}`, "utf8").split("\n");

describe("a command that is named can be run", () => {
  test("in what is said to people", () => {
    let found = 0;
    for (const path of filesOf("src/**/*.{ts,tsx}"))
      for (const line of linesOf(path).filter(isSaid))
        for (const [name] of line.matchAll(inText)) {
          found += 1;
          assert.ok(names.has(name), `${path}: ${name}`);
        }
    assert.ok(found > 10);
  });
  test("in the guides", () => {
    let found = 0;
    for (const path of [...filesOf("docs/**/*.md"), "README.md"])
      for (const line of linesOf(path))
        for (const [whole, first = "", second = ""] of line.matchAll(inGuide)) {
          found += 1;
          const isKnown = [first, `${first} ${second}`].some(
            (name) => names.has(name) || others.has(name),
          );
          assert.ok(isKnown, `${path}: ${whole}`);
        }
    assert.ok(found > 10);
  });
});
