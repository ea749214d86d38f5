import { sql } from "../../src/platform/database/sql.ts";
import type { Database } from "../../src/platform/database/types.ts";
import type { Society } from "../../src/society/index.ts";

/**
 * A sign-in believes an account that says that nothing is enrolled: one that says so wrongly opens by
 * its password alone, in silence. Every story ends with this look.
 * @returns what is wrong, for each society
 */
export const wrongActiveFactors = async (
  database: Database,
  societies: readonly Society[],
): Promise<readonly Error[]> => {
  const found = societies.map(async ({ id, code }) => {
    const [rows = []] = await database.read(id, [
      sql`select a.id from account a
           where a.society_id = ${id} and a.factor_method is distinct from (
             select f.method from factor f
              where f.society_id = ${id} and f.account_id = a.id and f.method <> 'recovery-codes'
              order by f.method is not distinct from a.factor_method desc limit 1)`,
    ]);
    return rows.length === 0
      ? []
      : [new Error(`${code}: ${rows.length} accounts whose active method is not enrolled`)];
  });
  return (await Promise.all(found)).flat();
};
