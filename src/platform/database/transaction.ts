import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { asId, type SocietyId } from "../../kernel/ids.ts";
import { codeOf, failureKind, isServerError } from "./failures.ts";
import type { Sql, SqlValue } from "./sql.ts";
import type { Tx } from "./types.ts";

type Answer = pg.QueryResult;

/** Statements sent one after another without waiting; the server answers in the same order. */
type Pipeline = {
  readonly send: (statement: Sql | string) => Promise<Answer>;
  /** What the server refused first: everything after it only says "transaction is aborted". */
  readonly firstFailure: () => unknown;
};

const isValue = (value: SqlValue) =>
  value === null ||
  typeof value === "string" ||
  typeof value === "number" ||
  typeof value === "boolean" ||
  value instanceof Uint8Array ||
  (Array.isArray(value) && value.every((entry) => typeof entry === "string"));

// pg skips a statement whose value it cannot write, and the COMMIT sent behind it would succeed.
const checkValues = ({ text, values }: Sql) => {
  const wrong = values.findIndex((value) => !isValue(value));
  if (wrong >= 0) throw new TypeError(`$${wrong + 1} is no SQL value in: ${text}`);
};

type Wire = { readonly cork: () => void; readonly uncork: () => void };
type Wired = { readonly connection: { readonly stream: Wire } };

/** What is sent before anything is waited for leaves in one write: each is a call of the system. */
const gathering = (client: pg.PoolClient) => {
  const { stream } = (client as unknown as Wired).connection;
  let isOpen = false;
  return () => {
    if (isOpen) return;
    isOpen = true;
    stream.cork();
    // After the microtasks: a transaction goes on in them until it waits for an answer.
    process.nextTick(() => {
      isOpen = false;
      stream.uncork();
    });
  };
};

const openPipeline = (client: pg.PoolClient): Pipeline => {
  let failure: unknown;
  const gather = gathering(client);
  const send = (statement: Sql | string): Promise<Answer> => {
    if (typeof statement !== "string") checkValues(statement);
    gather();
    const answer = client.query(statement as pg.QueryConfig).catch((error: unknown) => {
      failure ??= error;
      throw error;
    });
    // Whoever does not wait for it hears of it from the commit.
    answer.catch(() => {});
    return answer;
  };
  return { send, firstFailure: () => failure };
};

const rowsOf = <Row>(answer: Promise<Answer>): Promise<Row[]> => {
  const rows = answer.then((done) => done.rows as Row[]);
  rows.catch(() => {});
  return rows;
};

const transactionOf = (society: SocietyId, pipeline: Pipeline) => {
  let over = false;
  const send = (statement: Sql) => {
    if (over) throw new Error("this transaction is over; was a query not awaited?");
    return pipeline.send(statement);
  };
  const tx: Tx = {
    society,
    query: <Row>(statement: Sql) => rowsOf<Row>(send(statement)),
    one: <Row>(statement: Sql) => {
      const row = rowsOf<Row>(send(statement)).then((rows) => rows[0]);
      row.catch(() => {});
      return row;
    },
    write: (statement) => {
      void send(statement);
    },
  };
  const finish = () => {
    over = true;
  };
  return { tx, finish };
};

const begin = (society: SocietyId, mode: "" | " READ ONLY") =>
  `BEGIN${mode}; SET LOCAL app.society_id = '${asId<"society">(society)}'`;

// The server answers COMMIT of an aborted transaction with ROLLBACK, and calls that a success.
const commit = async ({ send, firstFailure }: Pipeline) => {
  const answer = await send("COMMIT");
  if (answer.command !== "COMMIT")
    throw firstFailure() ?? new Error("the transaction was rolled back");
};

/** What hands out connections and takes them back. */
export type Connections = { readonly connect: () => Promise<pg.PoolClient> };

/** Runs `work` on a connection of the pool, which gets back what is still usable. */
const onClient = async <T>(
  pool: Connections,
  work: (pipeline: Pipeline) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect();
  const pipeline = openPipeline(client);
  let broken = false;
  try {
    return await work(pipeline);
  } catch (thrown) {
    await client.query("ROLLBACK").catch(() => {
      broken = true;
    });
    const failure = pipeline.firstFailure();
    if (failure && !isServerError(failure)) broken = true;
    if (hasStalePlan(failure)) broken = true;
    throw failure && isOfDatabase(thrown) ? failure : thrown;
  } finally {
    client.release(broken);
  }
};

// What the work throws by itself is passed on as it is.
const isOfDatabase = (thrown: unknown) => isServerError(thrown) || failureKind(thrown) !== "other";

// A migration changed a table under a statement that this connection had prepared before.
const hasStalePlan = (error: unknown) =>
  codeOf(error) === "0A000" && (error as { routine?: string }).routine === "RevalidateCachedQuery";

const isWorthRetrying = (error: unknown) =>
  codeOf(error) === "40001" || codeOf(error) === "40P01" || hasStalePlan(error);

const attempts = 4;

const retrying = async <T>(work: () => Promise<T>, attempt = 1): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (attempt >= attempts || !isWorthRetrying(error)) throw error;
    // At once it would take its first lock again before the other one wakes up, and meet it anew.
    await pause(attempt * (20 + Math.random() * 30));
    return retrying(work, attempt + 1);
  }
};

/** The work in one society's transaction; again, up to 3 times, after a deadlock or the like. */
export const inSociety = <T>(
  pool: Connections,
  society: SocietyId,
  work: (tx: Tx) => Promise<T>,
): Promise<T> =>
  retrying(() =>
    onClient(pool, async (pipeline) => {
      void pipeline.send(begin(society, ""));
      const { tx, finish } = transactionOf(society, pipeline);
      try {
        const result = await work(tx);
        finish();
        await commit(pipeline);
        return result;
      } finally {
        finish();
      }
    }),
  );

/** Several reads, one round trip. */
export const readInSociety = (
  pool: Connections,
  society: SocietyId,
  statements: readonly Sql[],
): Promise<unknown[][]> =>
  retrying(() =>
    onClient(pool, async (pipeline) => {
      void pipeline.send(begin(society, " READ ONLY"));
      const answers = statements.map((statement) => rowsOf<unknown>(pipeline.send(statement)));
      await commit(pipeline);
      return Promise.all(answers);
    }),
  );

/** One statement by itself. */
export const outsideSocieties = <Row>(pool: Connections, statement: Sql): Promise<Row[]> =>
  retrying(() => onClient(pool, (pipeline) => rowsOf<Row>(pipeline.send(statement))));
