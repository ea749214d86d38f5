import { type FileHandle, open } from "node:fs/promises";
import { collectProblems, type Problem, type Problems, shown } from "../problems.ts";
import type { Rule } from "../text.ts";
import { type CsvShape, type Header, readHeader } from "./header.ts";
import { type CsvRow, csvSplitter } from "./split.ts";
import { blocksOf, type Encoding, type Survey, survey } from "./survey.ts";

/** What a kind of file does with its rows. */
export type RowReader = {
  readonly shape: CsvShape;
  /** Told once. Answers who takes the rows, each with as many cells as the header has. */
  readonly begin: (header: Header) => (record: CsvRow) => void;
  /** After each block of rows: the place to wait for what cannot take more. */
  readonly flush: () => Promise<void>;
};

export type Reading = {
  readonly survey: Survey;
  /** Null when the file has none that can be used. */
  readonly header: Header | null;
  /** Rows of data; blank lines are not counted. */
  readonly rows: number;
  readonly problems: Problems;
};

const broken = "\ufffd";

type Piece = { readonly text: string; readonly isLast: boolean };

/** The text of a file, its BOM dropped. Bytes that mean nothing become U+FFFD. */
async function* piecesOf(file: FileHandle, encoding: Encoding): AsyncGenerator<Piece> {
  // WHATWG's shift_jis is CP932; a test holds its lenient answers against its strict ones
  const decoder = new TextDecoder(encoding === "cp932" ? "shift_jis" : "utf-8");
  for await (const block of blocksOf(file))
    yield { text: decoder.decode(block, { stream: true }), isLast: false };
  yield { text: decoder.decode(), isLast: true };
}

/** What is wrong with a row's form; null when its cells can be read. */
const faultOf = ({ row, cells, fault }: CsvRow, names: readonly string[]): Problem | null => {
  if (fault) {
    const { cell, rule } = fault;
    return { row, column: names[cell] ?? null, value: shown(cells[cell] ?? ""), rule, facts: {} };
  }
  if (cells.length === names.length) return null;
  const isShort = cells.length < names.length;
  return {
    row,
    column: isShort ? (names[cells.length] ?? null) : null,
    value: shown(cells.join(",")),
    rule: isShort ? "row-short" : "row-long",
    facts: { needed: names.length, found: cells.length },
  };
};

/** Judges the form of rows. Where bytes are broken, nothing else in the file is believed or told. */
const judgeForm = (checksBytes: boolean, problems: Problems) => {
  const brokenBytes = collectProblems();
  const checkBytes = ({ row, cells }: CsvRow, names: readonly string[]) => {
    for (const [i, cell] of cells.entries()) {
      if (!cell.includes(broken)) continue;
      const column = names[i] ?? null;
      brokenBytes.add({ row, column, value: shown(cell), rule: "bytes-broken", facts: {} });
    }
  };
  return {
    accepts: (record: CsvRow, names: readonly string[]): boolean => {
      if (checksBytes && !record.isCommon) checkBytes(record, names);
      if (brokenBytes.total() > 0) return false;
      const fault = faultOf(record, names);
      if (fault) problems.add(fault);
      return fault === null;
    },
    problems: () => (brokenBytes.total() > 0 ? brokenBytes : problems),
  };
};

type Judge = ReturnType<typeof judgeForm>;
type Source = { readonly pieces: AsyncIterable<Piece>; readonly lineEnd: "\n" | "\r" };

/** The header's row; null, with the reasons told, when nothing can be read under it. */
const openHeader = (record: CsvRow, shape: CsvShape, judge: Judge): Header | null => {
  const header = readHeader(record.cells, shape);
  if (!judge.accepts(record, header.names)) return null;
  for (const problem of header.problems) judge.problems().add(problem);
  return header.problems.length === 0 ? header : null;
};

const readRows = async ({ pieces, lineEnd }: Source, reader: RowReader, judge: Judge) => {
  const seen: { header: Header | null; rows: number } = { header: null, rows: 0 };
  let take: ((record: CsvRow) => void) | undefined;
  const split = csvSplitter(lineEnd, (record) => {
    if (seen.header) {
      seen.rows += 1;
      if (judge.accepts(record, seen.header.names)) take?.(record);
      return true;
    }
    seen.header = openHeader(record, reader.shape, judge);
    if (seen.header) take = reader.begin(seen.header);
    return seen.header !== null;
  });
  for await (const piece of pieces) {
    const goesOn = split(piece.text, piece.isLast);
    await reader.flush();
    if (!goesOn) break;
  }
  return seen;
};

const whole = (rule: Rule): Problem => ({ row: null, column: null, value: null, rule, facts: {} });

/**
 * Reads a CSV file from front to back, twice: once for its encoding and hash, once for its rows.
 * What is wrong with its form joins `problems`; values are the reader's to judge.
 * Memory does not grow with the file.
 */
export const readCsv = async (
  path: string,
  reader: RowReader,
  problems: Problems,
): Promise<Reading> => {
  await using file = await open(path, "r");
  const found = await survey(file);
  const { encoding, lineEnd, isValidUtf8 } = found;
  if (encoding === "other") {
    problems.add(whole("not-csv"));
    return { survey: found, header: null, rows: 0, problems };
  }
  const judge = judgeForm(!isValidUtf8, problems);
  const pieces = piecesOf(file, encoding);
  const { header, rows } = await readRows({ pieces, lineEnd }, reader, judge);
  if (judge.problems().total() === 0 && rows === 0)
    problems.add(whole(header ? "rows-missing" : "file-empty"));
  return { survey: found, header, rows, problems: judge.problems() };
};
