import type { MemberId } from "../../kernel/ids.ts";
import { sql } from "../../platform/database/sql.ts";
import { type SweepSome, went } from "../../platform/database/sweeping.ts";
import type { Tx } from "../../platform/database/types.ts";

/** Ended and expired flows go after a while, with what was typed. */
export const sweepFlows: SweepSome = (tx, { before, most }) =>
  went(
    tx.query(sql`
      with old as materialized (
        select id from flow where society_id = ${tx.society} and expires_at < ${before}
         order by expires_at limit ${most} for update skip locked
      ), tokens as (
        delete from flow_token where society_id = ${tx.society}
          and flow_id = any (array(select id from old))
      ), gone as (
        delete from flow where society_id = ${tx.society}
          and id = any (array(select id from old)) returning 1
      )
      select count(*)::int as count from gone`),
  );

/** Everything of members who go. */
export const forgetFlows = (tx: Tx, members: readonly MemberId[]): void =>
  tx.write(sql`
    with old as materialized (
      select id from flow
       where society_id = ${tx.society} and member_id = any (${members}::uuid[])
    ), tokens as (
      delete from flow_token where society_id = ${tx.society}
        and flow_id = any (array(select id from old))
    )
    delete from flow where society_id = ${tx.society} and id = any (array(select id from old))`);
