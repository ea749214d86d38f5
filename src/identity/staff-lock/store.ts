import type { AccountId, EntranceId, MemberId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";
import type { Counter, Locks } from "./rules.ts";

/** What a member signs in with: the user ID, or before the registration the IDs of the letters. */
export const loginKeysOf = async (
  tx: Tx,
  { entranceId, memberId }: { readonly entranceId: EntranceId; readonly memberId: MemberId },
): Promise<readonly string[]> => {
  const rows = await tx.query<{ loginKey: string }>(sql`
    select d.login_key as "loginKey" from login_directory d
     where d.society_id = ${tx.society} and d.entrance_id = ${entranceId}
       and d.target_id in (
         select id from account where society_id = ${tx.society} and member_id = ${memberId}
         union all
         select id from provisional_credential
          where society_id = ${tx.society} and member_id = ${memberId})
     order by d.login_key`);
  return rows.map(({ loginKey }) => loginKey);
};

type Logins = { readonly entranceId: EntranceId; readonly macs: readonly string[] };

export const countersOf = (tx: Tx, { entranceId, macs }: Logins): Promise<Counter[]> =>
  tx.query<Counter>(sql`
    select case when browser = '' then 'all-sources'
        when starts_with(browser, 'source ') then 'source' else 'known-browser' end as of,
      wrong, last_wrong_at as "lastWrongAt", locked_until as "lockedUntil"
      from sign_in_counter
     where entrance_id = ${entranceId} and login_mac = any (${macs})
     order by last_wrong_at desc, browser`);

type AccountLocks = Omit<Locks, "counters">;

/** Undefined: not registered. */
export const accountLocksOf = (tx: Tx, memberId: MemberId): Promise<AccountLocks | undefined> =>
  tx.one<AccountLocks>(sql`
    select locked_at as "staffSince", factor_locked_until as "factorUntil",
      factor_wrong as "factorWrong"
      from account where society_id = ${tx.society} and member_id = ${memberId}`);

/** アカウントロック by staff: since when, or null to lift it. To be called while the row is held. */
export const setStaffLock = (tx: Tx, accountId: AccountId, since: Instant | null): void =>
  tx.write(sql`
    update account set locked_at = ${since}
     where society_id = ${tx.society} and id = ${accountId}`);

/** 仮パスワード that a mail holds works no more. */
export const forgetTemporaryPassword = (tx: Tx, accountId: AccountId): void =>
  tx.write(sql`
    delete from temporary_password
     where society_id = ${tx.society} and account_id = ${accountId}`);
