import type pg from "pg";
import { to } from "pg-copy-streams";
import type { Migration } from "../../backup/types.ts";
import { copyOut, type Shape, shapeOf } from "./shape.ts";

/** Everything as it stood at one moment, while others go on. */
export type Snapshot = {
  readonly migrations: readonly Migration[];
  readonly auditEra: number;
  readonly societies: readonly string[];
  readonly shapeOf: (table: string) => Promise<Shape>;
  /**
   * A table's rows of all societies, those of each one as the app sees them.
   * @param only SQL: which rows; all of them where there is none
   */
  readonly rows: (shape: Shape, only?: string) => AsyncGenerator<Buffer>;
};

const appliedMigrations = "select name, sha256 from migration order by number";

const inSociety = (client: pg.Client, society: string) =>
  client.query("select set_config('app.society_id', $1, true)", [society]);

async function* copied(client: pg.Client, statement: string): AsyncGenerator<Buffer> {
  yield* client.query(to(statement)) as AsyncIterable<Buffer>;
}

async function* rowsOf(
  client: pg.Client,
  shape: Shape,
  { societies, only }: { readonly societies: readonly string[]; readonly only: string | undefined },
): AsyncGenerator<Buffer> {
  if (!shape.isBySociety) return yield* copied(client, copyOut(shape, only));
  for (const society of societies) {
    await inSociety(client, society);
    const own = "society_id = current_society()";
    yield* copied(client, copyOut(shape, only ? `${own} and (${only})` : own));
  }
  await inSociety(client, "");
}

/**
 * Begins the snapshot in a read-only transaction, which holds up nobody. It lasts until the client ends.
 * @param client a connection of its own, of the app's role: row security stays as it is
 */
export const openSnapshot = async (client: pg.Client): Promise<Snapshot> => {
  await client.query("begin isolation level repeatable read, read only");
  const migrations = await client.query<Migration>(appliedMigrations);
  const societies = await client.query<{ id: string }>("select id from society order by id");
  const era = await client.query<{ era: number }>("select audit_era() as era");
  const ids = societies.rows.map(({ id }) => id);
  return {
    migrations: migrations.rows,
    auditEra: era.rows[0]?.era ?? 1,
    societies: ids,
    shapeOf: (table) => shapeOf(client, table),
    rows: (shape, only) => rowsOf(client, shape, { societies: ids, only }),
  };
};

type Wired = { readonly connection: { readonly stream: { readonly destroy: () => void } } };

/** Ends a connection that may still have rows on their way, which nobody reads any more. */
export const cutOff = (client: pg.Client): void =>
  (client as unknown as Wired).connection.stream.destroy();
