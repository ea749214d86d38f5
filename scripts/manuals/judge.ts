import type { Row, Shown } from "./table.ts";

/** Between a suite and a test of it, as the tables write it. */
export const separator = " › ";

export const keyOf = ({ file, name }: Shown): string => `${file}${separator}${name}`;

const numbersOf = ({ number }: Row) => {
  const [section = 0, line = 0] = number.slice(1).split(".").map(Number);
  return { manual: number.charAt(0), section, line };
};

/** Nobody can drop a line unseen: sections and lines count from 1 without a gap. */
const outOfStep = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap((row, i) => {
    const { manual, section, line } = numbersOf(row);
    const last = i === 0 ? undefined : rows[i - 1];
    const before = last ? numbersOf(last) : { manual, section: 0, line: 0 };
    const isNext =
      manual === before.manual &&
      (section === before.section
        ? line === before.line + 1
        : section === before.section + 1 && line === 1);
    return isNext
      ? []
      : [`${row.place}: ${row.number} does not follow ${last?.number ?? "nothing"}`];
  });

const bare = ({ place, number, says, pages, tests }: Row): readonly string[] => [
  ...(says === "" ? [`${place}: ${number} says nothing`] : []),
  ...(pages.length === 0 ? [`${place}: ${number} has no page`] : []),
  ...(tests.length === 0 ? [`${place}: ${number} has no test`] : []),
];

/** What is wrong with one file of tables by itself. */
export const unfit = (rows: readonly Row[]): readonly string[] => [
  ...outOfStep(rows),
  ...rows.flatMap(bare),
];

/** Titles of tests and suites in a file, or null where there is no such file. */
export type Titles = (file: string) => readonly RegExp[] | null;

const missing = (titles: Titles, { file, name }: Shown): string | null => {
  const known = titles(file);
  if (!known) return `there is no ${file}`;
  const unknown = name.split(separator).filter((part) => !known.some((title) => title.test(part)));
  return unknown.length === 0 ? null : `${file} has no „${unknown.join("“ and no „")}“`;
};

/** Rows whose test does not exist: read from the files, nothing is run. */
export const withoutTest = (rows: readonly Row[], titles: Titles): readonly string[] =>
  rows.flatMap(({ place, number, tests }) =>
    tests.flatMap((test) => {
      const wrong = missing(titles, test);
      return wrong === null ? [] : [`${place}: ${number}: ${wrong}`];
    }),
  );

/** Rows whose test did not run, or did not pass. @param passed keys, as `keyOf` makes them */
export const notShown = (rows: readonly Row[], passed: ReadonlySet<string>): readonly string[] =>
  rows.flatMap(({ place, number, tests }) =>
    tests
      .map(keyOf)
      .filter((key) => !passed.has(key))
      .map((key) => `${place}: ${number}: did not pass, or did not run: ${key}`),
  );
