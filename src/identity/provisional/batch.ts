import { newId, type SocietyId } from "../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import { type Clock, epochMsOf, type Instant } from "../../kernel/time.ts";
import type { Passwords } from "../../platform/crypto/passwords.ts";
import type { Database, Tx } from "../../platform/database/types.ts";
import type { ListFile } from "./list-file.ts";
import { batchState, lockOlderLetters, openBatch, sweepPrepared } from "./store.ts";
import type { Batch, BatchId, BatchKind } from "./types.ts";

export type Means = {
  readonly database: Database;
  readonly clock: Clock;
  readonly passwords: Passwords;
};

/** What goes through a batch: letters of ours, or what a society brings. */
export type Work = {
  readonly society: SocietyId;
  readonly kind: BatchKind;
  /** Until when its letters can be fetched again; null: they are not kept. */
  readonly fetchableUntil: Instant | null;
  /** Its sheets are in the order of workplaces, with covers. */
  readonly hasCovers: boolean;
  readonly file: Pick<ListFile, "finish" | "discard">;
  /** Prepares the letters and lists them. Answers how many. */
  readonly prepare: (batch: Batch) => Promise<number>;
  /**
   * What the letters work by, in one transaction that has locked all older letters of their members.
   * False: the batch is not there, nothing happened.
   */
  readonly activate: (tx: Tx, batchId: BatchId, now: Instant) => Promise<boolean>;
};

type Stores = Pick<Means, "database" | "clock">;

const begin = async (
  { database, clock }: Stores,
  { society, kind, fetchableUntil, hasCovers }: Work,
): Promise<Batch> => {
  const now = clock.now();
  const id = newId<"batch">(epochMsOf(now));
  const number = await database.inSociety(society, async (tx) => {
    await sweepPrepared(tx);
    return openBatch(tx, { id, kind, now, fetchableUntil, hasCovers });
  });
  return { id, number };
};

/** Its own letters only: another run may have taken over since the lock's connection died. */
const giveUp = async ({ database }: Stores, { society, file }: Work, batchId: BatchId) => {
  await file.discard();
  await database.inSociety(society, (tx) => sweepPrepared(tx, batchId));
};

/** Prepares the letters and finishes their file; nothing of it stays when that fails. */
const write = async (stores: Stores, work: Work, batch: Batch): Promise<Result<number>> => {
  try {
    const count = await work.prepare(batch);
    const finished = count === 0 ? refuse("nobody") : await work.file.finish();
    if (finished.ok) return ok(count);
    await giveUp(stores, work, batch.id);
    return finished;
  } catch (error) {
    await giveUp(stores, work, batch.id).catch(() => {});
    throw error;
  }
};

/** The database decides whether the letters work, also where its answer to COMMIT was lost. */
const switchOn = async (stores: Stores, work: Work, batchId: BatchId): Promise<boolean> => {
  const { database, clock } = stores;
  const { society, activate } = work;
  const now = clock.now();
  try {
    return await database.inSociety(society, (tx) => {
      lockOlderLetters(tx, batchId);
      return activate(tx, batchId, now);
    });
  } catch (error) {
    const state = await database.inSociety(society, (tx) => batchState(tx, batchId));
    if (state === "activated") return true;
    if (state === undefined) return false;
    await giveUp(stores, work, batchId);
    throw error;
  }
};

/**
 * A batch is prepared, its files written, then all of it activated in one transaction, which alone
 * voids older letters of the same members. Whatever breaks before that leaves those as they are.
 *
 * Refuses with `nobody` (no letter), `file-exists`, or `batch-lost` (another run swept it).
 * To be run under `holdIssueLock`.
 */
export const throughBatch = async (
  stores: Stores,
  work: Work,
): Promise<Result<{ readonly batch: Batch; readonly count: number }>> => {
  const batch = await begin(stores, work).catch(async (error) => {
    await work.file.discard();
    throw error;
  });
  const written = await write(stores, work, batch);
  if (!written.ok) return written;
  if (!(await switchOn(stores, work, batch.id))) {
    await work.file.discard();
    return refuse("batch-lost");
  }
  return ok({ batch, count: written.value });
};
