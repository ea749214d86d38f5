import type { Instant } from "../../kernel/time.ts";
import { todayInTokyo } from "../../kernel/time.ts";
import { type CopySink, openCopy } from "../copy.ts";
import type { Header } from "../csv/header.ts";
import { type Reading, readCsv } from "../csv/read.ts";
import type { CsvRow } from "../csv/split.ts";
import { collectProblems } from "../problems.ts";
import type { Import } from "../store.ts";
import { shape } from "./columns.ts";
import { credentialRowReader } from "./row.ts";
import { copyStatement, openStaging, stageLine } from "./store.ts";

export type Source = {
  readonly path: string;
  readonly now: Instant;
  /** policy.userId.symbols */
  readonly symbols: string;
};

const readInto = (copy: CopySink, { path, now, symbols }: Source): Promise<Reading> => {
  const problems = collectProblems();
  const begin = (header: Header) => {
    const today = todayInTokyo(now);
    const read = credentialRowReader({ header, today, symbols, problem: problems.add });
    return (record: CsvRow) => {
      const row = read(record);
      if (row) copy.line(stageLine(row));
    };
  };
  return readCsv(path, { shape, begin, flush: copy.flush }, problems);
};

/** Reads the file into staging; what is wrong with it is in the reading's problems. */
export const stage = async (into: Import, source: Source): Promise<Reading> => {
  await openStaging(into);
  const copy = openCopy(into.client, copyStatement);
  try {
    const reading = await readInto(copy, source);
    await copy.end();
    return reading;
  } catch (error) {
    await copy.abort();
    throw error;
  }
};
