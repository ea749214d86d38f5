import { createHash, createHmac } from "node:crypto";
import { existsSync, realpathSync, statfsSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { connectClient, type DatabaseConfig } from "../src/platform/database/config.ts";
import { databaseName, roles } from "../src/platform/database/embedded/cluster.ts";
import { openEmbedded } from "../src/platform/database/embedded/index.ts";
import { configFor } from "../src/platform/database/embedded/keeper.ts";
import { placesIn } from "../src/platform/database/embedded/places.ts";

/** A server for tests, and how to come in as each of the three roles. */
export type TestServer = {
  readonly isEmbedded: boolean;
  readonly roles: { readonly owner: string; readonly app: string };
  /** `root` may create databases (and, embedded, is a superuser). */
  readonly as: (role: "root" | "owner" | "app", database?: string) => DatabaseConfig;
  readonly close: () => Promise<void>;
};

const repository = fileURLToPath(new URL("..", import.meta.url));

const inMemory = "/dev/shm";
const roomNeeded = 4e9;

/** In memory where there is room: a database has 550 files, and each test file makes one. */
const quickFolder = (): string => {
  if (!existsSync(inMemory)) return tmpdir();
  const { bavail, bsize } = statfsSync(inMemory);
  return bavail * bsize >= roomNeeded ? inMemory : tmpdir();
};

/** The same for every test file of this working copy and user, so that they share one server. */
const testDataFolder = () => {
  const whose = `${repository} ${userInfo().uid}`;
  const hash = createHash("sha256").update(whose).digest("hex").slice(0, 12);
  return join(quickFolder(), `kenpo-test-${hash}`);
};

const embeddedServer = async (): Promise<TestServer> => {
  const dataFolder = testDataFolder();
  const embedded = await openEmbedded({ dataFolder, log: () => {} });
  const places = placesIn(realpathSync(dataFolder));
  return {
    isEmbedded: true,
    roles,
    as: (role, database = role === "root" ? "postgres" : databaseName) =>
      configFor(places, role, database),
    close: embedded.close,
  };
};

const externalRoles = { owner: "kenpo_test_owner", app: "kenpo_test_app" };

/** A real server's roles are shared by all test files, so their passwords follow from its URL. */
const passwordOf = (url: string, role: string) =>
  createHmac("sha256", url).update(role).digest("hex");

const makeRoles = async (url: string) => {
  const client = await connectClient({
    config: { connectionString: url },
    applicationName: "test",
  });
  try {
    await client.query("select pg_advisory_lock(7465737401)");
    for (const name of Object.values(externalRoles)) {
      const found = await client.query("select from pg_roles where rolname = $1", [name]);
      const verb = found.rowCount ? "alter" : "create";
      await client.query(
        `${verb} role ${name} login password ${pg.escapeLiteral(passwordOf(url, name))}`,
      );
    }
    // Who is no superuser must be a member to make databases for the owner.
    await client.query(`grant ${externalRoles.owner} to current_user`);
  } finally {
    await client.end();
  }
};

const externalServer = async (url: string): Promise<TestServer> => {
  await makeRoles(url);
  return {
    isEmbedded: false,
    roles: externalRoles,
    as: (role, database) => {
      const config = new URL(url);
      if (database) config.pathname = `/${database}`;
      if (role !== "root") {
        config.searchParams.set("user", externalRoles[role]);
        config.searchParams.set("password", passwordOf(url, externalRoles[role]));
      }
      return { connectionString: config.href };
    },
    close: () => Promise.resolve(),
  };
};

/**
 * The embedded engine: started by the first test file, adopted by the others, stopped by the last.
 * With KENPO_TEST_DATABASE_URL a real server instead (15 or newer, a role that may create databases
 * and roles).
 */
export const openTestServer = (): Promise<TestServer> => {
  const url = process.env.KENPO_TEST_DATABASE_URL;
  return url ? externalServer(url) : embeddedServer();
};
