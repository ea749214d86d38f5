import pg from "pg";
import { backedUp, leftOut } from "../../src/cli/backup/tables.ts";
import { connectClient } from "../../src/platform/database/config.ts";
import type { TestDatabase } from "../database.ts";

const keyOf = `
  select string_agg(quote_ident(a.attname), ', ' order by array_position(k.conkey, a.attnum)) as key
  from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
  where k.contype = 'p' and k.conrelid = $1::regclass`;

/** Work as the server's administrator, whom row security does not bind. */
export const asRoot = async <T>(
  { rootConfig: config }: TestDatabase,
  work: (root: pg.Client) => Promise<T>,
): Promise<T> => {
  const root = await connectClient({
    config,
    applicationName: "kenpo test",
    statementTimeoutMs: 0,
  });
  try {
    return await work(root);
  } finally {
    await root.end();
  }
};

export const everyTable = async (root: pg.Client): Promise<readonly string[]> =>
  (
    await root.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`,
    )
  ).rows.map(({ name }) => name);

export type Content = Readonly<Record<string, readonly string[]>>;

/** Every row of the tables as text with every column, in the order of the primary key. */
export const contentOf = (
  database: TestDatabase,
  tables = [...backedUp.map(({ table }) => table), ...Object.keys(leftOut)],
): Promise<Content> =>
  asRoot(database, async (root) => {
    const content: Record<string, readonly string[]> = {};
    for (const table of tables) {
      const { rows: keys } = await root.query<{ key: string }>(keyOf, [table]);
      const { rows } = await root.query<{ row: string }>(
        `select t::text as row from ${pg.escapeIdentifier(table)} t order by ${keys[0]?.key}`,
      );
      content[table] = rows.map(({ row }) => row);
    }
    return content;
  });

export const counted = (content: Content) =>
  Object.fromEntries(Object.entries(content).map(([table, rows]) => [table, rows.length]));
