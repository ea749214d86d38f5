import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { findUncommon } from "../../kernel/characters.ts";
import type { Result } from "../../kernel/result.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { readHeader } from "../csv/header.ts";
import type { Problem } from "../problems.ts";
import { shown } from "../problems.ts";
import { codes, en, explain, ja } from "../text.ts";
import { columns, shape } from "./columns.ts";
import { memberRowReader } from "./row.ts";
import { judgeRelationship, readBranch, readEmail, readPostalCode, readSex } from "./rules.ts";

const today = "2026-11-20" as PlainDate;
const answer = (result: Result<unknown>) => (result.ok ? result.value : result.code);

const cases: readonly (readonly [
  (text: string) => Result<unknown>,
  readonly [string, string][],
])[] = [
  [
    readBranch,
    [
      ["00", "00"],
      ["1", "01"],
      ["０２", "02"],
      ["0A", "branch-form"],
      ["100", "branch-form"],
    ],
  ],
  [
    readSex,
    [
      ["1", "male"],
      ["２", "female"],
      ["男", "male"],
      ["女性", "female"],
      ["f", "female"],
      ["3", "sex-unknown"],
    ],
  ],
  [
    readPostalCode,
    [
      ["812-0011", "812-0011"],
      ["〒８１２－００１１", "812-0011"],
      ["8120011", "812-0011"],
      ["812-001", "postal-code-form"],
    ],
  ],
  [
    readEmail,
    [
      ["a.b+c@example.jp", "a.b+c@example.jp"],
      ["ａ＠ｅｘａｍｐｌｅ．ｊｐ", "a@example.jp"],
      ["a@b", "email-form"],
      ["a@example.jp,b@example.jp", "email-form"],
      ["花子@example.jp", "email-form"],
    ],
  ],
];
for (const [read, table] of cases)
  describe(read.name, () => {
    for (const [text, expected] of table)
      test(`${text} → ${expected}`, () => assert.equal(answer(read(text)), expected));
  });

describe("枝番 and 続柄 tell of the same person", () => {
  const table: readonly (readonly [string, string, string | null])[] = [
    ["00", "本人", null],
    ["00", "被保険者", null],
    ["00", "任意継続", null],
    ["00", "A1", null],
    ["00", "妻", "relationship-of-insured"],
    ["00", "長 男", "relationship-of-insured"],
    ["01", "妻", null],
    ["01", "次女", null],
    ["01", "11", null],
    ["01", "本人", "relationship-of-dependent"],
  ];
  for (const [branch, word, expected] of table)
    test(`${branch} ${word}`, () =>
      assert.equal(answer(judgeRelationship(branch, word)), expected));
});

const right: Readonly<Record<string, string>> = {
  記号: "１０",
  番号: "0001001",
  枝番: "",
  氏名: "佐藤　太郎",
  氏名カナ: "ｻﾄｳ ﾀﾛｳ",
  生年月日: "S54.8.22",
  性別: "1",
  続柄: "本人",
  資格取得日: "H14.4.1",
};

const readRow = (changes: Readonly<Record<string, string>>) => {
  const cells = { ...right, ...changes };
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const header = readHeader(Object.keys(cells), shape);
  const tell = {
    problem: (p: Problem) => problems.push(p),
    warning: (p: Problem) => warnings.push(p),
  };
  const read = memberRowReader({ header, today, ...tell });
  const member = read({ row: 2, cells: Object.values(cells), isCommon: false });
  const told = (list: readonly Problem[]) => list.map(({ column, rule }) => `${column} ${rule}`);
  return { member, problems: told(problems), warnings: told(warnings) };
};

