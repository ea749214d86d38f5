import type { SocietyId } from "../../src/kernel/ids.ts";
import type { Sql, SqlValue } from "../../src/platform/database/sql.ts";
import type { Database, Tx } from "../../src/platform/database/types.ts";
import { answers, type Known } from "./answers.ts";

// The few tables of a first sign-in in memory, behind the portal's own `Database`: the runner, the
// steps and every store are the real ones, and ten thousand registrations take seconds. What the
// statements mean stands in answers.ts; that PostgreSQL says the same, the journeys show.

export type Row = Readonly<Record<string, unknown>>;
/** Rows are never altered but replaced, so that an unchanged row is the same object. */
export type Tables = Readonly<Record<string, readonly Row[]>>;
export type Memory = { tables: Tables };
export type Values = readonly SqlValue[];
export type Answer = (memory: Memory, values: Values) => readonly Row[];

const unknown = "the tables in memory do not know";
/** Nothing is said of the portal by it: answers.ts lacks a statement. */
export const isUnknown = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith(unknown);

const known = new Map<string, Answer>();

const answerTo = ({ text }: Sql, more: readonly Known[]): Answer => {
  const kept = known.get(text);
  if (kept) return kept;
  const words = text.replace(/\s+/g, " ").trim();
  const found = [...more, ...answers].find(({ like }) => like.test(words));
  if (!found) throw new Error(`${unknown}: ${words}`);
  const answer = found.answer(words);
  known.set(text, answer);
  return answer;
};

/**
 * Transactions one after another: as strict as the flow's row lock. What throws is rolled back.
 * @param more statements of another story's tables
 */
export const databaseOf = (memory: Memory, more: readonly Known[] = []): Database => {
  const run = <R>(memory: Memory, statement: Sql): R[] =>
    answerTo(statement, more)(memory, statement.values) as unknown as R[];
  let last: Promise<unknown> = Promise.resolve();
  const transaction = async <T>(society: SocietyId, work: (tx: Tx) => Promise<T>): Promise<T> => {
    const before = memory.tables;
    const tx: Tx = {
      society,
      query: async <R>(statement: Sql) => run<R>(memory, statement),
      one: async <R>(statement: Sql) => run<R>(memory, statement)[0],
      write: (statement) => {
        run(memory, statement);
      },
    };
    try {
      return await work(tx);
    } catch (error) {
      memory.tables = before;
      throw error;
    }
  };
  return {
    directory: async <R>(statement: Sql) => run<R>(memory, statement),
    inSociety: (society, work) => {
      const next = last.then(() => transaction(society, work));
      last = next.catch(() => {});
      return next;
    },
    read: async (_, statements) => statements.map((statement) => run(memory, statement)),
    close: async () => {},
  };
};

export const rowsOf = (memory: Memory, table: string): readonly Row[] => memory.tables[table] ?? [];

export const insert = (memory: Memory, table: string, ...rows: readonly Row[]): void => {
  memory.tables = { ...memory.tables, [table]: [...rowsOf(memory, table), ...rows] };
};

/** Rows that are not wanted go. */
export const keep = (memory: Memory, table: string, isWanted: (row: Row) => boolean): void => {
  memory.tables = { ...memory.tables, [table]: rowsOf(memory, table).filter(isWanted) };
};

/** @param change what of a row becomes another; null: nothing of it */
export const update = (memory: Memory, table: string, change: (row: Row) => Row | null): void => {
  const rows = rowsOf(memory, table).map((row) => {
    const changed = change(row);
    return changed ? { ...row, ...changed } : row;
  });
  memory.tables = { ...memory.tables, [table]: rows };
};
