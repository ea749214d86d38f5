import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from, to } from "pg-copy-streams";
import { measuringLines } from "../../backup/measure.ts";
import type { TableEntry } from "../../backup/types.ts";
import type { Sql } from "../sql.ts";
import type { Tx } from "../types.ts";
import { copyIn, copyOut, shapeOf } from "./shape.ts";

const names = (tables: readonly string[]) =>
  tables.map((table) => `public.${pg.escapeIdentifier(table)}`);

/** Row security that binds the owner too. */
const forced = `
  select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and relforcerowsecurity and relname = any ($1)`;

/**
 * One transaction of the owner in which row security does not bind the owner, on tables that nobody
 * else can touch meanwhile. Ends as the work says; a throw or a crash leaves everything as it was.
 */
export const asOwnerAlone = async <T>(
  owner: pg.Client,
  tables: readonly string[],
  work: () => Promise<{ readonly stands: boolean; readonly value: T }>,
): Promise<T> => {
  await owner.query("begin");
  try {
    await owner.query(`lock table ${names(tables).join(", ")} in access exclusive mode`);
    const { rows } = await owner.query<{ name: string }>(forced, [tables]);
    const bound = names(rows.map(({ name }) => name));
    for (const name of bound) await owner.query(`alter table ${name} no force row level security`);
    const { stands, value } = await work();
    if (stands)
      for (const name of bound) await owner.query(`alter table ${name} force row level security`);
    await owner.query(stands ? "commit" : "rollback");
    return value;
  } catch (error) {
    await owner.query("rollback").catch(() => {});
    throw error;
  }
};

/** The tables that have rows. */
export const filledOf = async (
  owner: pg.Client,
  tables: readonly string[],
): Promise<readonly string[]> => {
  const filled: string[] = [];
  for (const table of tables) {
    const { rowCount } = await owner.query(`select from ${names([table])[0]} limit 1`);
    if (rowCount) filled.push(table);
  }
  return filled;
};

const living = `
  select id from society where not exists (
    select from society_ending where society_id = id and erased_at is not null) order by id`;

/** The societies but those that are erased: nothing is written of them any more. */
export const livingIn = async (owner: pg.Client): Promise<readonly string[]> =>
  (await owner.query<{ id: string }>(living)).rows.map(({ id }) => id);

/** @returns whether the columns are this table's */
export const fits = async (owner: pg.Client, { table, columns }: TableEntry): Promise<boolean> => {
  const shape = await shapeOf(owner, table);
  return shape.columns.join() === columns.join();
};

export const fillTable = async (
  owner: pg.Client,
  table: string,
  rows: AsyncIterable<Buffer>,
): Promise<void> => {
  await pipeline(rows, owner.query(from(copyIn(await shapeOf(owner, table)))));
};

/** Reads the table once more: is it, byte for byte, what was read in the installation before? */
export const isAsWritten = async (owner: pg.Client, entry: TableEntry): Promise<boolean> => {
  const { see, measure } = measuringLines();
  const statement = copyOut(await shapeOf(owner, entry.table));
  for await (const piece of owner.query(to(statement)) as AsyncIterable<Buffer>) see(piece);
  const { bytes, lines, sha256 } = measure();
  const { plain } = entry;
  return bytes === plain.bytes && lines === plain.lines && sha256 === plain.sha256;
};

/**
 * What follows the rows: transaction ids begin anew on another server, so audit facts from now on
 * are of a later era; running servers notice the societies.
 */
export const beginAnew = async (owner: pg.Client, era: number): Promise<void> => {
  await owner.query(`create or replace function public.audit_era() returns integer
    language sql stable parallel safe return ${Math.trunc(era)}`);
  await owner.query("update registry_change set count = count + 1");
};

/** Statistics, without which the first queries would be planned for empty tables. */
export const analyze = async (owner: pg.Client, tables: readonly string[]): Promise<void> => {
  await owner.query(`analyze ${names(tables).join(", ")}`);
};

/** The stores' view of this transaction. `settled` hears of what was not waited for. */
export const txOn = (owner: pg.Client, society: Tx["society"]) => {
  const sent: Promise<unknown>[] = [];
  let before: Promise<unknown> = Promise.resolve();
  // This connection is not pipelined: one statement after the other.
  const send = ({ text, values }: Sql) => {
    const answer = before.then(() => owner.query(text, [...values]));
    before = answer.catch(() => {});
    return answer;
  };
  const tx: Tx = {
    society,
    query: async <Row>(statement: Sql) => (await send(statement)).rows as Row[],
    one: async <Row>(statement: Sql) => (await send(statement)).rows[0] as Row | undefined,
    write: (statement) => {
      const answer = send(statement);
      answer.catch(() => {});
      sent.push(answer);
    },
  };
  return { tx, settled: () => Promise.all(sent) };
};
