import type { FactorId } from "../../../../kernel/ids.ts";
import { sql } from "../../../../platform/database/sql.ts";
import type { Tx } from "../../../../platform/database/types.ts";

export type SealedCodes = { readonly id: FactorId; readonly codes: string };

/** Rows that another key than this one sealed, locked. */
export const lockCodesOfOtherKeys = (
  tx: Tx,
  { keyId, after, most }: { keyId: string; after: string; most: number },
): Promise<readonly SealedCodes[]> =>
  tx.query<SealedCodes>(sql`
    select factor_id as id, codes from recovery_codes
     where society_id = ${tx.society} and factor_id > ${after}
       and not starts_with(codes, ${keyId} || '.')
     order by factor_id limit ${most} for update`);

export const rewriteSealedCodes = (tx: Tx, rows: readonly SealedCodes[]): void =>
  tx.write(sql`
    update recovery_codes c set codes = one.codes
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one (id uuid, codes text)
    where c.society_id = ${tx.society} and c.factor_id = one.id`);
