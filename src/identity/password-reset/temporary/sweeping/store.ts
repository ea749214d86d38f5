import { sql } from "../../../../platform/database/sql.ts";
import { type SweepSome, went } from "../../../../platform/database/sweeping.ts";

/** 仮パスワード of mails, used or not, whose time was over by then; until then a sign-in says so. */
export const sweepTemporary: SweepSome = (tx, { before, most }) =>
  went(
    tx.query(sql`
      with old as materialized (
        select account_id from temporary_password
         where society_id = ${tx.society} and expires_at < ${before}
         order by expires_at limit ${most} for update skip locked
      ), gone as (
        delete from temporary_password where society_id = ${tx.society}
          and account_id = any (array(select account_id from old)) returning 1
      )
      select count(*)::int as count from gone`),
  );
