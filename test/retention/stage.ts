import type pg from "pg";
import type { Installation } from "../../src/cli/command.ts";
import type { SocietyId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/time.ts";
import { connectClient, type DatabaseConfig } from "../../src/platform/database/config.ts";
import { loadSamples, openRegistry } from "../../src/society/index.ts";
import { chainIn } from "../audit/chain.ts";
import { testDatabase } from "../database.ts";
import { fillSociety } from "./fill.ts";

/**
 * The sample societies without a server, their audit chains, and the server's administrator.
 * @param start when the story begins: audit facts go only where they are old by the server's clock too
 */
export const openStage = async (start?: Instant) => {
  const database = await testDatabase();
  const { clock, secret, secrets, sealAll, record } = chainIn(database, start);
  const registry = await openRegistry({ database: database.app, baseUrl: "http://localhost:3000" });
  await loadSamples(database.app, { now: clock.now(), registry });
  const root: pg.Client = await connectClient({
    config: database.rootConfig,
    applicationName: "kenpo test root",
    statementTimeoutMs: 0,
  });
  const society = (code: string) => {
    const found = registry.byCode(code) ?? registry.closed().find((one) => one.code === code);
    if (!found) throw new Error(`no society ${code}`);
    return found;
  };
  const parts = { database: database.app, clock, secrets, registry };
  const connection = (config: DatabaseConfig) => () =>
    connectClient({ config, applicationName: "kenpo test copy", statementTimeoutMs: 0 });
  const installation: Installation = {
    ...parts,
    copyConnection: connection(database.appConfig),
    ownerConnection: connection(database.ownerConfig),
  };
  const tables = async (): Promise<readonly string[]> => {
    const { rows } = await root.query<{ name: string }>(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid
      where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attname = 'society_id'
        and c.relname <> 'society_ending' order by 1`);
    return rows.map(({ name }) => name);
  };
  return {
    ...parts,
    testDatabase: database,
    secret,
    sealAll,
    record,
    root,
    installation,
    society,
    /** `count` rows in every table of that society, all over at `at`. */
    fill: (code: string, count: number, at: Instant, tag = code) => {
      const { id, entranceId } = society(code);
      return fillSociety(root, { society: id, entrance: entranceId, count, at, tag });
    },
    /** Every table with a society_id, as the catalogue has it. */
    tables,
    /** Table → rows of that society. */
    rowsOf: async (id: SocietyId): Promise<Record<string, number>> => {
      const counts: Record<string, number> = {};
      for (const name of await tables()) {
        const { rows } = await root.query(
          `select count(*)::int as count from ${name} where society_id = $1`,
          [id],
        );
        counts[name] = rows[0].count;
      }
      return counts;
    },
    /** Every row of every other society, table by table, as one hash. */
    hashWithout: async (id: SocietyId): Promise<Record<string, string>> => {
      const hashes: Record<string, string> = {};
      for (const name of await tables()) {
        const { rows } = await root.query(
          `select md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as hash
           from ${name} t where society_id is distinct from $1`,
          [id],
        );
        hashes[name] = rows[0].hash;
      }
      return hashes;
    },
    close: async () => {
      await root.end();
      await database.drop();
    },
  };
};

export type Stage = Awaited<ReturnType<typeof openStage>>;
