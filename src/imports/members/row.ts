import { findCharacterFault } from "../../kernel/characters.ts";
import { kanaKey, nameKey } from "../../kernel/kana.ts";
import type { Facts } from "../../kernel/result.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { foldSymbol } from "../../kernel/width.ts";
import type { Header } from "../csv/header.ts";
import { type Problem, shown } from "../problems.ts";
import type { Rule } from "../text.ts";
import { columns } from "./columns.ts";
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

type Cell = { readonly value: string | null; readonly fault?: { rule: Rule; facts: Facts } };
type Tell = (column: number, rule: Rule, facts?: Facts) => Problem;

const fault = (rule: Rule, facts: Facts = {}): Cell => ({ value: null, fault: { rule, facts } });

const readCell = (column: (typeof columns)[number], text: string, today: PlainDate): Cell => {
  if (text === "") return column.isNeeded ? fault("value-missing") : { value: column.ifEmpty };
  if (text.length > column.most) return fault("value-long", { most: column.most });
  const strange = findCharacterFault(text);
  if (strange) return fault(`character-${strange.fault}`, { character: shown(strange.character) });
  const result = column.read(text, today);
  // every refusal of `columns` is a rule: a test holds them against the texts
  return result.ok ? { value: result.value } : fault(result.code as Rule, result.facts);
};

const at = Object.fromEntries(columns.map(({ column }, i) => [column, i])) as Readonly<
  Record<(typeof columns)[number]["column"], number>
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
 * Reads one row, telling everything that is wrong with it. Null when its key cannot be read;
 * otherwise it can still be compared with the other rows of the file.
 */
export const readMemberRow = (
  reader: Reader,
  row: number,
  cells: readonly string[],
): MemberRow | null => {
  const textAt = (i: number) => cells[reader.header.places[i] ?? -1]?.trim() ?? "";
  const tell: Tell = (i, rule, facts = {}) => {
    const value = textAt(i) === "" ? null : shown(textAt(i));
    return { row, column: columns[i]?.name ?? null, value, rule, facts };
  };
  const values = columns.map((column, i) => {
    const cell = readCell(column, textAt(i), reader.today);
    if (cell.fault) reader.problem(tell(i, cell.fault.rule, cell.fault.facts));
    return cell.value;
  });
  judgeTogether(values, tell, reader);
  const [symbol, number, name] = [values[at.symbol], values[at.member_number], values[at.name]];
  const kana = values[at.name_kana];
  if (!symbol || !number || !values[at.branch_number]) return null;
  return {
    row,
    values,
    symbolKey: foldSymbol(symbol),
    numberKey: foldSymbol(number),
    nameKey: name ? nameKey(name) : null,
    kanaKey: kana ? kanaKey(kana) : null,
  };
};
