import type { Instant } from "../../../kernel/time.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { KeptChange } from "../store.ts";

type Undoing = { readonly change: KeptChange; readonly nobodysHash: string; readonly now: Instant };

/**
 * The account is as it was before a change, and all that came after it is undone with it. Its password
 * is nobody's: whoever changed the address knew it. To be called while the account's row is held.
 */
export const undoChange = (tx: Tx, { change, nobodysHash, now }: Undoing): void => {
  const { accountId, former } = change;
  tx.write(sql`
    update account set email = ${former.email}, email_confirmed_at = ${former.confirmedAt},
      email_failed_at = null, email_failure = null, second_email = ${former.second},
      second_email_confirmed_at = ${former.secondConfirmedAt}, password_hash = ${nobodysHash},
      password_changed_at = ${now}
     where society_id = ${tx.society} and id = ${accountId}`);
  tx.write(sql`
    update address_change set undone_at = ${now}
     where society_id = ${tx.society} and account_id = ${accountId} and undone_at is null
       and nth >= ${change.nth}`);
  // One that was mailed to the address that goes.
  tx.write(sql`
    delete from temporary_password
     where society_id = ${tx.society} and account_id = ${accountId}`);
};
