import type { Instant } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";

/** An address that took no mail, as the mail to it knows. */
export type FailedAddress = {
  readonly address: string;
  /** Such as `5.1.1` or `smtp-550`. */
  readonly code: string;
  /** When the mail was queued that failed: a later confirmation proves more. */
  readonly queuedAt: Instant;
};

/**
 * Marks the accounts of this society with these addresses (couples share one, so there may be
 * several each), whatever the case of their letters. Who is marked already keeps the first mark.
 */
export const markFailing = (tx: Tx, failed: readonly FailedAddress[], at: Instant): void => {
  if (failed.length === 0) return;
  tx.write(sql`
    update account set email_failed_at = ${at}, email_failure = one.code
    from (
      select distinct on (lower(address)) lower(address) as address, code, "queuedAt"
      from jsonb_to_recordset(${JSON.stringify(failed)}::jsonb)
        as given (address text, code text, "queuedAt" timestamptz)
      order by lower(address), "queuedAt" desc
    ) one
    where account.society_id = ${tx.society} and account.email_key = one.address
      -- by the key, also before the first statistics; lower() of the column would be no index condition
      and account.email_key = any(array(
        select lower(given) from unnest(${failed.map(({ address }) => address)}::text[]) given))
      and account.email_failed_at is null
      and (account.email_confirmed_at is null or account.email_confirmed_at <= one."queuedAt")`);
};
