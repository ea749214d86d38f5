import { sql } from "../../../platform/database/sql.ts";
import { type Old, went } from "../../../platform/database/sweeping.ts";
import type { Database } from "../../../platform/database/types.ts";

/** Wrong passwords in a row that ended long ago, locks that are over. */
export const sweepCounters = (database: Database, { before, most }: Old): Promise<number> =>
  went(
    database.directory(sql`
      with gone as (
        delete from sign_in_counter where ctid = any (array(
          select ctid from sign_in_counter where last_wrong_at < ${before}
            and (locked_until is null or locked_until < ${before})
           limit ${most} for update skip locked)) returning 1
      )
      select count(*)::int as count from gone`),
  );

/** Failed tries of one kind. Nothing skips locked rows here: the app may not UPDATE them, as a lock asks. */
export const sweepTries = (
  database: Database,
  { kind, before, most }: Old & { readonly kind: "sign-in" | "proof" },
): Promise<number> =>
  went(
    database.directory(sql`
      with gone as (
        delete from failed_try where ctid = any (array(
          select ctid from failed_try where kind = ${kind} and at < ${before}
           limit ${most})) returning 1
      )
      select count(*)::int as count from gone`),
  );

/** Locks that nobody could be told of: days later the news would only puzzle. */
export const sweepNotices = (database: Database, { before, most }: Old): Promise<number> =>
  went(
    database.directory(sql`
      with gone as (
        delete from lock_notice where ctid = any (array(
          select ctid from lock_notice where locked_at < ${before}
           limit ${most})) returning 1
      )
      select count(*)::int as count from gone`),
  );
