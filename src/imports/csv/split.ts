import { findUncommon } from "../../kernel/characters.ts";

/** One record: a row of Excel's, whatever line breaks its quoted cells hold. */
export type CsvRow = {
  /** As Excel counts: from 1, the header and blank lines included. */
  readonly row: number;
  readonly cells: readonly string[];
  /** No cell holds a character that could be refused (kernel/characters.ts). */
  readonly isCommon: boolean;
  readonly fault?: CsvFault;
};

export type CsvFault = {
  readonly rule: "quote-unclosed" | "quote-stray";
  /** Which cell, from 0: the one where the quote was opened. */
  readonly cell: number;
};

/** A quote that is never closed would otherwise swallow the rest of a large file. */
const longestRecord = 1 << 20;

type Cut = { cells: string[]; end: number; fault?: CsvFault };

const indexOr = (found: number, otherwise: number) => (found < 0 ? otherwise : found);

/** Reads one record that holds quotes. Null when its end has not been read from the file yet. */
const cutQuoted = (text: string, from: number, isLast: boolean): Cut | null => {
  const cells: string[] = [];
  let fault: CsvFault | undefined;
  for (let at = from; ; ) {
    let value = "";
    let next = at;
    if (text[at] === '"') {
      let close = text.indexOf('"', at + 1);
      while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
      if (close < 0) {
        if (!isLast && text.length - from < longestRecord) return null;
        cells.push(text.slice(at, at + 100));
        const unclosed = { rule: "quote-unclosed", cell: cells.length - 1 } as const;
        return { cells, end: text.length, fault: unclosed };
      }
      value = text.slice(at + 1, close).replaceAll('""', '"');
      next = close + 1;
    }
    const lineEnd = text.indexOf("\n", next);
    if (lineEnd < 0 && !isLast) return null;
    const end = indexOr(lineEnd, text.length);
    const comma = text.indexOf(",", next);
    const isLastCell = comma < 0 || comma > end;
    const stop = isLastCell ? end : comma;
    const rest = text.slice(next, isLastCell && text[stop - 1] === "\r" ? stop - 1 : stop);
    if (rest !== "" && (next > at || rest.includes('"')))
      fault ??= { rule: "quote-stray", cell: cells.length };
    cells.push(value + rest);
    if (isLastCell) return { cells, end, ...(fault ? { fault } : {}) };
    at = stop + 1;
  }
};

const cutPlain = (text: string, from: number, end: number): Cut => {
  const stop = text[end - 1] === "\r" ? end - 1 : end;
  const cells: string[] = [];
  let at = from;
  for (
    let comma = text.indexOf(",", at);
    comma >= 0 && comma < stop;
    comma = text.indexOf(",", at)
  ) {
    cells.push(text.slice(at, comma));
    at = comma + 1;
  }
  cells.push(text.slice(at, Math.max(at, stop)));
  return { cells, end };
};

/** Answers whether to read on. */
export type Take = (record: CsvRow) => boolean;

/**
 * A strict CSV reader (RFC 4180 with any line end). Give it the text in pieces of any size; it
 * hands on each record as it is complete, and answers whether to read on. Blank lines are counted
 * and left out. Nothing follows a quote that is never closed.
 * @param lineEnd the file's: `\r` alone only where a file has no `\n` at all
 */
export const csvSplitter = (lineEnd: "\n" | "\r", take: Take) => {
  let rest = "";
  let row = 0;
  const handOn = ({ cells, fault }: Cut, isCommon: boolean): boolean => {
    row += 1;
    if (cells.every((cell) => cell.trim() === "")) return true;
    const goesOn = take(fault ? { row, cells, isCommon, fault } : { row, cells, isCommon });
    return goesOn && fault?.rule !== "quote-unclosed";
  };
  return (piece: string, isLast: boolean): boolean => {
    let text = rest + (lineEnd === "\r" ? piece.replaceAll("\r", "\n") : piece);
    if (isLast && text !== "" && !text.endsWith("\n")) text += "\n";
    let quote = text.indexOf('"');
    let uncommon = findUncommon(text, 0);
    let at = 0;
    while (at < text.length) {
      const found = text.indexOf("\n", at);
      if (found < 0 && !isLast && text.length - at < longestRecord) break;
      const end = indexOr(found, text.length);
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      if (uncommon < at) uncommon = findUncommon(text, at);
      const isPlain = quote < 0 || quote >= end;
      const record = isPlain ? cutPlain(text, at, end) : cutQuoted(text, at, isLast);
      if (!record) break;
      // a line end inside the record would be a control character in a cell
      if (!handOn(record, uncommon >= record.end && record.end === end)) return false;
      at = record.end + 1;
    }
    rest = text.slice(at);
    return true;
  };
};
