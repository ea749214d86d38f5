import type { AccountId, SessionId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";

/** A session as its owner reads of it. */
export type OwnSession = {
  readonly id: SessionId;
  /** Such as `Chrome, Android`; `-` where the browser did not say. */
  readonly device: string;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
};

/** Of an account, living at this moment, the one used last first. @param most null: all */
export const livingSessions = (
  tx: Tx,
  accountId: AccountId,
  { now, most }: { readonly now: Instant; readonly most: number | null },
): Promise<readonly OwnSession[]> =>
  tx.query<OwnSession>(sql`
    select id, device, started_at as "startedAt", seen_at as "seenAt" from session
     where society_id = ${tx.society} and account_id = ${accountId} and ended_at is null
       and ends_at > ${now} and seen_at + make_interval(secs => idle_seconds) > ${now}
     order by seen_at desc, id limit ${most}`);

/** So that no sign-in begins another one meanwhile. */
export const holdAccount = async (tx: Tx, accountId: AccountId): Promise<void> => {
  await tx.query(sql`
    select id from account where society_id = ${tx.society} and id = ${accountId} for update`);
};

/** The browser of one that ends is a stranger from then on, unless it is also the one that stays. */
export const forgetBrowser = (
  tx: Tx,
  accountId: AccountId,
  { id, keepId }: { readonly id: SessionId; readonly keepId: SessionId },
): void =>
  tx.write(sql`
    delete from known_browser
     where society_id = ${tx.society} and account_id = ${accountId}
       and browser_hash = (select browser_hash from session
             where society_id = ${tx.society} and id = ${id})
       and browser_hash is distinct from (select browser_hash from session
             where society_id = ${tx.society} and id = ${keepId})`);
