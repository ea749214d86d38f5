import type { Instant } from "../../kernel/time.ts";
import type { DatabaseConfig } from "./config.ts";
import { type Connected, connectDatabase, type Patience } from "./connect.ts";
import { roles } from "./embedded/cluster.ts";
import { openEmbedded } from "./embedded/index.ts";
import { checkAppRole } from "./schema/app-role.ts";
import { checkSchema } from "./schema/check.ts";
import { externalAppOf } from "./schema/external.ts";
import { migrate } from "./schema/migrate.ts";

export type Opening = {
  /** KENPO_DATA, absolute */
  readonly dataFolder: string;
  /** DATABASE_URL: the role that owns the schema; null = embedded unless the app's URL is given */
  readonly databaseUrl: string | null;
  /** DATABASE_APP_URL */
  readonly databaseAppUrl: string | null;
  /** Folder of this version's migrations. */
  readonly migrations: string;
  /** Applies what is missing where the owner's URL is given; always so in our own database. */
  readonly mayMigrate: boolean;
  readonly now: Instant;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  readonly maxConnections: number;
  readonly patience?: Patience;
  /** How long a statement may take, milliseconds; 0 = as long as it wants. */
  readonly statementTimeoutMs?: number;
  /** A line for the operator's log. */
  readonly log: (line: string) => void;
};

export type Opened = {
  readonly database: Connected;
  readonly kind: "embedded" | "external";
  /** The embedded server ran already. */
  readonly adopted: boolean;
  readonly appConfig: DatabaseConfig;
  /** Null where only DATABASE_APP_URL is given. */
  readonly ownerConfig: DatabaseConfig | null;
  /** Names of the migrations applied now. */
  readonly applied: readonly string[];
  /** Closes the pool, and the embedded server when no other process uses it. */
  readonly close: () => Promise<void>;
};

type Server = Pick<Opened, "kind" | "adopted" | "appConfig" | "ownerConfig" | "close"> & {
  readonly appRole: { readonly name: string; readonly password?: string };
};

const serverOf = async (opening: Opening): Promise<Server> => {
  const { dataFolder, databaseUrl, databaseAppUrl, log } = opening;
  if (databaseUrl === null && databaseAppUrl === null) {
    const embedded = await openEmbedded({ dataFolder, log });
    return { ...embedded, kind: "embedded", appRole: { name: roles.app } };
  }
  const { appConfig, appRole } = externalAppOf(opening);
  const ownerConfig = databaseUrl === null ? null : { connectionString: databaseUrl };
  const close = () => Promise.resolve();
  return { kind: "external", adopted: true, appConfig, ownerConfig, appRole, close };
};

// The password that one machine made is not known to another.
const madeHere = "DATABASE_APP_URL (not set: the password kept in this KENPO_DATA was tried)";

const prepare = async (server: Server, opening: Opening) => {
  const { ownerConfig: owner, appRole, appConfig, kind } = server;
  const { migrations: folder, mayMigrate, databaseAppUrl, now } = opening;
  const migrates = owner && (mayMigrate || kind === "embedded");
  const applied = migrates ? await migrate({ owner, appRole, folder, now }) : [];
  // Before the app's role, which the first migration makes.
  if (!migrates) await checkSchema(owner ?? appConfig, folder);
  if (kind === "external")
    await checkAppRole(appConfig, databaseAppUrl === null ? madeHere : undefined);
  return applied;
};

/** The portal's database, ready to use. @throws StartRefusal whose message is one line */
export const openDatabase = async (opening: Opening): Promise<Opened> => {
  const server = await serverOf(opening);
  try {
    const applied = await prepare(server, opening);
    const { appConfig: config, kind, adopted, ownerConfig } = server;
    const { applicationName, maxConnections, patience, statementTimeoutMs = 30_000 } = opening;
    const database = connectDatabase({
      ...{ config, applicationName, maxConnections, statementTimeoutMs },
      ...(patience && { patience }),
    });
    const close = async () => {
      await database.close();
      await server.close();
    };
    return { database, kind, adopted, appConfig: config, ownerConfig, applied, close };
  } catch (error) {
    await server.close();
    throw error;
  }
};
