import { sql } from "../../platform/database/sql.ts";
import { type SweepSome, went } from "../../platform/database/sweeping.ts";

/** Runs of imports that were finished by then. Few rows: no index of their own. */
export const sweepRuns: SweepSome = (tx, { before, most }) =>
  went(
    tx.query(sql`
      with gone as (
        delete from import_run where society_id = ${tx.society} and id = any (array(
          select id from import_run
           where society_id = ${tx.society} and finished_at < ${before}
           order by finished_at limit ${most})) returning 1
      )
      select count(*)::int as count from gone`),
  );
