import type { Instant } from "../../../kernel/time.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { BatchKind } from "../types.ts";

/** A batch that was activated, and what became of its letters. */
export type BatchReport = {
  readonly number: number;
  readonly kind: BatchKind;
  readonly activatedAt: Instant;
  readonly total: number;
  readonly used: number;
  readonly active: number;
  readonly expired: number;
  readonly returned: number;
  /** A newer letter replaced it, or its holder had registered. */
  readonly replaced: number;
  /** Null: they were never kept, or are destroyed. */
  readonly fetchableUntil: Instant | null;
};

/** All batches of the society, the newest first. */
export const reportBatches = (tx: Tx, now: Instant): Promise<BatchReport[]> =>
  tx.query<BatchReport>(sql`
    select b.number, b.origin as kind, b.activated_at as "activatedAt",
      count(p.id)::int as total,
      count(*) filter (where p.state = 'used')::int as used,
      count(*) filter (where p.state = 'active' and p.expires_at > ${now})::int as active,
      count(*) filter (where p.state = 'active' and p.expires_at <= ${now})::int as expired,
      count(p.returned_at)::int as returned,
      count(*) filter (where p.state = 'void' and p.returned_at is null)::int as replaced,
      case when b.fetchable_until > ${now} and exists (select from letter_portion l
          where l.society_id = ${tx.society} and l.batch_id = b.id)
        then b.fetchable_until end as "fetchableUntil"
    from credential_batch b
    left join provisional_credential p on p.society_id = ${tx.society} and p.batch_id = b.id
    where b.society_id = ${tx.society} and b.state = 'activated'
    group by b.society_id, b.id
    order by b.activated_at desc, b.number desc`);
