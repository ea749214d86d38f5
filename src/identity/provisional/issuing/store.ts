import type { MemberId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { BatchId, Holder } from "../types.ts";

/** Whose letter works nowhere, and its number. */
export type PassedOver = { readonly number: number; readonly holder: Holder };

type Row = Omit<Holder, "id"> & { readonly id: MemberId; readonly number: number };

/**
 * Whoever registered while the letters were being prepared: theirs are printed, and must not let
 * anybody in again. Answers whose they are.
 */
export const voidOfRegistered = async (
  tx: Tx,
  { batchId, now }: { readonly batchId: BatchId; readonly now: Instant },
): Promise<readonly PassedOver[]> => {
  const rows = await tx.query<Row>(sql`
    with registered as (
      update provisional_credential p set state = 'void', issued_at = ${now}, voided_at = ${now}
      from account a
      where p.society_id = ${tx.society} and p.batch_id = ${batchId} and p.state = 'prepared'
        and a.society_id = ${tx.society} and a.member_id = p.member_id
      returning p.member_id, p.number
    )
    select r.number, m.id, m.symbol, m.member_number as "memberNumber",
      m.branch_number as "branchNumber", m.name
    from registered r join member m on m.society_id = ${tx.society} and m.id = r.member_id
    order by r.number`);
  return rows.map(({ number, ...holder }) => ({ number, holder }));
};
