import { randomBytes } from "node:crypto";
import pg from "pg";
import { connectClient, type DatabaseConfig } from "../src/platform/database/config.ts";
import { databaseName } from "../src/platform/database/embedded/cluster.ts";
import { configFor } from "../src/platform/database/embedded/keeper.ts";
import { placesIn } from "../src/platform/database/embedded/places.ts";
import type { Portal } from "../test/portal-process.ts";
import { realServer } from "../test/processes/real-server.ts";
import { parentOf } from "./cpu.ts";

// `npm run bench -- --server`: the same benches on a PostgreSQL server of its own instead of the
// embedded one, or on the one that KENPO_BENCH_DATABASE_URL names (a superuser's URL).

const variable = "KENPO_TEST_DATABASE_URL";
const serverUrl = (): string | null => process.env[variable] || null;

/** As a server keeps what it has committed. */
const durable = { fsync: "on", full_page_writes: "on" };

/** From then on every bench works on a server. @returns what stops it */
export const useServer = async (): Promise<() => Promise<void>> => {
  const given = process.env.KENPO_BENCH_DATABASE_URL;
  const started = given ? null : await realServer(15, durable);
  process.env[variable] = given ?? started?.rootUrl ?? "";
  return async () => started?.stop();
};

/** Which server, for whoever reads the figures. */
export const serverVersion = async (): Promise<string> => {
  const connectionString = serverUrl();
  if (!connectionString) return "embedded PostgreSQL";
  const client = await connectClient({ config: { connectionString }, applicationName: "bench" });
  const { rows } = await client.query("show server_version");
  await client.end();
  return `PostgreSQL server ${rows[0].server_version}`;
};

/** A database for one portal of a bench. */
export type Place = {
  /** What the portal is started with. */
  readonly environment: Readonly<Record<string, string>>;
  /** Its administrator, once the portal runs. */
  readonly root: (portal: Portal) => DatabaseConfig;
  /** Of PostgreSQL's first process; 0 where it runs on another machine. */
  readonly pid: (portal: Portal) => number;
  readonly remove: () => Promise<void>;
};

const embedded: Place = {
  environment: {},
  root: ({ dataFolder }) => configFor(placesIn(dataFolder), "root", databaseName),
  pid: (portal) => portal.databasePid() ?? 0,
  remove: () => Promise.resolve(),
};

const urlIn = (url: string, database: string, user?: readonly [string, string]): string => {
  const to = new URL(url);
  to.pathname = `/${database}`;
  if (user) [to.username, to.password] = user;
  return to.href;
};

/** An ordinary role owns it, as an operator's would. */
const make = async (root: pg.Client, name: string): Promise<string> => {
  const password = randomBytes(16).toString("hex");
  await root.query(`create role ${name}_owner login createrole password '${password}'`);
  await root.query(`grant ${name}_owner to current_user`);
  await root.query(`create database ${name} owner ${name}_owner`);
  return password;
};

const onServer = async (url: string): Promise<Place> => {
  const name = `kenpo_bench_${process.pid}_${randomBytes(3).toString("hex")}`;
  const connect = () =>
    connectClient({ config: { connectionString: url }, applicationName: "kenpo bench" });
  const root = await connect();
  const password = await make(root, name);
  const { rows } = await root.query("select pg_backend_pid() as pid");
  const pid = parentOf(rows[0].pid);
  await root.end();
  return {
    environment: { DATABASE_URL: urlIn(url, name, [`${name}_owner`, password]) },
    root: () => ({ connectionString: urlIn(url, name) }),
    pid: () => pid,
    remove: async () => {
      const client = await connect();
      await client.query(`drop database if exists ${name} with (force)`);
      for (const role of [`${name}_app`, `${name}_owner`])
        await client.query(`drop role if exists ${pg.escapeIdentifier(role)}`);
      await client.end();
    },
  };
};

export const openPlace = async (): Promise<Place> => {
  const url = serverUrl();
  return url ? onServer(url) : embedded;
};
