// What a spreadsheet would run as a formula, in either width.
const startsFormula = /^[=+\-@\t\r＝＋－＠]/;

/** A cell, always quoted; an apostrophe keeps a spreadsheet from running it. */
const csvCell = (text: string): string =>
  `"${(startsFormula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** One line with CRLF, as Excel expects it. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;

/** Before the first line: without it Excel takes UTF-8 for CP932. */
export const byteOrderMark = "\ufeff";
