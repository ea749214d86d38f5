import type pg from "pg";
import type { Actor, Origin } from "../../audit/types.ts";
import { idsInOrder, newId, type SocietyId } from "../../kernel/ids.ts";
import { type Clock, epochMsOf, type Instant, todayInTokyo } from "../../kernel/time.ts";
import { type CopySink, openCopy } from "../copy.ts";
import type { Header } from "../csv/header.ts";
import { type Reading, readCsv } from "../csv/read.ts";
import type { Encoding } from "../csv/survey.ts";
import { collectProblems, type Problem, type Problems } from "../problems.ts";
import { type Counts, type Import, inOneTransaction, recordRun } from "../store.ts";
import { columns, shape } from "./columns.ts";
import { readMemberRow } from "./row.ts";
import {
  type ColumnName,
  compareStaged,
  copyStatement,
  judgeStaged,
  mergeStaged,
  openStaging,
  stageLine,
} from "./store.ts";

export type MembersFile = {
  readonly society: SocietyId;
  readonly path: string;
  /** Reads, checks and compares everything, then leaves all as it was. */
  readonly isRehearsal: boolean;
  readonly actor: Actor;
  readonly source: Origin["source"];
};

export type Told = { readonly first: readonly Problem[]; readonly total: number };

export type MembersImported =
  | { readonly ok: false; readonly problems: Told; readonly unknownColumns: readonly string[] }
  | {
      readonly ok: true;
      readonly runId: string;
      readonly encoding: Encoding | "other";
      readonly rows: number;
      readonly counts: Counts;
      readonly unchanged: number;
      readonly warnings: Told;
      readonly unknownColumns: readonly string[];
    };

const told = (problems: Problems): Told => ({ first: problems.told(), total: problems.total() });

type Staged = {
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
const stage = async (into: Import, path: string, now: Instant): Promise<Staged> => {
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

/** Rows are compared with each other only when the whole file could be read. */
const judgeTogether = async (into: Import, { header, problems }: Reading) => {
  const isReadable = problems
    .told()
    .every(({ rule }) => !["bytes-broken", "quote-unclosed"].includes(rule));
  if (!header || !isReadable) return;
  for (const found of await judgeStaged(into)) problems.merge(found.problems, found.total);
};

/**
 * Takes a members file in, whole or not at all, in one transaction. The same file twice changes
 * nothing. Absence from it ends nobody: only 資格喪失日 does.
 * @param client a connection of its own, of the app's role (`Installation.copyConnection`)
 */
export const importMembers = (
  { client, clock }: { readonly client: pg.Client; readonly clock: Clock },
  { society, path, isRehearsal, actor, source }: MembersFile,
): Promise<MembersImported> => {
  const into: Import = { client, society };
  return inOneTransaction<MembersImported>(into, async () => {
    const startedAt = clock.now();
    const { reading, warnings, present } = await stage(into, path, startedAt);
    await judgeTogether(into, reading);
    const unknownColumns = reading.header?.unknown ?? [];
    if (reading.problems.total() > 0)
      return {
        stands: false,
        value: { ok: false, problems: told(reading.problems), unknownColumns },
      };
    const counts = await compareStaged(into, present);
    const { survey, rows } = reading;
    const finishedAt = clock.now();
    const id = newId<"import-run">(epochMsOf(startedAt));
    const origin = { requestId: id, source };
    const run = { id, kind: "members", survey, rows, counts, startedAt, finishedAt } as const;
    if (!isRehearsal) {
      await mergeStaged(into, present, { ...run, actor, origin });
      await recordRun(into, { ...run, actor, origin });
    }
    const unchanged = rows - counts.added - counts.changed - counts.ended;
    const { encoding } = survey;
    const value = {
      ok: true,
      runId: id,
      encoding,
      rows,
      counts,
      unchanged,
      unknownColumns,
    } as const;
    return { stands: !isRehearsal, value: { ...value, warnings: told(warnings) } };
  });
};
