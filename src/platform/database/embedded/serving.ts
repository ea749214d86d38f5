import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { connectClient, type DatabaseConfig, keepAlive } from "../config.ts";
import { failureKind } from "../failures.ts";

export type Claim =
  | { readonly ok: true; readonly release: () => Promise<void> }
  /** Another process serves this data. */
  | { readonly ok: false };

const servingLock = 0x73657276; // "serv"

/** Null when another process holds it. */
const tryToClaim = async (config: DatabaseConfig): Promise<pg.Client | null> => {
  const client = await connectClient({ config, applicationName: "kenpo serving" });
  const answer = await client.query(`select pg_try_advisory_lock(${servingLock}) as ours`);
  if (answer.rows[0].ours) return client;
  await client.end();
  return null;
};

// The backend of a process just killed with -9 holds its locks for another moment.
const tries = 20;

const claimWithPatience = async (
  config: DatabaseConfig,
  left = tries,
): Promise<pg.Client | null> => {
  const client = await tryToClaim(config);
  if (client || left <= 1) return client;
  await pause(50);
  return claimWithPatience(config, left - 1);
};

/** While the server restarts after a crash, and only as long as anybody wants the lock. */
const claimAfterCrash = async (
  config: DatabaseConfig,
  isWanted: () => boolean,
): Promise<pg.Client | null> => {
  while (isWanted()) {
    try {
      return await claimWithPatience(config);
    } catch (error) {
      if (failureKind(error) !== "unavailable") throw error;
      await pause(100);
    }
  }
  return null;
};

/**
 * The one serving process of this database holds a lock on a connection of its own.
 * @param onLost the lock went with a crash of the server and another process took it meanwhile
 */
export const claimServing = async (config: DatabaseConfig, onLost: () => void): Promise<Claim> => {
  const first = await claimWithPatience(config);
  if (!first) return { ok: false };
  let client = first;
  let released = false;
  const watch = () => {
    keepAlive(client, false);
    client.once("end", () => {
      if (!released) void claimAgain();
    });
  };
  const claimAgain = async () => {
    const next = await claimAfterCrash(config, () => !released).catch(() => null);
    if (!next) return released ? undefined : onLost();
    client = next;
    if (released) return client.end();
    watch();
  };
  watch();
  const release = async () => {
    released = true;
    keepAlive(client, true);
    await client.end();
  };
  return { ok: true, release };
};
