import type { MemberId } from "../../kernel/ids.ts";
import { sql } from "../../platform/database/sql.ts";
import { type SweepSome, went } from "../../platform/database/sweeping.ts";
import type { Tx } from "../../platform/database/types.ts";

/** Mails that were settled by then: sent, failed or bounced. A report that comes later finds none. */
export const sweepMails: SweepSome = (tx, { before, most }) =>
  went(
    tx.query(sql`
      with gone as (
        delete from mail where society_id = ${tx.society} and state <> 'queued'
          and id = any (array(
            select id from mail where society_id = ${tx.society} and settled_at < ${before}
             order by settled_at limit ${most} for update skip locked)) returning 1
      )
      select count(*)::int as count from gone`),
  );

/** Everything of members who go. */
export const forgetMails = (tx: Tx, members: readonly MemberId[]): void =>
  tx.write(sql`
    with old as materialized (
      select id from mail
       where society_id = ${tx.society} and member_id = any (${members}::uuid[])
    ), queued as (
      delete from mail_queue where society_id = ${tx.society}
        and mail_id = any (array(select id from old))
    )
    delete from mail where society_id = ${tx.society} and id = any (array(select id from old))`);
