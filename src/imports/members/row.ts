import type { Facts } from "../../kernel/result.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { readCell } from "../cell.ts";
import type { Header } from "../csv/header.ts";
import type { CsvRow } from "../csv/split.ts";
import { type Problem, shown } from "../problems.ts";
import type { Rule } from "../text.ts";
import { type ColumnName, columns } from "./columns.ts";
import { judgeRelationship } from "./rules.ts";

/** What is known of a row: a value for each of `columns`, null where empty or refused. */
export type MemberRow = {
  readonly row: number;
  readonly values: readonly (string | null)[];
  readonly symbolKey: string;
  readonly numberKey: string;
  readonly nameKey: string | null;
  readonly kanaKey: string | null;
};

export type Reader = {
  readonly header: Header;
  readonly today: PlainDate;
  readonly problem: (problem: Problem) => void;
  /** Like a problem, but the file goes in all the same. */
  readonly warning: (problem: Problem) => void;
};

type Tell = (column: number, rule: Rule, facts?: Facts) => Problem;

const at = Object.fromEntries(columns.map(({ column }, i) => [column, i])) as Readonly<
  Record<ColumnName, number>
>;

type Values = readonly (string | null)[];

/** What only several cells together can tell. */
const judgeTogether = (values: Values, tell: Tell, { problem, warning }: Reader) => {
  const [born, acquired, lost] = [values[at.born_on], values[at.acquired_on], values[at.lost_on]];
  if (acquired && lost && lost < acquired)
    problem(tell(at.lost_on, "lost-before-acquired", { acquired }));
  if (born && acquired && acquired < born)
    warning(tell(at.acquired_on, "acquired-before-birth", { born }));
  const [branch, relationship] = [values[at.branch_number], values[at.relationship]];
  if (!branch || !relationship) return;
  const judged = judgeRelationship(branch, relationship);
  if (!judged.ok) problem(tell(at.relationship, judged.code as Rule));
};

/**
 * Reads row after row, telling everything that is wrong. Null when a row's key cannot be read;
 * otherwise it can still be compared with the other rows of the file.
 */
export const memberRowReader = (reader: Reader) => {
  const { header, today } = reader;
  // a household's rows repeat much of what stands above them: it is kept, and read once
  const row = columns.map((column, i) => {
    const cell = readCell(column, { text: "", isCommon: true, today });
    return { column, place: header.places[i] ?? -1, text: "", cell };
  });
  const keyOf = (column: ColumnName) => row[at[column]]?.cell.key ?? null;
  return ({ row: number, cells, isCommon }: CsvRow): MemberRow | null => {
    const tell: Tell = (i, rule, facts = {}) => {
      const text = row[i]?.text ?? "";
      const value = text === "" ? null : shown(text);
      return { row: number, column: columns[i]?.name ?? null, value, rule, facts };
    };
    const values = row.map((here, i) => {
      const text = (here.place < 0 ? "" : cells[here.place])?.trim() ?? "";
      if (text !== here.text) {
        here.text = text;
        here.cell = readCell(here.column, { text, isCommon, today });
      }
      const { value, fault } = here.cell;
      if (fault) reader.problem(tell(i, fault.rule, fault.facts));
      return value;
    });
    judgeTogether(values, tell, reader);
    const [symbolKey, numberKey] = [keyOf("symbol"), keyOf("member_number")];
    if (symbolKey === null || numberKey === null || !values[at.branch_number]) return null;
    const keys = { symbolKey, numberKey, nameKey: keyOf("name"), kanaKey: keyOf("name_kana") };
    return { row: number, values, ...keys };
  };
};
