import type { MemberId } from "../../../kernel/ids.ts";
import { sql } from "../../../platform/database/sql.ts";
import { type SweepSome, went } from "../../../platform/database/sweeping.ts";
import type { Tx } from "../../../platform/database/types.ts";
import { linkKinds } from "../store.ts";

/** The mails of flows that expired, with their buttons. To be swept before the flows themselves. */
export const sweepChecks: SweepSome = (tx, { before, most }) =>
  went(
    tx.query(sql`
      with old as materialized (
        select c.id from flow f
          join mail_check c on c.society_id = ${tx.society} and c.flow_id = f.id
         where f.society_id = ${tx.society} and f.expires_at < ${before}
         limit ${most} for update of c skip locked
      ), links as (
        delete from link_token where society_id = ${tx.society} and kind = any (${linkKinds})
          and target_id = any (array(select id from old))
      ), gone as (
        delete from mail_check where society_id = ${tx.society}
          and id = any (array(select id from old)) returning 1
      )
      select count(*)::int as count from gone`),
  );

/** Everything of members who go. To be called before their flows go. */
export const forgetChecks = (tx: Tx, members: readonly MemberId[]): void => {
  tx.write(sql`
    with old as materialized (
      select c.id from flow f
        join mail_check c on c.society_id = ${tx.society} and c.flow_id = f.id
       where f.society_id = ${tx.society} and f.member_id = any (${members}::uuid[])
    ), links as (
      delete from link_token where society_id = ${tx.society} and kind = any (${linkKinds})
        and target_id = any (array(select id from old))
    )
    delete from mail_check
     where society_id = ${tx.society} and id = any (array(select id from old))`);
};
