import pg from "pg";
import { connectionOptions, type Session } from "./config.ts";
import { inSociety, outsideSocieties, readInSociety } from "./transaction.ts";
import type { Database } from "./types.ts";

export type Connecting = Session & { readonly maxConnections?: number };

/** A pool of pipelined connections. Nothing is sent until the first statement. */
export const connectDatabase = (connecting: Connecting): Database => {
  const pool = new pg.Pool({
    ...connectionOptions(connecting),
    pipeline: true,
    max: connecting.maxConnections ?? 10,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
  });
  // The statement that was running hears of the loss itself; an idle connection is just replaced.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return {
    directory: (statement) => outsideSocieties(pool, statement),
    inSociety: (society, work) => inSociety(pool, society, work),
    read: (society, statements) => readInSociety(pool, society, statements),
    close: () => pool.end(),
  };
};
