/** A test by its file and its name, with the suites that it stands in: `suite › test`. */
export type Shown = { readonly file: string; readonly name: string };

/** One line of a manual: what it says, our page for it, the tests that show it. */
export type Row = {
  /** For people: `docs/manuals/a.md:12`. */
  readonly place: string;
  /** `A2.3`: manual, section, line. */
  readonly number: string;
  readonly says: string;
  /** `/sign-in`, or `mail:factors/code`. */
  readonly pages: readonly string[];
  readonly tests: readonly Shown[];
};

const quoted = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text ?? "");

const shownBy = (cell: string): readonly Shown[] =>
  cell.split("<br>").flatMap((one) => {
    const [, file, name] = /^\s*`([^`]+)` › (.+?)\s*$/.exec(one) ?? [];
    return file && name ? [{ file, name }] : [];
  });

/** The rows of a file of tables. Only lines that begin with a number are rows: `| A1.1 | …`. */
export const rowsOf = (path: string, text: string): readonly Row[] =>
  text.split("\n").flatMap((line, i) => {
    const cells = line.split("|").map((cell) => cell.trim());
    const [, number = "", says = "", pages = "", tests = ""] = cells;
    if (!/^[A-Z]\d+\.\d+$/.test(number)) return [];
    const place = `${path}:${i + 1}`;
    return [{ place, number, says, pages: quoted(pages), tests: shownBy(tests) }];
  });
