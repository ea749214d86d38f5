import type { AccountId } from "../../../kernel/ids.ts";
import { sql } from "../../../platform/database/sql.ts";
import { type Old, went } from "../../../platform/database/sweeping.ts";
import type { Database, Tx } from "../../../platform/database/types.ts";

/**
 * Challenges that were answered before. Nothing skips locked rows here: the app may not UPDATE them, as
 * a lock asks.
 */
export const sweepChallenges = (database: Database, { before, most }: Old): Promise<number> =>
  went(
    database.directory(sql`
      with gone as (
        delete from passkey_challenge where ctid = any (array(
          select ctid from passkey_challenge where used_at < ${before}
           limit ${most})) returning 1
      )
      select count(*)::int as count from gone`),
  );

/** All that accounts that go have enrolled: each method's own rows go with their header. */
export const forgetFactors = (tx: Tx, accounts: readonly AccountId[]): void => {
  tx.write(sql`
    delete from passkey_directory
     where society_id = ${tx.society} and factor_id = any (array(
       select id from factor
        where society_id = ${tx.society} and account_id = any (${accounts}::uuid[])))`);
  tx.write(sql`
    delete from factor
     where society_id = ${tx.society} and account_id = any (${accounts}::uuid[])`);
};
