import { sql } from "../../../platform/database/sql.ts";
import { type SweepSome, went } from "../../../platform/database/sweeping.ts";

/** Forms whose time was over by then. */
export const sweepKeptForms: SweepSome = (tx, { before, most }) =>
  went(
    tx.query(sql`
      with old as materialized (
        select account_id, token_hash, path from kept_form
         where society_id = ${tx.society} and expires_at < ${before}
         order by expires_at limit ${most} for update skip locked
      ), gone as (
        delete from kept_form k using old
         where k.society_id = ${tx.society} and k.account_id = old.account_id
           and k.token_hash = old.token_hash and k.path = old.path returning 1
      )
      select count(*)::int as count from gone`),
  );
