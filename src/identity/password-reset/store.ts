import type { AccountId, EntranceId, MemberId } from "../../kernel/ids.ts";
import type { Instant, PlainDate } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";

/** What of an account may stand against a reset, whoever received a mail. */
export type Closing = {
  /** アカウントロック by staff. */
  readonly lockedAt: Instant | null;
  /** A new letter is on its way: it alone gives a password. */
  readonly awaitsLetter: string | null;
};

/** An account as a reset looks at it, beside its second factors. */
export type Standing = Closing & {
  readonly email: string | null;
  readonly secondEmail: string | null;
  /** アカウントロック by wrong second factors. */
  readonly factorLockedUntil: Instant | null;
};

/** @throws when there is no such account: a bug */
export const standingOf = async (tx: Tx, accountId: AccountId): Promise<Standing> => {
  const row = await tx.one<Standing>(sql`
    select locked_at as "lockedAt", awaits_letter as "awaitsLetter", email,
      second_email as "secondEmail", factor_locked_until as "factorLockedUntil"
      from account where society_id = ${tx.society} and id = ${accountId}`);
  if (!row) throw new Error("a reset of an account that is not there");
  return row;
};

/** What the society has on file of somebody, to hold a claim against. */
export type OnFile = {
  readonly symbol: string;
  readonly memberNumber: string;
  readonly nameKana: string;
  readonly bornOn: PlainDate;
};

/** @throws when there is no such member: a bug */
export const onFileOf = async (tx: Tx, memberId: MemberId): Promise<OnFile> => {
  const row = await tx.one<OnFile>(sql`
    select symbol, member_number as "memberNumber", name_kana as "nameKana", born_on as "bornOn"
      from member where society_id = ${tx.society} and id = ${memberId}`);
  if (!row) throw new Error("a reset of a member who is not there");
  return row;
};

/**
 * The rows of wrong passwords of a user ID, held before its account is: in the order in which a
 * sign-in holds them, or two would wait for each other.
 */
export const holdCounters = (
  tx: Tx,
  { entranceId, loginMac }: { readonly entranceId: EntranceId; readonly loginMac: string },
): void =>
  tx.write(sql`
    select from sign_in_counter where entrance_id = ${entranceId} and login_mac = ${loginMac}
      order by browser for update`);

type NewPassword = {
  readonly accountId: AccountId;
  readonly hash: string;
  readonly now: Instant;
  /** The account's address was shown to be its owner's. */
  readonly confirmsEmail: boolean;
};

/** From here on this is the password; the one before, and a mailed provisional one, open nothing. */
export const setPassword =
  ({ accountId, hash, now, confirmsEmail }: NewPassword) =>
  (tx: Tx): void => {
    tx.write(sql`
      update account set password_hash = ${hash}, password_changed_at = ${now},
        password_warned_days = null,
        email_confirmed_at = case when ${confirmsEmail}
          then coalesce(email_confirmed_at, ${now}) else email_confirmed_at end,
        email_failed_at = case when ${confirmsEmail} then null else email_failed_at end,
        email_failure = case when ${confirmsEmail} then null else email_failure end
       where society_id = ${tx.society} and id = ${accountId}`);
    tx.write(sql`
      delete from temporary_password
       where society_id = ${tx.society} and account_id = ${accountId}`);
  };
