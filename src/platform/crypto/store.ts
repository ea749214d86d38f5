import { sql } from "../database/sql.ts";
import type { Database } from "../database/types.ts";
import type { Secrets } from "./types.ts";

/** `first`: kept now · `same` · `changed`: the earlier one is KENPO_SECRET_PREVIOUS, kept now */
export type SecretCheck = "first" | "same" | "changed" | "wrong";

/** Compares the secret with what this database knows; `wrong` must stop the start. */
export const checkSecret = async (database: Database, secrets: Secrets): Promise<SecretCheck> => {
  const [added] = await database.directory<{ secret_check: string }>(sql`
    insert into installation (secret_check) values (${secrets.checkValue})
    on conflict (singleton) do nothing returning secret_check`);
  if (added) return "first";
  const [kept] = await database.directory<{ secret_check: string }>(sql`
    select secret_check from installation`);
  if (kept?.secret_check === secrets.checkValue) return "same";
  if (!kept || !secrets.earlierCheckValues.includes(kept.secret_check)) return "wrong";
  await database.directory(sql`
    update installation set secret_check = ${secrets.checkValue}
    where secret_check = ${kept.secret_check}`);
  return "changed";
};
