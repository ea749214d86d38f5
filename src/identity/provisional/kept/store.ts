import type { Id } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { BatchId } from "../types.ts";

export type SealedPortion = {
  readonly id: Id<"letter-portion">;
  readonly batchId: BatchId;
  readonly number: number;
  readonly sealed: string;
};

export const keepPortion = (
  tx: Tx,
  { id, batchId, number, sealed }: SealedPortion,
  destroyAt: Instant,
): void =>
  tx.write(sql`
    insert into letter_portion (society_id, id, batch_id, number, sealed, destroy_at)
    values (${tx.society}, ${id}, ${batchId}, ${number}, ${sealed}, ${destroyAt})`);

/** Letters that cannot be fetched any more. Awaited with the commit. */
export const sweepLetters = (tx: Tx, now: Instant): void =>
  tx.write(sql`
    delete from letter_portion where society_id = ${tx.society} and destroy_at <= ${now}`);
