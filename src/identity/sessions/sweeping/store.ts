import type { AccountId } from "../../../kernel/ids.ts";
import { sql } from "../../../platform/database/sql.ts";
import { type SweepSome, went } from "../../../platform/database/sweeping.ts";
import type { Tx } from "../../../platform/database/types.ts";

/** Sessions that were over by then at the latest, with what is left of their tokens. */
export const sweepSessions: SweepSome = (tx, { before, most }) =>
  went(
    tx.query(sql`
      with old as materialized (
        select id from session where society_id = ${tx.society} and ends_at < ${before}
         order by ends_at limit ${most} for update skip locked
      ), tokens as (
        delete from session_token where society_id = ${tx.society}
          and session_id = any (array(select id from old))
      ), gone as (
        delete from session where society_id = ${tx.society}
          and id = any (array(select id from old)) returning 1
      )
      select count(*)::int as count from gone`),
  );

/** Browsers that nobody signed in at since then. */
export const sweepBrowsers: SweepSome = (tx, { before, most }) =>
  went(
    tx.query(sql`
      with old as materialized (
        select account_id, browser_hash from known_browser
         where society_id = ${tx.society} and seen_at < ${before}
         order by seen_at limit ${most} for update skip locked
      ), gone as (
        delete from known_browser k using old
         where k.society_id = ${tx.society} and k.account_id = old.account_id
           and k.account_id = any (array(select account_id from old))
           and k.browser_hash = old.browser_hash returning 1
      )
      select count(*)::int as count from gone`),
  );

/** Everything of accounts that go. */
export const forgetSessions = (tx: Tx, accounts: readonly AccountId[]): void => {
  tx.write(sql`
    delete from session_token where society_id = ${tx.society} and session_id = any (array(
      select id from session
       where society_id = ${tx.society} and account_id = any (${accounts}::uuid[])))`);
  tx.write(sql`
    delete from session
     where society_id = ${tx.society} and account_id = any (${accounts}::uuid[])`);
  tx.write(sql`
    delete from known_browser
     where society_id = ${tx.society} and account_id = any (${accounts}::uuid[])`);
};
