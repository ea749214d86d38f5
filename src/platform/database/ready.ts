import { stopwatch } from "../clock.ts";
import { readMigrations } from "./schema/migrate.ts";
import { sql } from "./sql.ts";
import type { Database } from "./types.ts";

export type DatabaseState = {
  /** Every migration of this version has been applied; a newer version's do no harm. */
  readonly isSchemaRight: boolean;
  /** There and back, with next to nothing to do. */
  readonly roundTripSeconds: number;
};

/** @param folder of the migrations @returns what asks the database; rejects where it is away */
export const databaseStateIn = (folder: string) => {
  const all = readMigrations(folder);
  return async (database: Database): Promise<DatabaseState> => {
    const elapsed = stopwatch();
    const rows = await database.directory<{ number: number; sha256: string }>(
      sql`select number, sha256 from migration`,
    );
    const roundTripSeconds = elapsed() / 1000;
    const applied = new Map(rows.map((row) => [row.number, row.sha256]));
    const isSchemaRight = all.every((one) => applied.get(one.number) === one.sha256);
    return { isSchemaRight, roundTripSeconds };
  };
};
