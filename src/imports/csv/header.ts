import { foldWidth, withoutGaps } from "../../kernel/width.ts";
import type { Problem } from "../problems.ts";
import { shown } from "../problems.ts";

/** Which columns a kind of file has. */
export type CsvShape = {
  readonly known: readonly string[];
  readonly needed: readonly string[];
};

export type Header = {
  /** For each known column its place in the file, or -1. */
  readonly places: readonly number[];
  readonly names: readonly string[];
  /** Columns that nobody reads, as written. */
  readonly unknown: readonly string[];
  readonly problems: readonly Problem[];
};

/** 「氏名ｶﾅ 」 is 氏名カナ. */
const nameOf = (cell: string) => withoutGaps(foldWidth(cell));

const at = (column: string | null, value: string | null = null) => ({ row: 1, column, value });

/** Finds the known columns in any order; tells what is missing or there twice. */
export const readHeader = (cells: readonly string[], { known, needed }: CsvShape): Header => {
  const names = cells.map(nameOf);
  const places = known.map((name) => names.indexOf(name));
  const unknown = cells.filter((cell, i) => !known.includes(names[i] ?? "") && cell.trim() !== "");
  if (places.every((place) => place < 0)) {
    const facts = { names: needed.slice(0, 3).join("、") };
    const value = shown(cells.slice(0, 3).join(","));
    return {
      places,
      names,
      unknown: [],
      problems: [{ ...at(null, value), rule: "header-missing", facts }],
    };
  }
  const missing = needed
    .filter((name) => !names.includes(name))
    .map((name) => ({ ...at(name), rule: "column-missing", facts: {} }) as const);
  const twice = known
    .map((name) => ({ name, count: names.filter((other) => other === name).length }))
    .filter(({ count }) => count > 1)
    .map(({ name, count }) => ({ ...at(name), rule: "column-twice", facts: { count } }) as const);
  return { places, names, unknown, problems: [...missing, ...twice] };
};
