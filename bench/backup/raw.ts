import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from, to } from "pg-copy-streams";
import { backedUp } from "../../src/cli/backup/tables.ts";
import { connectClient } from "../../src/platform/database/config.ts";
import type { TestDatabase } from "../../test/database.ts";

const tables = backedUp.map(({ table }) => table);

const columnsOf = `
  select string_agg(quote_ident(attname), ', ' order by attnum) as names from pg_attribute
  where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;

/** As the administrator, whom row security does not bind. */
const timedAsRoot = async (
  { rootConfig: config }: TestDatabase,
  work: (root: pg.Client, table: string, names: string) => Promise<void>,
): Promise<number> => {
  const root = await connectClient({
    config,
    applicationName: "kenpo bench",
    statementTimeoutMs: 0,
  });
  try {
    await root.query("begin");
    const start = performance.now();
    for (const table of tables) {
      const { rows } = await root.query<{ names: string }>(columnsOf, [table]);
      await work(root, table, rows[0]?.names ?? "");
    }
    await root.query("commit");
    return performance.now() - start;
  } finally {
    await root.end();
  }
};

/** The limit of an export: the same tables by COPY, table after table, into plain files. */
export const rawOut = (source: TestDatabase, folder: string): Promise<number> =>
  timedAsRoot(source, async (root, table, names) => {
    const rows = root.query(to(`copy ${table} (${names}) to stdout`));
    await pipeline(rows, createWriteStream(join(folder, `${table}.copy`)));
  });

/** The limit of a restore: these files by COPY into the same empty tables, keys and indexes included. */
export const rawIn = (target: TestDatabase, folder: string): Promise<number> =>
  timedAsRoot(target, async (root, table, names) => {
    const rows = createReadStream(join(folder, `${table}.copy`), { highWaterMark: 1 << 18 });
    await pipeline(rows, root.query(from(`copy ${table} (${names}) from stdin`)));
  });

/** As after the migrations. */
export const empty = async ({ rootConfig: config }: TestDatabase): Promise<void> => {
  const root = await connectClient({
    config,
    applicationName: "kenpo bench",
    statementTimeoutMs: 0,
  });
  await root.query(`truncate ${tables.join(", ")} cascade`);
  await root.query("checkpoint");
  await root.end();
};
