import { sql } from "../../../platform/database/sql.ts";
import { type Old, went } from "../../../platform/database/sweeping.ts";
import type { Database } from "../../../platform/database/types.ts";

/** Windows that were over, or taken back, long ago: the audit facts still tell of them. */
export const sweepWindows = (database: Database, { before, most }: Old): Promise<number> =>
  went(
    database.directory(sql`
      with gone as (
        delete from maintenance_window where id = any (array(
          select id from maintenance_window where ends_at < ${before} limit ${most})) returning 1
      )
      select count(*)::int as count from gone`),
  );
