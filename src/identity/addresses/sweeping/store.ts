import type { AccountId } from "../../../kernel/ids.ts";
import { sql } from "../../../platform/database/sql.ts";
import { type SweepSome, went } from "../../../platform/database/sweeping.ts";
import type { Tx } from "../../../platform/database/types.ts";
import { linkKind } from "../store.ts";

/** Changes that nobody can undo any more: until then the page of the button says so. */
export const sweepChanges: SweepSome = (tx, { before, most }) =>
  went(
    tx.query(sql`
      with old as materialized (
        select id from address_change
         where society_id = ${tx.society} and expires_at < ${before}
         order by expires_at limit ${most} for update skip locked
      ), links as (
        delete from link_token where society_id = ${tx.society} and kind = ${linkKind}
          and target_id = any (array(select id from old))
      ), gone as (
        delete from address_change where society_id = ${tx.society}
          and id = any (array(select id from old)) returning 1
      )
      select count(*)::int as count from gone`),
  );

/** Everything of accounts that go. */
export const forgetChanges = (tx: Tx, accounts: readonly AccountId[]): void =>
  tx.write(sql`
    with old as materialized (
      select id from address_change
       where society_id = ${tx.society} and account_id = any (${accounts}::uuid[])
    ), links as (
      delete from link_token where society_id = ${tx.society} and kind = ${linkKind}
        and target_id = any (array(select id from old))
    )
    delete from address_change
     where society_id = ${tx.society} and id = any (array(select id from old))`);
