import assert from "node:assert/strict";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { findCharacterFault } from "../../kernel/characters.ts";
import { collectProblems } from "../problems.ts";
import { readHeader } from "./header.ts";
import { readCsv } from "./read.ts";
import { type CsvRow, csvSplitter } from "./split.ts";
import { survey } from "./survey.ts";

const split = (text: string, size = text.length || 1, lineEnd: "\n" | "\r" = "\n") => {
  const rows: CsvRow[] = [];
  const push = csvSplitter(lineEnd, (row) => rows.push(row) > 0);
  for (let at = 0; at < text.length; at += size) push(text.slice(at, at + size), false);
  push("", true);
  return rows;
};
const cells = (rows: readonly CsvRow[]) => rows.map((row) => row.cells);

describe("records", () => {
  const read: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
    [
      "LF",
      "a,b\nc,d\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "CRLF",
      "a,b\r\nc,d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "no end of the last line",
      "a,b\r\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "quotes",
      '"a","b"\r\n"c","d"\r\n',
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["doubled quotes", '"say ""hi""",b', [['say "hi"', "b"]]],
    [
      "commas and line ends in quotes",
      '"a,1","b\r\n2"\r\nc,d',
      [
        ["a,1", "b\r\n2"],
        ["c", "d"],
      ],
    ],
    ["empty cells", ',"",\nx,,', [["x", "", ""]]],
    ["blank lines", "a\n\n  \n,,\n　\nb\n", [["a"], ["b"]]],
  ];
  for (const [name, text, expected] of read)
    test(name, () => assert.deepEqual(cells(split(text)), expected));

  test("rows are counted as Excel does: blank ones too, a quoted line end not", () => {
    assert.deepEqual(
      split('a\n\n"b\nb"\nc').map(({ row }) => row),
      [1, 3, 4],
    );
  });
  test("CR alone ends lines where there is no LF in the file", () => {
    assert.deepEqual(cells(split("a,b\rc,d\r", 3, "\r")), [
      ["a", "b"],
      ["c", "d"],
    ]);
  });
  test("a quote never closed is told where it opened, and nothing follows it", () => {
    const rows = split('a,b\nc,"d\ne,f\n');
    assert.deepEqual(rows[1]?.fault, { rule: "quote-unclosed", cell: 1 });
    assert.equal(rows.length, 2);
  });
  for (const text of ['a"b,c', '"a"b,c', '"a" ,c', 'x,"a""'])
    test(`stray or unclosed: ${text}`, () => assert.ok(split(text)[0]?.fault));
  test("an open quote does not swallow a large file", () => {
    const rows = split(`a,"b\n${"c,d\n".repeat(400_000)}`, 65_536);
    assert.equal(rows[0]?.fault?.rule, "quote-unclosed");
  });

  test("a row is common only where no cell holds what could be refused", () => {
    const unit = fc.constantFrom(
      "a",
      "漢",
      ",",
      '"',
      "\n",
      "\r",
      "\r\n",
      "\t",
      "é",
      "\ud800",
      "😀",
    );
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 30 }),
        fc.integer({ min: 1, max: 9 }),
        (text, size) => {
          for (const { cells: found, isCommon } of split(text, size))
            if (isCommon) assert.deepEqual(found.filter(findCharacterFault), []);
        },
      ),
      { numRuns: 2000 },
    );
    const common = split('a,漢\r\n"b","c"\n"d\nd",e\nf\rf,g\n"é",h\ni,', 4);
    assert.deepEqual(
      common.map(({ isCommon }) => isCommon),
      [true, true, false, false, false, true],
    );
  });

  const cell = fc.string({ unit: fc.constantFrom("a", "あ", ",", '"', "\n", "\r\n", " ") });
  const table = fc.array(
    fc.tuple(
      cell,
      cell.map((c) => `${c}x`),
    ),
    { minLength: 1 },
  );
  test("property: what is written is read, in pieces of any size, as csv-parse reads it", () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, size) => {
        const quoted = (c: string) => (/[",\r\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c);
        const text = rows.map((row) => row.map(quoted).join(",")).join("\r\n");
        assert.deepEqual(cells(split(text, size)), rows);
        assert.deepEqual(parse(text, { record_delimiter: "\r\n" }), rows);
      }),
    );
  });
});

