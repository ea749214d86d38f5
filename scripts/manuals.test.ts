// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the fixtures are code

import assert from "node:assert/strict";
import { test } from "node:test";
import { notShown, unfit, withoutTest } from "./manuals/judge.ts";
import { rowsOf } from "./manuals/table.ts";
import { titlesIn } from "./manuals/titles.ts";
import { manualProblems } from "./manuals.ts";
import { openNames } from "./test/names.ts";

const row = (number: string, rest = "words | `/page` | `test/a.test.ts` › one") =>
  `| ${number} | ${rest} |`;

const rows = (...lines: readonly string[]) => rowsOf("docs/manuals/a.md", lines.join("\n"));

test("the tables of this tree name only tests that there are", () => {
  assert.deepEqual(manualProblems(), []);
});

test("a row has its pages and its tests, suites and all; whatever else stands there is no row", () => {
  const text = [
    "| Line | Says | Page | Test |",
    "|---|---|---|---|",
    row(
      "A1.1",
      "words | `/page`, `mail:a/b` | `test/a.test.ts` › one › two<br>`src/b.test.ts` › c",
    ),
    "A1.2 is no row",
  ];
  assert.deepEqual(rows(...text), [
    {
      place: "docs/manuals/a.md:3",
      number: "A1.1",
      says: "words",
      pages: ["/page", "mail:a/b"],
      tests: [
        { file: "test/a.test.ts", name: "one › two" },
        { file: "src/b.test.ts", name: "c" },
      ],
    },
  ]);
});

const ill: readonly (readonly [what: string, lines: readonly string[], complaint: RegExp])[] = [
  [
    "a line that is left out",
    ["A1.1", "A1.3"].map((one) => row(one)),
    /A1\.3 does not follow A1\.1/,
  ],
  ["a section that is left out", ["A1.1", "A3.1"].map((one) => row(one)), /A3\.1 does not follow/],
  ["a first line that is gone", [row("A1.2")], /A1\.2 does not follow nothing/],
  ["a line twice", ["A1.1", "A1.1"].map((one) => row(one)), /A1\.1 does not follow A1\.1/],
  ["another manual's line", ["A1.1", "B1.2"].map((one) => row(one)), /B1\.2 does not follow A1\.1/],
  ["no words", [row("A1.1", " | `/page` | `test/a.test.ts` › one")], /says nothing/],
  ["no page", [row("A1.1", "words | | `test/a.test.ts` › one")], /has no page/],
  ["no test", [row("A1.1", "words | `/page` | later")], /has no test/],
];

for (const [what, lines, complaint] of ill)
  test(`a table is refused: ${what}`, () => {
    assert.match(unfit(rows(...lines)).join("\n"), complaint);
  });

test("a table that counts on is as it should be", () => {
  assert.deepEqual(unfit(rows(row("A1.1"), row("A1.2"), row("A2.1"))), []);
});

const code = [
  'test("plain", () => {});',
  "describe(`${code}, ${width} px`, () => {",
  '  test(`in ${lang}, JavaScript ${isOn ? "on" : `off${"}"}`}.`, () => {});',
  "});",
  '// test("in a comment")',
].join("\n");

const names: readonly (readonly [name: string, isThere: boolean])[] = [
  ["plain", true],
  ["plainly", false],
  ["hikari, 390 px › in ja, JavaScript on.", true],
  ["hikari, 390 px › in ja, JavaScript on", false],
  ["hikari, 390 px › plain", true],
  ["hikari › plain", false],
  ["in a comment", false],
];

for (const [name, isThere] of names)
  test(`「${name}」 ${isThere ? "is" : "is not"} among the tests of a file`, () => {
    const all = rows(row("A1.1", `words | \`/page\` | \`test/a.test.ts\` › ${name}`));
    const titles = (file: string) => (file === "test/a.test.ts" ? titlesIn(file, code) : null);
    assert.equal(withoutTest(all, titles).length, isThere ? 0 : 1);
  });

test("a file that is not there is told", () => {
  assert.match(
    withoutTest(rows(row("A1.1")), () => null)[0] ?? "",
    /there is no test\/a\.test\.ts/,
  );
});

test("a line is shown by what passed, and not by what was skipped, left open or failed", () => {
  const heard = openNames("/root/");
  const told = { entryFile: "/root/test/a.test.ts", details: { type: "test" } };
  heard.begun({ ...told, name: "suite", testId: 1, parentId: 0 });
  for (const [testId, name] of ["one", "skipped", "open", "failed"].entries())
    heard.begun({ ...told, name, testId: testId + 2, parentId: 1 });
  heard.passed({ ...told, name: "one", testId: 2, parentId: 1 });
  heard.passed({ ...told, name: "skipped", testId: 3, parentId: 1, skip: "why" });
  heard.passed({ ...told, name: "open", testId: 4, parentId: 1, todo: true });
  heard.passed({ ...told, name: "suite", testId: 1, parentId: 0, details: { type: "suite" } });
  const shows = (name: string) =>
    notShown(
      rows(row("A1.1", `words | \`/page\` | \`test/a.test.ts\` › ${name}`)),
      new Set(heard.all()),
    ).length === 0;
  const all = ["suite › one", "suite › skipped", "suite › open", "suite › failed", "one", "suite"];
  assert.deepEqual(all.filter(shows), ["suite › one"]);
});
