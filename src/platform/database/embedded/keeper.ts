import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { StartRefusal } from "../../start-refusal.ts";
import { connectClient, type DatabaseConfig, keepAlive } from "../config.ts";
import { codeOf, failureKind } from "../failures.ts";
import { createCluster, readPasswords, refusalFrom, roles } from "./cluster.ts";
import { isReady, type Places, port, postmasterPid } from "./places.ts";
import { type Postmaster, startPostmaster, stopPostmaster } from "./postmaster.ts";
import { findPrograms } from "./programs.ts";
import { chooseRunner } from "./runner.ts";

/**
 * Every attached process holds this lock, shared, on a connection of its own. Who can get it
 * exclusively is the last one and turns off the light. After kill -9 it is gone by itself.
 */
const attachedLock = 0x6b656e706f; // "kenpo"

export const configFor = (
  places: Places,
  role: keyof typeof roles,
  database: string,
): DatabaseConfig => ({
  host: places.socketFolder,
  port,
  user: roles[role],
  password: readPasswords(places)[role],
  database,
});

/** Null while no server answers, or while it starts or stops. */
const tryToHold = async (places: Places): Promise<pg.Client | null> => {
  let client: pg.Client | undefined;
  try {
    const config = configFor(places, "owner", "postgres");
    const options = { statementTimeoutMs: 0, lockTimeoutMs: 0 };
    client = await connectClient({ config, applicationName: "kenpo keeper", ...options });
    await client.query(`select pg_advisory_lock_shared(${attachedLock})`);
    // Holding is no work: it keeps no process from ending.
    keepAlive(client, false);
    return client;
  } catch (error) {
    await client?.end().catch(() => {});
    if (failureKind(error) === "unavailable") return null;
    if (codeOf(error) !== "28P01") throw error;
    throw new StartRefusal(
      "database-passwords",
      `The running database does not accept the passwords in ${places.passwords}: restore the file from a backup.`,
    );
  }
};

/** Another process starts the same server, or backends of a killed one are still ending. */
const comesToNothing = /lock file "[^"]*" already exists|pre-existing shared memory block/;

const start = (places: Places): Postmaster => {
  const runner = chooseRunner(places.dataFolder, places.cluster);
  return startPostmaster(runner, findPrograms(runner, places.dataFolder), places);
};

// Recovery after a crash reads up to max_wal_size (1 GB): give it time.
const patienceMs = 300_000;
const restMs = 10;
const sayAt = (patienceMs - 3_000) / restMs;

export type Held = { readonly client: pg.Client; readonly adopted: boolean };

/** Attaches to the running server, or starts it. @throws StartRefusal */
export const attach = async (places: Places, log: (line: string) => void): Promise<Held> => {
  let ours: Postmaster | null = null;
  for (let left = patienceMs / restMs; left > 0; left -= 1) {
    const client = !ours || isReady(places.cluster) ? await tryToHold(places) : null;
    if (client) return { client, adopted: ours?.pid !== postmasterPid(places.cluster) };
    if (ours && !ours.isRunning()) {
      const words = ours.words();
      if (!comesToNothing.test(words)) throw refusalFrom(words, "postgres");
      ours = null;
      await pause(100);
    }
    ours ??= start(places);
    if (left === sayAt)
      log(`waiting for PostgreSQL (it recovers, or ends elsewhere); see ${places.log}`);
    await pause(restMs);
  }
  throw new StartRefusal(
    "database-start",
    `PostgreSQL did not get ready in ${patienceMs / 1000} s; see ${places.log}`,
  );
};

/** Makes the cluster when there is none yet. */
export const ensureCluster = async (places: Places): Promise<void> => {
  if (existsSync(places.cluster)) return;
  const runner = chooseRunner(places.dataFolder, null);
  await createCluster(runner, findPrograms(runner, places.dataFolder), places);
};

/** Lets go, and stops the server when nobody else is attached. */
export const letGo = async (places: Places, { client }: Held): Promise<void> => {
  try {
    keepAlive(client, true);
    await client.query(`select pg_advisory_unlock_shared(${attachedLock})`);
    const answer = await client.query(`select pg_try_advisory_lock(${attachedLock}) as alone`);
    if (answer.rows[0].alone) await stopPostmaster(places);
  } catch (error) {
    if (failureKind(error) !== "unavailable") throw error;
  } finally {
    await client.end().catch(() => {});
  }
};
