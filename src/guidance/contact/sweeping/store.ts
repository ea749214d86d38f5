import { sql } from "../../../platform/database/sql.ts";
import { type SweepSome, went } from "../../../platform/database/sweeping.ts";

/** Messages that count for no limit any more, and whose form nobody presses twice. */
export const sweepContacts: SweepSome = (tx, { before, most }) =>
  went(
    tx.query(sql`
      with gone as (
        delete from contact_message where society_id = ${tx.society} and id = any (array(
          select id from contact_message
           where society_id = ${tx.society} and sent_at < ${before} limit ${most})) returning 1
      )
      select count(*)::int as count from gone`),
  );
