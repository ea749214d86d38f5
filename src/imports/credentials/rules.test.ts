import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { PlainDate } from "../../kernel/time.ts";
import { foldId } from "../../kernel/width.ts";
import { readHeader } from "../csv/header.ts";
import type { Problem } from "../problems.ts";
import { codes } from "../text.ts";
import { columns, shape } from "./columns.ts";
import { type CredentialRow, credentialRowReader } from "./row.ts";
import { isAllowedId, shownId } from "./rules.ts";
import { stageLine } from "./store.ts";

const names = ["記号", "番号", "枝番", "ユーザID", "仮パスワード"];

const readRow = (cells: readonly string[], symbols = "-_.") => {
  const problems: Problem[] = [];
  const header = readHeader(names, shape);
  const today = "2026-11-20" as PlainDate;
  const read = credentialRowReader({
    header,
    today,
    symbols,
    problem: (one) => problems.push(one),
  });
  return { row: read({ row: 2, cells, isCommon: false }), problems };
};

describe("an ID", () => {
  const table: readonly (readonly [id: string, symbols: string, isAllowed: boolean])[] = [
    ["hanako", "-_.", true],
    ["h", "", true],
    ["0", "", true],
    ["1234567890123", "", true],
    ["Ｈａｎａｋｏ７９", "", true],
    ["hana.ko_-", "-_.", true],
    ["hana.ko", "-_", false],
    ["hana@example.jp", "-_.", false],
    ["hana@example.jp", "-_.@", true],
    ["花子", "-_.", false],
    ["hana ko", "-_.", false],
    ["hanakoé", "-_.", false],
    ["x".repeat(64), "", true],
    ["x".repeat(65), "", false],
    // four letters once their width is folded
    ["㏂".repeat(20), ".", false],
  ];
  for (const [id, symbols, isAllowed] of table)
    test(`${id.slice(0, 20)} with ${symbols || "no symbols"}: ${isAllowed}`, () =>
      assert.equal(isAllowedId(shownId(id), symbols), isAllowed));
  test("property: what is allowed is ASCII, and folds to its lower case", () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."aＡ９.ー@ｱ ß") }),
    );
    fc.assert(
      fc.property(text, (id) => {
        const shown = shownId(id);
        if (!isAllowedId(shown, "-_.")) return true;
        return /^[!-~]{1,64}$/.test(shown) && foldId(id) === shown.toLowerCase();
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a password", () => {
  const table: readonly (readonly [cell: string, read: string | null, rule: string | null])[] = [
    ["sunflower-1", "sunflower1", null],
    ["ＳＵＮ　flower‐２", "sunflower2", null],
    ["ひまわり２０２６", "ひまわり2026", null],
    ["abcd-efg", null, "password-short"],
    ["--------", null, "password-short"],
    ["a".repeat(128), "a".repeat(128), null],
    ["a".repeat(129), null, "password-long"],
    ["a".repeat(1025), null, "value-long"],
    ["sunflower\u200b1", null, "character-invisible"],
    ["", null, null],
    ["　", null, null],
  ];
  for (const [cell, read, rule] of table)
    test(`${JSON.stringify(cell.slice(0, 20))} → ${read?.slice(0, 20) ?? rule}`, () => {
      const { row, problems } = readRow(["10", "1001", "", "hanako", cell]);
      assert.deepEqual([row?.password, problems[0]?.rule ?? null], [read, rule]);
      // a password is told to nobody
      assert.ok(problems.every(({ value }) => value === null));
    });
});

test("a row without a key or an ID tells everything that is wrong at once", () => {
  const { row, problems } = readRow(["", "1001", "0A", "", "abc"]);
  assert.equal(row, null);
  assert.deepEqual(
    problems.map(({ column, rule }) => [column, rule]),
    [
      ["記号", "value-missing"],
      ["枝番", "branch-form"],
      ["ユーザID", "value-missing"],
      ["仮パスワード", "password-short"],
    ],
  );
});

test("property: any cells are read or told, and never break a line of COPY", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary", maxLength: 70 }),
    fc.constantFrom("10", "1001", "00", "hanako", "sunflower-1"),
  );
  const line = (row: CredentialRow) => stageLine(row).split("\t");
  fc.assert(
    fc.property(fc.array(cell, { minLength: 5, maxLength: 5 }), (cells) => {
      const { row, problems } = readRow(cells);
      for (const { rule, column, value } of problems) {
        assert.ok(rule in codes);
        assert.ok(column !== "仮パスワード" || value === null);
      }
      if (!row) return problems.length > 0;
      return line(row).length === 11 && stageLine(row).indexOf("\n") === stageLine(row).length - 1;
    }),
    { numRuns: 2000 },
  );
});

test("every column is the contract's", () =>
  assert.deepEqual(
    columns.map(({ name }) => name),
    names,
  ));
