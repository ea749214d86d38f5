import { createHash, randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { instantOf } from "../src/kernel/time.ts";
import { connectClient, type DatabaseConfig } from "../src/platform/database/config.ts";
import { connectDatabase } from "../src/platform/database/connect.ts";
import { codeOf } from "../src/platform/database/failures.ts";
import { migrate, readMigrations } from "../src/platform/database/schema/migrate.ts";
import type { Database } from "../src/platform/database/types.ts";
import { openTestServer, type TestServer } from "./database-server.ts";

export type TestDatabase = {
  /** Owns the schema, and is bound by row security all the same. */
  readonly owner: Database;
  /** What the portal works as. */
  readonly app: Database;
  readonly ownerConfig: DatabaseConfig;
  readonly appConfig: DatabaseConfig;
  /** The server's administrator, in this database: for preparing what no role of ours may do. */
  readonly rootConfig: DatabaseConfig;
  /** Call it in `after`. */
  readonly drop: () => Promise<void>;
};

const folder = fileURLToPath(new URL("../migrations", import.meta.url));
const applicationName = "kenpo test";

const templateName = () => {
  const all = readMigrations(folder).map(({ name, sha256 }) => name + sha256);
  return `kenpo_template_${createHash("sha256").update(all.join()).digest("hex").slice(0, 16)}`;
};

// -2: half dropped, good for nothing but to be dropped again
const exists = async (root: pg.Client, name: string) =>
  (await root.query("select from pg_database where datname = $1 and datconnlimit <> -2", [name]))
    .rowCount !== 0;

/** Migrated under another name first: a killed run leaves no half template. */
const makeTemplate = async (server: TestServer, root: pg.Client, name: string) => {
  const half = `${name}_half`;
  for (const old of [half, name]) await root.query(`drop database if exists ${old} with (force)`);
  await root.query(`create database ${half} owner ${server.roles.owner}`);
  const owner = server.as("owner", half);
  await migrate({ owner, appRole: { name: server.roles.app }, folder, now: instantOf(0) });
  await root.query(`alter database ${half} rename to ${name}`);
};

const isGone = (pid: number) => {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
};

/**
 * DROP DATABASE waits for every session of the server; one that hangs in a COPY of some other test
 * file would hold up all. What stays is swept by a later run.
 */
const tryToDrop = async (root: pg.Client, name: string): Promise<boolean> => {
  try {
    await root.query("set statement_timeout = 2000");
    await root.query(`drop database if exists ${name} with (force)`);
    return true;
  } catch (error) {
    if (codeOf(error) !== "57014") throw error;
    return false;
  } finally {
    // A time that was up just when the statement ended takes the next one for it.
    const unlimited = () => root.query("set statement_timeout = 0");
    await unlimited().catch(unlimited);
  }
};

/** Templates of earlier migrations, and clones of test files that were killed. */
const sweep = async (root: pg.Client, template: string) => {
  const { rows } = await root.query<{ name: string }>(
    "select datname as name from pg_database where datname ~ '^kenpo_(template|test)_'",
  );
  for (const { name } of rows) {
    const pid = /^kenpo_test_(\d+)_/.exec(name)?.[1];
    const isOld = pid ? isGone(Number(pid)) : name !== template;
    if (isOld && !(await tryToDrop(root, name))) return;
  }
};

const makeClone = async (server: TestServer): Promise<string> => {
  const name = `kenpo_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  const template = templateName();
  const unlimited = { statementTimeoutMs: 0, lockTimeoutMs: 0 };
  const root = await connectClient({ config: server.as("root"), applicationName, ...unlimited });
  try {
    await root.query("select pg_advisory_lock(7465737402)");
    if (!(await exists(root, template))) {
      await makeTemplate(server, root, template);
    }
    // Process ids tell nothing on a server that other machines use too.
    if (server.isEmbedded) await sweep(root, template);
    await root.query(`create database ${name} template ${template} owner ${server.roles.owner}`);
    // A clone does not take the privileges along: the same as the launcher gives, and no more.
    await root.query(`revoke all on database ${name} from public`);
    await root.query(`grant connect, temporary on database ${name} to ${server.roles.app}`);
    return name;
  } finally {
    await root.end();
  }
};

const dropDatabase = async (server: TestServer, name: string) => {
  const root = await connectClient({ config: server.as("root"), applicationName });
  try {
    await tryToDrop(root, name);
  } finally {
    await root.end();
  }
};

/** A database of its own for one test file, with every migration applied. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const server = await openTestServer();
  const name = await makeClone(server);
  const ownerConfig = server.as("owner", name);
  const appConfig = server.as("app", name);
  const owner = connectDatabase({ config: ownerConfig, applicationName, maxConnections: 4 });
  const app = connectDatabase({ config: appConfig, applicationName });
  const drop = async () => {
    await Promise.all([owner.close(), app.close()]);
    await dropDatabase(server, name);
    await server.close();
  };
  return { owner, app, ownerConfig, appConfig, rootConfig: server.as("root", name), drop };
};
