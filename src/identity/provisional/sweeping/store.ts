import type { MemberId } from "../../../kernel/ids.ts";
import { sql } from "../../../platform/database/sql.ts";
import { type SweepSome, went } from "../../../platform/database/sweeping.ts";
import type { Tx } from "../../../platform/database/types.ts";

/**
 * Letters whose registration was done, that a newer one replaced, or that expired, so long ago that
 * nobody need be told why they do not work. Their IDs are free again.
 */
export const sweepEnded: SweepSome = (tx, { before, most }) =>
  went(
    tx.query(sql`
      with old as materialized (
        select id from provisional_credential
         where society_id = ${tx.society} and ends_at < ${before} and state <> 'prepared'
         order by ends_at limit ${most} for update skip locked
      ), issued_ids as (
        delete from login_directory where society_id = ${tx.society} and kind = 'provisional'
          and target_id = any (array(select id from old))
      ), gone as (
        delete from provisional_credential where society_id = ${tx.society}
          and id = any (array(select id from old)) returning 1
      )
      select count(*)::int as count from gone`),
  );

/** Batches of which no letter is left. */
export const sweepBatches: SweepSome = (tx, { before, most }) =>
  went(
    tx.query(sql`
      with gone as (
        delete from credential_batch where society_id = ${tx.society} and id = any (array(
          select b.id from credential_batch b
           where b.society_id = ${tx.society} and b.activated_at < ${before}
             and not exists (select from provisional_credential p
               where p.society_id = ${tx.society} and p.batch_id = b.id)
           order by b.activated_at limit ${most} for update skip locked)) returning 1
      )
      select count(*)::int as count from gone`),
  );

/** Everything of members who go. */
export const forgetLetters = (tx: Tx, members: readonly MemberId[]): void =>
  tx.write(sql`
    with old as materialized (
      select id from provisional_credential
       where society_id = ${tx.society} and member_id = any (${members}::uuid[])
    ), issued_ids as (
      delete from login_directory where society_id = ${tx.society} and kind = 'provisional'
        and target_id = any (array(select id from old))
    )
    delete from provisional_credential
     where society_id = ${tx.society} and id = any (array(select id from old))`);

/** What was kept sealed to print letters again, from the instant on that each names for itself. */
export const sweepPortions: SweepSome = (tx, { before, most }) =>
  went(
    tx.query(sql`
      with gone as (
        delete from letter_portion where society_id = ${tx.society} and id = any (array(
          select id from letter_portion
           where society_id = ${tx.society} and destroy_at <= ${before}
           order by destroy_at limit ${most} for update skip locked)) returning 1
      )
      select count(*)::int as count from gone`),
  );