describe("a row", () => {
  test("is read with its keys beside what was sent", () => {
    const { member, problems } = readRow({});
    assert.deepEqual(problems, []);
    assert.deepEqual(member?.values.slice(0, 5), [
      "１０",
      "0001001",
      "00",
      "佐藤　太郎",
      "ｻﾄｳ ﾀﾛｳ",
    ]);
    const { symbolKey, numberKey, nameKey, kanaKey } = member ?? {};
    assert.deepEqual(
      [symbolKey, numberKey, nameKey, kanaKey],
      ["10", "0001001", "佐藤太郎", "サトウタロウ"],
    );
  });
  const refused: readonly (readonly [Readonly<Record<string, string>>, readonly string[]])[] = [
    [{ 番号: "" }, ["番号 value-missing"]],
    [{ 番号: "　" }, ["番号 value-missing"]],
    [{ 氏名カナ: "佐藤" }, ["氏名カナ kana-form"]],
    [{ 氏名: "佐藤\ue000" }, ["氏名 character-gaiji"]],
    [{ 氏名: "佐藤\u202e" }, ["氏名 character-direction-mark"]],
    [{ 氏名: "佐藤😀" }, ["氏名 character-emoji"]],
    [{ 氏名: "佐藤\u0000" }, ["氏名 character-control"]],
    [{ 氏名: "佐藤\n太郎" }, ["氏名 character-control"]],
    [{ 氏名: "佐".repeat(101) }, ["氏名 value-long"]],
    [{ 生年月日: "2026-11-21" }, ["生年月日 date-future"]],
    [{ 資格喪失日: "2002-03-31" }, ["資格喪失日 lost-before-acquired"]],
    [{ 続柄: "長男？" }, ["続柄 relationship-unreadable"]],
    [{ 続柄: "妻" }, ["続柄 relationship-of-insured"]],
    [
      { 番号: "", 生年月日: "?", 性別: "x", 資格取得日: "2020-02-30" },
      [
        "番号 value-missing",
        "生年月日 date-unreadable",
        "性別 sex-unknown",
        "資格取得日 date-no-such-day",
      ],
    ],
  ];
  for (const [changes, expected] of refused)
    test(`${JSON.stringify(changes)}: ${expected}`, () =>
      assert.deepEqual(readRow(changes).problems, expected));
  test("cover that begins before birth is doubtful, not wrong", () => {
    const { problems, warnings } = readRow({ 生年月日: "H20.4.1" });
    assert.deepEqual([problems, warnings], [[], ["資格取得日 acquired-before-birth"]]);
  });
  test("cover may end in the future, and on the day on which it began", () => {
    assert.deepEqual(readRow({ 資格喪失日: "2027-04-01" }).problems, []);
    assert.deepEqual(readRow({ 資格喪失日: "H14.4.1" }).problems, []);
  });
});

describe("rows one after the other", () => {
  const names = Object.keys({ ...right, 資格喪失日: "", 住所: "" });
  const words = [
    "",
    "10",
    "１０",
    "00",
    "01",
    "佐藤　太郎",
    "ｻﾄｳ",
    "S54.8.22",
    "H20.4.1",
    "1",
    "本人",
  ];
  const strange = ["妻", "x", "\t", "佐\ue000", "é", "２", "　", "\\N"];
  const cells = fc.array(fc.constantFrom(...words, ...strange), {
    minLength: names.length,
    maxLength: names.length,
  });
  const header = readHeader(names, shape);
  const readAll = (rows: readonly (readonly string[])[], trustsCommon: boolean) => {
    const told: Problem[] = [];
    const tell = { problem: (p: Problem) => told.push(p), warning: (p: Problem) => told.push(p) };
    const read = memberRowReader({ header, today, ...tell });
    const isCommon = (row: readonly string[]) =>
      trustsCommon && !row.some((cell) => findUncommon(cell, 0) < cell.length);
    return { members: rows.map((c) => read({ row: 2, cells: c, isCommon: isCommon(c) })), told };
  };
  test("property: what stands above a row, and how its characters were judged, changes nothing", () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 6 }), (rows) => {
        const alone = rows.map((row) => readAll([row], false));
        assert.deepEqual(readAll(rows, true), {
          members: alone.flatMap(({ members }) => members),
          told: alone.flatMap(({ told }) => told),
        });
      }),
    );
  });
  test("property: nothing that is read is empty: an empty cell of COPY is null", () => {
    const text = fc.string({ unit: "binary", minLength: 1 }).filter((t) => t.trim() !== "");
    fc.assert(
      fc.property(fc.oneof(text, fc.constantFrom(...words)), (any) => {
        for (const column of columns) {
          const result = column.read(any.trim() || "1", today);
          if (!result.ok) continue;
          assert.notEqual(result.value, "");
          assert.notEqual(column.key?.(result.value), "");
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("messages", () => {
  test("every rule has a code of its own, and words in both languages with the same facts", () => {
    assert.equal(new Set(Object.values(codes)).size, Object.keys(codes).length);
    const factsOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const rule of Object.keys(codes) as (keyof typeof codes)[])
      assert.deepEqual(factsOf(ja[rule]), factsOf(en[rule]), rule);
  });
  test("every refusal that a column can give has words", () => {
    const texts = ["?", "2026-02-30", "S64.3.1", "0001-01-01", "2027-01-01", "〇@", "100"];
    for (const column of columns)
      for (const text of texts) {
        const result = column.read(text, today);
        assert.ok(result.ok || result.code in codes, `${column.name} ${text}`);
      }
  });
  test("facts are filled in", () => {
    const { ja: text } = explain({ rule: "key-twice", facts: { first: 2 } });
    assert.equal(text, "同じ記号・番号・枝番が2行目にもあります。どちらかを消してください。");
  });
  test("values are shown short, with nothing invisible", () => {
    assert.equal(shown("佐藤\ue000\u202e\u0007"), "佐藤[U+E000][U+202E][U+0007]");
    assert.equal([...shown("𠮷".repeat(50))].length, 31);
  });
});
