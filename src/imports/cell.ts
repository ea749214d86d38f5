import { findCharacterFault } from "../kernel/characters.ts";
import type { Facts } from "../kernel/result.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { PlainDate } from "../kernel/time.ts";
import type { CsvShape } from "./csv/header.ts";
import { shown } from "./problems.ts";
import type { Rule } from "./text.ts";

/** Reads a trimmed cell; `today` is the last day on which one can be born. */
export type Read = (text: string, today: PlainDate) => Result<string>;

export type Column<Into extends string = string> = {
  /** In the file (contract.md). */
  readonly name: string;
  /** In the database. */
  readonly column: Into;
  readonly isNeeded: boolean;
  /** What an empty cell means. */
  readonly ifEmpty: string | null;
  /** UTF-16 units. */
  readonly most: number;
  readonly read: Read;
  /** What its values are compared by. */
  readonly key?: ((value: string) => string) | undefined;
};

export const asSent: Read = (text) => ok(text);

/** A column; one whose name ends with ! must be there and filled in. */
export const column = <const Into extends string>(
  name: string,
  into: Into,
  most: number,
  ...[read, key]: readonly [read: Read, key?: Column["key"]]
): Column<Into> => ({
  name: name.replace("!", ""),
  column: into,
  isNeeded: name.endsWith("!"),
  ifEmpty: name === "枝番" ? "00" : null,
  most,
  read,
  key,
});

export const shapeOf = (columns: readonly Column[]): CsvShape => ({
  known: columns.map(({ name }) => name),
  needed: columns.filter(({ isNeeded }) => isNeeded).map(({ name }) => name),
});

export type Cell = {
  readonly value: string | null;
  readonly key: string | null;
  readonly fault?: { readonly rule: Rule; readonly facts: Facts };
};

const plain = (value: string | null): Cell => ({ value, key: null });
const fault = (rule: Rule, facts: Facts = {}): Cell => ({
  value: null,
  key: null,
  fault: { rule, facts },
});

type Sent = { readonly text: string; readonly isCommon: boolean; readonly today: PlainDate };

/** What stands in a cell (trimmed text), or which rule it breaks. */
export const readCell = (column: Column, { text, isCommon, today }: Sent): Cell => {
  if (text === "") return column.isNeeded ? fault("value-missing") : plain(column.ifEmpty);
  if (text.length > column.most) return fault("value-long", { most: column.most });
  const strange = isCommon ? null : findCharacterFault(text);
  if (strange) return fault(`character-${strange.fault}`, { character: shown(strange.character) });
  const result = column.read(text, today);
  // every refusal of a column is a rule: tests hold them against the texts
  if (!result.ok) return fault(result.code as Rule, result.facts);
  return { value: result.value, key: column.key?.(result.value) ?? null };
};
