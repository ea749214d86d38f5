import { sql } from "../../../platform/database/sql.ts";
import { type Old, went } from "../../../platform/database/sweeping.ts";
import type { Database } from "../../../platform/database/types.ts";

/** Askings, and with them what their mails' buttons lead to. */
export const sweepRequests = (database: Database, { before, most }: Old): Promise<number> =>
  went(
    database.directory(sql`
      with gone as (
        delete from recovery_request where ctid = any (array(
          select ctid from recovery_request where at < ${before}
           limit ${most} for update skip locked)) returning 1
      )
      select count(*)::int as count from gone`),
  );
