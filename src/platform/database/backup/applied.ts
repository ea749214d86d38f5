import type { Migration } from "../../backup/types.ts";
import { sql } from "../sql.ts";
import type { Database } from "../types.ts";

/** What this database's schema was made by. */
export const appliedMigrations = (database: Database): Promise<Migration[]> =>
  database.directory<Migration>(sql`select name, sha256 from migration order by number`);
