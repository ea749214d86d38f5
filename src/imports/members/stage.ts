import { idsInOrder } from "../../kernel/ids.ts";
import { epochMsOf, type Instant, todayInTokyo } from "../../kernel/time.ts";
import { type CopySink, openCopy } from "../copy.ts";
import type { Header } from "../csv/header.ts";
import { type Reading, readCsv } from "../csv/read.ts";
import type { CsvRow } from "../csv/split.ts";
import { collectProblems, type Problems } from "../problems.ts";
import type { Import } from "../store.ts";
import { type ColumnName, columns, shape } from "./columns.ts";
import { memberRowReader } from "./row.ts";
import { copyStatement, openStaging, stageLine } from "./store.ts";

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
  const begin = (header: Header) => {
    const tell = { problem: problems.add, warning: warnings.add };
    const read = memberRowReader({ header, today, ...tell });
    return (record: CsvRow) => {
      const member = read(record);
      if (member) copy.line(stageLine(nextId(), member));
    };
  };
  return readCsv(path, { shape, begin, flush: copy.flush }, problems);
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
