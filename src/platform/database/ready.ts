import { sql } from "./sql.ts";
import type { Database } from "./types.ts";

/** Whether a connection can be had and answers. */
export const isDatabaseReady = (database: Database): Promise<boolean> =>
  database.directory(sql`select 1`).then(
    () => true,
    () => false,
  );
