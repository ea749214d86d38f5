import type { PlainDate } from "./time.ts";

export type Era = {
  /** As core systems write it before YYMMDD. */
  readonly code: "1" | "2" | "3" | "4" | "5";
  readonly letter: "M" | "T" | "S" | "H" | "R";
  readonly kanji: string;
  readonly from: PlainDate;
  /** Last day. 大正 and 昭和 began on the very day on which the era before them ended. */
  readonly until: PlainDate;
};

const era = (code: Era["code"], letter: Era["letter"], kanji: string, days: string): Era => {
  const [from, until] = days.split("/") as [PlainDate, PlainDate];
  return { code, letter, kanji, from, until };
};

/** 元号, oldest first. */
export const eras: readonly Era[] = [
  era("1", "M", "明治", "1868-01-25/1912-07-30"),
  era("2", "T", "大正", "1912-07-30/1926-12-25"),
  era("3", "S", "昭和", "1926-12-25/1989-01-07"),
  era("4", "H", "平成", "1989-01-08/2019-04-30"),
  era("5", "R", "令和", "2019-05-01/9999-12-31"),
];

/** By code (`3`), letter (`S`, `s`), name (`昭和`) or its first character (`昭`). */
export const eraNamed = (name: string): Era | undefined => byName.get(name);
const byName: ReadonlyMap<string, Era> = new Map(
  eras.flatMap((e) =>
    [e.code, e.letter, e.letter.toLowerCase(), e.kanji, e.kanji.charAt(0)].map(
      (name) => [name, e] as const,
    ),
  ),
);

/** 「昭和54年8月22日」, 「令和元年5月1日」; a day before 明治 stays western. */
export const formatEra = (on: PlainDate): string => {
  const [year, month, day] = on.split("-").map(Number) as [number, number, number];
  const e = eras.findLast(({ from }) => from <= on);
  const eraYear = e ? year - Number(e.from.slice(0, 4)) + 1 : year;
  return `${e?.kanji ?? ""}${e && eraYear === 1 ? "元" : eraYear}年${month}月${day}日`;
};
