import pg from "pg";
import { StartRefusal } from "../start-refusal.ts";
import { typeParsers } from "./wire/parsers.ts";

/** Where a server answers, and as whom. `host` may be the folder of a socket. */
export type DatabaseConfig =
  | { readonly connectionString: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly password: string;
      readonly database: string;
    };

export type Session = {
  readonly config: DatabaseConfig;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  /** How long a statement may take, milliseconds; 0 = as long as it wants. */
  readonly statementTimeoutMs?: number;
  /** How long a statement may wait for a lock, milliseconds. */
  readonly lockTimeoutMs?: number;
};

/** What every connection of ours has in common, whatever the server's defaults are. */
export const connectionOptions = (session: Session): pg.ClientConfig => ({
  ...session.config,
  application_name: session.applicationName,
  options: "-c TimeZone=UTC -c DateStyle=ISO -c client_min_messages=warning",
  statement_timeout: session.statementTimeoutMs ?? 30_000,
  // A server that is frozen, or a network that is gone, never says that time is up: we do.
  ...(session.statementTimeoutMs === 0
    ? {}
    : { query_timeout: (session.statementTimeoutMs ?? 30_000) + 5_000 }),
  lock_timeout: session.lockTimeoutMs ?? 5_000,
  // A process that stopped in the middle of a transaction must not hold its locks for ever.
  idle_in_transaction_session_timeout: 60_000,
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
  types: typeParsers,
});

/**
 * A connection of its own, not pipelined: for COPY, migrations and locks that are held long.
 * The caller ends it.
 */
export const connectClient = async (session: Session): Promise<pg.Client> => {
  const client = new pg.Client(connectionOptions(session));
  // Without a listener the loss of an idle connection would end the process.
  client.on("error", () => {});
  await client.connect();
  return client;
};

/** @throws StartRefusal that names the variable; never the address, which may hold a password */
export const connectOrRefuse = async (session: Session, variable: string): Promise<pg.Client> => {
  try {
    return await connectClient(session);
  } catch (error) {
    const { message } = error as Error;
    throw new StartRefusal("database-url", `${variable}: cannot connect: ${message}`);
  }
};

type Referred = { readonly ref: () => void; readonly unref: () => void };

/** Whether this open connection keeps the process from ending (it does until told otherwise). */
export const keepAlive = (client: pg.Client, yes: boolean): void => {
  const referred = client as unknown as Referred;
  if (yes) referred.ref();
  else referred.unref();
};
