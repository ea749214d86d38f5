import type { Id } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { BatchId, BatchKind } from "../types.ts";

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

export type KeptBatch = {
  readonly id: BatchId;
  readonly number: number;
  readonly kind: BatchKind;
  readonly hasCovers: boolean;
  /** When it was begun: the day that its letters bear. */
  readonly preparedAt: Instant;
  readonly fetchableUntil: Instant | null;
};

/** The batch of that number, or the last one that was issued. */
export const keptBatch = (tx: Tx, number: number | null): Promise<KeptBatch | undefined> =>
  tx.one<KeptBatch>(sql`
    select id, number, origin as kind, has_covers as "hasCovers", prepared_at as "preparedAt",
      fetchable_until as "fetchableUntil"
    from credential_batch
    where society_id = ${tx.society} and state = 'activated'
      and (number = ${number}::integer or (${number}::integer is null and origin = 'issued'))
    order by number desc nulls last limit 1`);

/** The next portions of a batch that may still be fetched. */
export const portionsAfter = (
  tx: Tx,
  { batchId, now }: { readonly batchId: BatchId; readonly now: Instant },
  { last, most }: { readonly last: number; readonly most: number },
): Promise<SealedPortion[]> =>
  tx.query<SealedPortion>(sql`
    select id, batch_id as "batchId", number, sealed from letter_portion
    where society_id = ${tx.society} and batch_id = ${batchId} and number > ${last}
      and destroy_at > ${now}
    order by number limit ${most}`);

/** Of these letters, those that still open a registration. */
export const stillActive = async (
  tx: Tx,
  ids: readonly Id<"credential">[],
  now: Instant,
): Promise<ReadonlySet<string>> => {
  const rows = await tx.query<{ id: string }>(sql`
    select id from provisional_credential
    where society_id = ${tx.society} and id = any (${ids}::uuid[]) and state = 'active'
      and expires_at > ${now}`);
  return new Set(rows.map(({ id }) => id));
};

/** Portions that another key sealed, locked: a sweep waits for the moment of a batch. */
export const lockPortionsOfOtherKeys = (
  tx: Tx,
  { keyId, after, most }: { keyId: string; after: string; most: number },
): Promise<readonly SealedPortion[]> =>
  tx.query<SealedPortion>(sql`
    select id, batch_id as "batchId", number, sealed from letter_portion
    where society_id = ${tx.society} and id > ${after}
      and not starts_with(sealed, ${keyId} || '.')
    order by id limit ${most} for update`);

export const rewritePortions = (tx: Tx, portions: readonly SealedPortion[]): void =>
  tx.write(sql`
    update letter_portion p set sealed = one.sealed
    from unnest(${portions.map(({ id }) => id)}::uuid[],
      ${portions.map(({ sealed }) => sealed)}::text[]) as one (id, sealed)
    where p.society_id = ${tx.society} and p.id = one.id`);
