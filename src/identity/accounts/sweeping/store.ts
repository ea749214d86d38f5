import type { AccountId, MemberId } from "../../../kernel/ids.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";

/** The accounts of members who go; held until the end of the transaction. */
export const accountsOf = async (
  tx: Tx,
  members: readonly MemberId[],
): Promise<readonly AccountId[]> =>
  (
    await tx.query<{ id: AccountId }>(sql`
      select id from account
       where society_id = ${tx.society} and member_id = any (${members}::uuid[]) for update`)
  ).map(({ id }) => id);

/** Last of all that is theirs: what points at them is gone by then. Their user IDs are free again. */
export const forgetAccounts = (tx: Tx, accounts: readonly AccountId[]): void => {
  tx.write(sql`
    delete from terms_consent
     where society_id = ${tx.society} and account_id = any (${accounts}::uuid[])`);
  tx.write(sql`
    delete from login_directory
     where society_id = ${tx.society} and kind = 'account'
       and target_id = any (${accounts}::uuid[])`);
  tx.write(sql`
    delete from account where society_id = ${tx.society} and id = any (${accounts}::uuid[])`);
};
