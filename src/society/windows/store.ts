import type { Instant } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Database, Tx } from "../../platform/database/types.ts";
import type { PlannedWindow, WindowId } from "./types.ts";

type Row = Omit<PlannedWindow, "reason"> & {
  readonly reasonJa: string;
  readonly reasonEn: string;
};

const windowOf = ({ reasonJa, reasonEn, ...window }: Row): PlannedWindow => ({
  ...window,
  reason: reasonJa === "" ? null : { ja: reasonJa, en: reasonEn },
});

/** All that were not taken back, the soonest first; those that are over as long as they are kept. */
export const plannedWindows = async (database: Database): Promise<readonly PlannedWindow[]> => {
  const rows = await database.directory<Row>(sql`
    select id, society_id as "societyId", entrance_id as "entranceId", starts_at as "from",
      ends_at as "to", announced_from as "announcedFrom", reason_ja as "reasonJa",
      reason_en as "reasonEn"
    from maintenance_window where cancelled_at is null order by starts_at, id`);
  return rows.map(windowOf);
};

/** Running servers see it together with the count. */
export const insertWindow = (tx: Tx, window: PlannedWindow, now: Instant): void => {
  const { id, societyId, entranceId, from, to, announcedFrom, reason } = window;
  tx.write(sql`
    insert into maintenance_window (id, society_id, entrance_id, starts_at, ends_at,
      announced_from, reason_ja, reason_en, made_at)
    values (${id}, ${societyId}, ${entranceId}, ${from}, ${to}, ${announcedFrom},
      ${reason?.ja ?? ""}, ${reason?.en ?? ""}, ${now})`);
};

/** @returns false when it was taken back already */
export const cancelWindow = async (tx: Tx, id: WindowId, now: Instant): Promise<boolean> => {
  const row = await tx.one<{ id: string }>(sql`
    update maintenance_window set cancelled_at = ${now}
     where id = ${id} and cancelled_at is null returning id`);
  return row !== undefined;
};
