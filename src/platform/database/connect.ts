import pg from "pg";
import { stopwatch } from "../clock.ts";
import { connectionOptions, type Session } from "./config.ts";
import { isWaitOver, tooManyWait } from "./failures.ts";
import { type Connections, inSociety, outsideSocieties, readInSociety } from "./transaction.ts";
import type { Database } from "./types.ts";

/** How long a query waits for a connection, milliseconds, and how many may wait at a time. */
export type Patience = { readonly ms: number; readonly most: number };

export type Connecting = Session & {
  readonly maxConnections?: number;
  /** For pages: who waits too long is told to come again. Otherwise 10 s, and as many as there are. */
  readonly patience?: Patience;
};

/** How much of a pool is in use, for the operator. */
export type PoolFigures = {
  readonly most: number;
  readonly open: number;
  readonly idle: number;
  /** Queries that wait for a connection now. */
  readonly waiting: number;
  /** Connections handed out so far, and the seconds that were waited for them in all. */
  readonly taken: number;
  readonly waitedSeconds: number;
};

export type Connected = Database & { readonly pool: () => PoolFigures };

/** Waiting is measured where it happens: from the wish to the connection, a new one's making included. */
const counted = (pool: pg.Pool, most: number, mostWaiting: number) => {
  let [taken, waitedMs] = [0, 0];
  const connections: Connections = {
    connect: async () => {
      // Nobody queues who would be told to come again: a full house does not fill up further.
      if (pool.waitingCount >= mostWaiting) throw tooManyWait();
      const elapsed = stopwatch();
      try {
        return await pool.connect();
      } catch (error) {
        throw isWaitOver(error) && pool.totalCount >= most ? tooManyWait() : error;
      } finally {
        taken += 1;
        waitedMs += elapsed();
      }
    },
  };
  const figures = (): PoolFigures => ({
    most,
    open: pool.totalCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
    taken,
    waitedSeconds: waitedMs / 1000,
  });
  return { connections, figures };
};

/** A pool of pipelined connections. Nothing is sent until the first statement. */
export const connectDatabase = (connecting: Connecting): Connected => {
  const most = connecting.maxConnections ?? 10;
  const { patience } = connecting;
  const options = connectionOptions(connecting);
  const pool = new pg.Pool({
    ...options,
    connectionTimeoutMillis: patience?.ms ?? options.connectionTimeoutMillis,
    pipeline: true,
    max: most,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
  });
  // The statement that was running hears of the loss itself; an idle connection is just replaced.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const { connections, figures } = counted(pool, most, patience?.most ?? Number.POSITIVE_INFINITY);
  return {
    directory: (statement) => outsideSocieties(connections, statement),
    inSociety: (society, work) => inSociety(connections, society, work),
    read: (society, statements) => readInSociety(connections, society, statements),
    pool: figures,
    close: () => pool.end(),
  };
};
