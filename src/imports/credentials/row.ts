import type { PlainDate } from "../../kernel/time.ts";
import { type Cell, readCell } from "../cell.ts";
import type { Header } from "../csv/header.ts";
import type { CsvRow } from "../csv/split.ts";
import { type Problem, shown } from "../problems.ts";
import { type ColumnName, columns, passwordColumn } from "./columns.ts";
import { isAllowedId, shownId } from "./rules.ts";

/** What is known of a row whose key could be read. */
export type CredentialRow = {
  readonly row: number;
  readonly symbolKey: string;
  readonly numberKey: string;
  readonly symbol: string;
  readonly memberNumber: string;
  readonly branchNumber: string;
  /** As the file has it; null when it was refused. */
  readonly userId: string | null;
  readonly shownId: string | null;
  readonly idKey: string | null;
  readonly isAllowed: boolean;
  /** Folded; null where there is none, or it was refused. */
  readonly password: string | null;
};

export type Reader = {
  readonly header: Header;
  readonly today: PlainDate;
  /** policy.userId.symbols */
  readonly symbols: string;
  readonly problem: (problem: Problem) => void;
};

const tellFault = (reader: Reader, row: number) => (place: number, text: string, cell: Cell) => {
  if (!cell.fault) return;
  const column = columns[place]?.name ?? null;
  // a password is told to nobody, not even to whoever sent it: terminals and logs are kept
  const value = text === "" || column === passwordColumn ? null : shown(text);
  reader.problem({ row, column, value, ...cell.fault });
};

/** Reads a row, telling everything that is wrong. Null when its key cannot be read. */
export const credentialRowReader =
  (reader: Reader) =>
  ({ row, cells, isCommon }: CsvRow): CredentialRow | null => {
    const tell = tellFault(reader, row);
    const read = new Map<ColumnName, Cell>();
    for (const [i, column] of columns.entries()) {
      const place = reader.header.places[i] ?? -1;
      const text = (place < 0 ? "" : cells[place])?.trim() ?? "";
      const cell = readCell(column, { text, isCommon, today: reader.today });
      tell(i, text, cell);
      read.set(column.column, cell);
    }
    const [symbol, number, id] = [
      read.get("symbol"),
      read.get("member_number"),
      read.get("user_id"),
    ];
    const branchNumber = read.get("branch_number")?.value;
    if (!symbol?.value || !symbol.key || !number?.value || !number.key || !branchNumber)
      return null;
    const shownAs = id?.value ? shownId(id.value) : null;
    return {
      row,
      symbolKey: symbol.key,
      numberKey: number.key,
      symbol: symbol.value,
      memberNumber: number.value,
      branchNumber,
      userId: id?.value ?? null,
      shownId: shownAs,
      idKey: id?.key ?? null,
      isAllowed: shownAs !== null && isAllowedId(shownAs, reader.symbols),
      password: read.get("password")?.value ?? null,
    };
  };
