import type { SocietyId } from "../../kernel/ids.ts";
import type { Database, Tx } from "../database/types.ts";
import type { Secrets } from "./types.ts";

export type Resealing = {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly society: SocietyId;
  /** Counts, and changes nothing. */
  readonly isRehearsal: boolean;
};

export type Resealed = {
  readonly resealed: number;
  /** Sealed by a key that is not known any more, or altered: left as it is. */
  readonly unreadable: number;
};

type Sealed = { readonly id: string };

export type Room<Row extends Sealed> = {
  /** Rows that another key sealed, in the order of their ids, locked until the commit. */
  readonly lock: (
    tx: Tx,
    batch: { readonly keyId: string; readonly after: string; readonly most: number },
  ) => Promise<readonly Row[]>;
  /** @throws when it cannot be opened */
  readonly reseal: (row: Row) => Row;
  readonly rewrite: (tx: Tx, rows: readonly Row[]) => void;
};

/** Rows of one transaction: whoever wants one of them waits no longer than a moment. */
const mostRows = 200;

const readable = <Row extends Sealed>(rows: readonly Row[], reseal: (row: Row) => Row): Row[] =>
  rows.flatMap((row) => {
    try {
      return [reseal(row)];
    } catch {
      return [];
    }
  });

/** Goes through one society's rows while the portal serves. A second time finds nothing. */
export const resealInBatches = async <Row extends Sealed>(
  { database, secrets, society, isRehearsal }: Resealing,
  { lock, reseal, rewrite }: Room<Row>,
): Promise<Resealed> => {
  let [resealed, unreadable] = [0, 0];
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const from = after;
    const { rows, done } = await database.inSociety(society, async (tx) => {
      const rows = await lock(tx, { keyId: secrets.keyId, after: from, most: mostRows });
      const done = readable(rows, reseal);
      if (done.length > 0 && !isRehearsal) rewrite(tx, done);
      return { rows, done };
    });
    resealed += done.length;
    unreadable += rows.length - done.length;
    const last = rows.at(-1);
    if (!last || rows.length < mostRows) return { resealed, unreadable };
    after = last.id;
  }
};
