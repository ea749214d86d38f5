import { findCharacterFault } from "../../kernel/characters.ts";
import type { Facts } from "../../kernel/result.ts";
import type { PlainDate } from "../../kernel/time.ts";
import type { Header } from "../csv/header.ts";
import type { CsvRow } from "../csv/split.ts";
import { type Problem, shown } from "../problems.ts";
import type { Rule } from "../text.ts";
import { type Column, type ColumnName, columns } from "./columns.ts";
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

type Cell = {
  readonly value: string | null;
  readonly key: string | null;
  readonly fault?: { readonly rule: Rule; readonly facts: Facts };
};
type Tell = (column: number, rule: Rule, facts?: Facts) => Problem;

const plain = (value: string | null): Cell => ({ value, key: null });
const fault = (rule: Rule, facts: Facts = {}): Cell => ({
  value: null,
  key: null,
  fault: { rule, facts },
});

type Sent = { readonly text: string; readonly isCommon: boolean; readonly today: PlainDate };

const readCell = (column: Column, { text, isCommon, today }: Sent): Cell => {
  if (text === "") return column.isNeeded ? fault("value-missing") : plain(column.ifEmpty);
  if (text.length > column.most) return fault("value-long", { most: column.most });
  const strange = isCommon ? null : findCharacterFault(text);
  if (strange) return fault(`character-${strange.fault}`, { character: shown(strange.character) });
  const result = column.read(text, today);
  // every refusal of `columns` is a rule: a test holds them against the texts
  if (!result.ok) return fault(result.code as Rule, result.facts);
  return { value: result.value, key: column.key?.(result.value) ?? null };
};

/** Reads one column from row to row. A household's rows repeat much of what stands above them. */
const cellReader = (column: Column, today: PlainDate) => {
  let above = "";
  let cell = readCell(column, { text: above, isCommon: true, today });
  return (text: string, isCommon: boolean): Cell => {
    if (text === above) return cell;
    above = text;
    cell = readCell(column, { text, isCommon, today });
    return cell;
  };
};

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
  const { places } = reader.header;
  const readers = columns.map((column) => cellReader(column, reader.today));
  const textAt = (cells: readonly string[], i: number) => cells[places[i] ?? -1]?.trim() ?? "";
  return ({ row, cells, isCommon }: CsvRow): MemberRow | null => {
    const tell: Tell = (i, rule, facts = {}) => {
      const value = textAt(cells, i) === "" ? null : shown(textAt(cells, i));
      return { row, column: columns[i]?.name ?? null, value, rule, facts };
    };
    const found = readers.map((read, i) => read(textAt(cells, i), isCommon));
    for (let i = 0; i < found.length; i += 1) {
      const fault = found[i]?.fault;
      if (fault) reader.problem(tell(i, fault.rule, fault.facts));
    }
    const values = found.map(({ value }) => value);
    judgeTogether(values, tell, reader);
    const keyOf = (column: ColumnName) => found[at[column]]?.key ?? null;
    const [symbolKey, numberKey] = [keyOf("symbol"), keyOf("member_number")];
    if (symbolKey === null || numberKey === null || !values[at.branch_number]) return null;
    const keys = { symbolKey, numberKey, nameKey: keyOf("name"), kanaKey: keyOf("name_kana") };
    return { row, values, ...keys };
  };
};
