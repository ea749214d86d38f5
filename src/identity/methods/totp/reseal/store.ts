import { sql } from "../../../../platform/database/sql.ts";
import type { Tx } from "../../../../platform/database/types.ts";

export type SealedSeed = { readonly id: string; readonly seed: string };

/** Devices whose seeds another key than this one sealed, locked. */
export const lockSeedsOfOtherKeys = (
  tx: Tx,
  { keyId, after, most }: { keyId: string; after: string; most: number },
): Promise<readonly SealedSeed[]> =>
  tx.query<SealedSeed>(sql`
    select factor_id as id, seed from totp_device
    where society_id = ${tx.society} and factor_id > ${after}
      and not starts_with(seed, ${keyId} || '.')
    order by factor_id limit ${most} for update`);

export const rewriteSeeds = (tx: Tx, seeds: readonly SealedSeed[]): void =>
  tx.write(sql`
    update totp_device d set seed = one.seed
    from jsonb_to_recordset(${JSON.stringify(seeds)}::jsonb) as one (id uuid, seed text)
    where d.society_id = ${tx.society} and d.factor_id = one.id`);