test("header: any order, either width, unknown columns listed", () => {
  const shape = { known: ["氏名", "氏名カナ", "番号"], needed: ["番号", "氏名"] };
  const header = readHeader(["予備", " 氏名ｶﾅ", "番号", "氏名　", ""], shape);
  assert.deepEqual(header.places, [3, 1, 2]);
  assert.deepEqual([header.unknown, header.problems], [["予備"], []]);
  const rules = (names: string[]) =>
    readHeader(names, shape).problems.map(({ rule, column }) => [rule, column]);
  assert.deepEqual(rules(["氏名"]), [["column-missing", "番号"]]);
  assert.deepEqual(rules(["番号", "氏名", "番号"]), [["column-twice", "番号"]]);
  assert.deepEqual(rules(["10", "1001"]), [["header-missing", null]]);
});

describe("files", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "kenpo-csv-"));
  });
  after(() => rm(folder, { recursive: true }));

  const written = async (...parts: readonly (string | readonly number[])[]) => {
    const path = join(folder, "file.csv");
    await writeFile(path, Buffer.concat(parts.map((p) => Buffer.from(p as string))));
    return path;
  };
  const sjis = { 番号: [0x94, 0xd4, 0x8d, 0x86], 氏名: [0x8e, 0x81, 0x96, 0xbc] };
  const read = async (path: string) => {
    const rows: (readonly string[])[] = [];
    const begin = () => (record: CsvRow) => rows.push(record.cells);
    const shape = { known: ["番号", "氏名"], needed: ["番号", "氏名"] };
    const reader = { shape, begin, flush: async () => {} };
    const { problems, survey: found } = await readCsv(path, reader, collectProblems());
    const told = problems.told().map((p) => [p.row, p.column, p.rule]);
    return { rows, told, encoding: found.encoding };
  };

  test("UTF-8 with BOM and CP932 give the same rows", async () => {
    const utf8 = await read(await written("\ufeff番号,氏名\r\n1,髙橋～\r\n"));
    const header = [...sjis.番号, 0x2c, ...sjis.氏名];
    const row = [0xfb, 0xfc, 0x8b, 0xb4, 0x81, 0x60];
    const cp932 = await read(await written(header, "\r\n1,", row, "\r\n"));
    assert.deepEqual(utf8.rows, [["1", "髙橋～"]]);
    assert.deepEqual(cp932.rows, utf8.rows);
    assert.deepEqual([utf8.encoding, cp932.encoding], ["utf-8", "cp932"]);
  });
  test("a broken byte in a UTF-8 file stays a UTF-8 file's, and only it is told", async () => {
    const path = await written("番号,氏名\n1,花子\n2,", [0xe3, 0x81], "\n3\n");
    assert.deepEqual((await read(path)).told, [[3, "氏名", "bytes-broken"]]);
  });
  test("U+FFFD that stands in a sound UTF-8 file is no broken byte", async () => {
    assert.deepEqual((await read(await written("番号,氏名\n1,\ufffd\n"))).told, []);
  });
  const refused: readonly (readonly [string, readonly (string | number[])[], string])[] = [
    ["empty", [""], "file-empty"],
    ["only a BOM and blank lines", ["\ufeff\r\n\r\n"], "file-empty"],
    ["only a header", ["番号,氏名\r\n"], "rows-missing"],
    ["UTF-16", [[0xff, 0xfe, 0x6a, 0x75]], "not-csv"],
    ["a workbook", ["PK\u0003\u0004"], "not-csv"],
  ];
  for (const [name, parts, rule] of refused)
    test(`${name}: ${rule}`, async () => {
      assert.deepEqual((await read(await written(...parts))).told, [[null, null, rule]]);
    });
  test("the hash and the size are the file's", async () => {
    await using file = await open(await written("abc"), "r");
    const found = await survey(file);
    assert.equal(found.bytes, 3);
    assert.match(found.sha256, /^ba7816bf/);
  });
});

test("property: lenient CP932 puts U+FFFD exactly where the strict decoder throws", () => {
  const strict = new TextDecoder("shift_jis", { fatal: true });
  const throws = (bytes: Uint8Array) => {
    try {
      strict.decode(bytes);
      return false;
    } catch {
      return true;
    }
  };
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 8 }), fc.nat(8), (bytes, cut) => {
      const decoder = new TextDecoder("shift_jis");
      const text =
        decoder.decode(bytes.subarray(0, cut), { stream: true }) +
        decoder.decode(bytes.subarray(cut), { stream: true }) +
        decoder.decode();
      return text.includes("\ufffd") === throws(bytes);
    }),
    { numRuns: 2000 },
  );
});
