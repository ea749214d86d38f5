import { idsInOrder } from "../../kernel/ids.ts";
import { epochMsOf, type Instant, todayInTokyo } from "../../kernel/time.ts";
import { type CopySink, openCopy } from "../copy.ts";
import type { Header } from "../csv/header.ts";
import { type Reading, readCsv } from "../csv/read.ts";
import { collectProblems, type Problems } from "../problems.ts";
import type { Import } from "../store.ts";
import { columns, shape } from "./columns.ts";
import { readMemberRow } from "./row.ts";
import { type ColumnName, copyStatement, openStaging, stageLine } from "./store.ts";

export type Staged = {
  readonly reading: Reading;
  readonly warnings: Problems;
  readonly present: readonly ColumnName[];
};

type Reader = { readonly copy: CopySink; readonly now: Instant; readonly warnings: Problems };

/** Reads the rows of a file into COPY, whatever is wrong with them into the problems. */
const readInto = ({ copy, now, warnings }: Reader, path: string): Promise<Reading> => {
  const problems = collectProblems();
  const today = todayInTokyo(now);
  const nextId = idsInOrder<"member">(epochMsOf(now));
  let header: Header | null = null;
  const begin = (found: Header) => {
    header = found;
  };
  const row = (row: number, cells: readonly string[]) => {
    if (!header) return;
    const tell = { problem: problems.add, warning: warnings.add };
    const member = readMemberRow({ header, today, ...tell }, row, cells);
    if (!member) return;
    const { symbolKey, numberKey, nameKey, kanaKey, values } = member;
    const keys = [symbolKey, numberKey, nameKey, kanaKey];
    copy.line(stageLine([String(row), nextId(), ...keys, ...values]));
  };
  return readCsv(path, { shape, begin, row, flush: copy.flush }, problems);
};

/** Reads the file into staging; what is wrong with it is in `reading.problems`. */
export const stage = async (into: Import, path: string, now: Instant): Promise<Staged> => {
  const warnings = collectProblems();
  await openStaging(into);
  const copy = openCopy(into.client, copyStatement);
  try {
    const reading = await readInto({ copy, now, warnings }, path);
    await copy.end();
    const places = reading.header?.places ?? [];
    const present = columns.filter((_, i) => (places[i] ?? -1) >= 0).map(({ column }) => column);
    return { reading, warnings, present };
  } catch (error) {
    await copy.abort();
    throw error;
  }
};
