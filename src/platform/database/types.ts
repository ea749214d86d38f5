import type { SocietyId } from "../../kernel/ids.ts";
import type { Sql } from "./sql.ts";

/** Inside one society's transaction: row security shows that society's rows and no others. */
export type Tx = {
  readonly society: SocietyId;
  /** Sends now (pipelined), answers with the rows. */
  readonly query: <Row>(statement: Sql) => Promise<Row[]>;
  /** The first row, or undefined. */
  readonly one: <Row>(statement: Sql) => Promise<Row | undefined>;
  /**
   * Sends now and does not wait: the answer is awaited with the commit, so that any number of
   * writes and the commit cost one round trip. A failure fails the whole transaction.
   */
  readonly write: (statement: Sql) => void;
};

export type Database = {
  /** For directory tables and fixed functions only, before the society is known. One round trip. */
  readonly directory: <Row>(statement: Sql) => Promise<Row[]>;
  /** `BEGIN; SET LOCAL app.society_id`, the work, `COMMIT`. Throws roll back. */
  readonly inSociety: <T>(society: SocietyId, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Reads several statements in one transaction and one round trip. */
  readonly read: (society: SocietyId, statements: readonly Sql[]) => Promise<unknown[][]>;
  readonly close: () => Promise<void>;
};
