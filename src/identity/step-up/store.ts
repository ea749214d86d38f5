import type { AccountId } from "../../kernel/ids.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";

/** PHC string; null: an account whose password is nobody's, or none of that id. */
export const passwordHashOf = async (tx: Tx, accountId: AccountId): Promise<string | null> => {
  const row = await tx.one<{ hash: string }>(sql`
    select password_hash as hash from account
     where society_id = ${tx.society} and id = ${accountId}`);
  return row?.hash ?? null;
};
