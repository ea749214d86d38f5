import type { AccountId, EntranceId, Id, MemberId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import { agreeToTerms, type NewAccount } from "../store.ts";

/** A registration done once more, over the account that there is. */
export type Renewal = Omit<NewAccount, "memberId" | "entranceId" | "isEmailConfirmed"> & {
  /** When a mail to the address was received; perhaps long ago. */
  readonly confirmedAt: Instant | null;
  /** The address is what it was, and no mail to it was received since: so is what failed there. */
  readonly keepsFailure: boolean;
};

/**
 * The account works again, with what was chosen now: a second address was not, and could be that of
 * whoever made a new letter necessary. An earlier consent to the same terms stands.
 * Before it `releaseUserIds`.
 */
export const renewAccount =
  (renewal: Renewal, now: Instant) =>
  (tx: Tx): void => {
    const { keepsFailure } = renewal;
    tx.write(sql`
      update account set user_id = ${renewal.userId.shown}, password_hash = ${renewal.passwordHash},
        password_changed_at = ${now}, email = ${renewal.email},
        email_confirmed_at = ${renewal.confirmedAt},
        email_failed_at = case when ${keepsFailure} then email_failed_at end,
        email_failure = case when ${keepsFailure} then email_failure end,
        second_email = null, second_email_confirmed_at = null,
        wants_update_mails = ${renewal.wantsUpdateMails}, language = ${renewal.language},
        awaits_letter = null
       where society_id = ${tx.society} and id = ${renewal.id}`);
    agreeToTerms({ accountId: renewal.id, version: renewal.termsVersion, now })(tx);
  };

type Release = {
  readonly entranceId: EntranceId;
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  /** The user ID that stays, folded. */
  readonly key: string;
};

/**
 * An account has one user ID: others that led to it are free again. One that a letter had given
 * leads back to that letter, so that its holder hears the truth.
 */
export const releaseUserIds =
  ({ entranceId, accountId, memberId, key }: Release) =>
  (tx: Tx): void => {
    tx.write(sql`
      update login_directory d set kind = 'provisional', target_id = p.id
        from provisional_credential p
       where d.entrance_id = ${entranceId} and d.society_id = ${tx.society}
         and d.kind = 'account' and d.target_id = ${accountId} and d.login_key <> ${key}
         and p.society_id = ${tx.society} and p.member_id = ${memberId}
         and lower(p.issued_id) = d.login_key and p.state = 'used'`);
    tx.write(sql`
      delete from login_directory
       where entrance_id = ${entranceId} and society_id = ${tx.society} and kind = 'account'
         and target_id = ${accountId} and login_key <> ${key}`);
  };

type Awaiting = {
  readonly accountId: AccountId;
  readonly letterId: Id<string>;
  /** Of a secret that nobody knows: a sign-in costs and says what it does for a wrong password. */
  readonly nobodysHash: string;
  readonly now: Instant;
};

/**
 * From here on the account's password is nobody's, and this letter alone may renew it: what a mail
 * brought opens nothing any more.
 */
export const awaitLetter = (tx: Tx, { accountId, letterId, nobodysHash, now }: Awaiting): void => {
  tx.write(sql`
    update account set password_hash = ${nobodysHash}, password_changed_at = ${now},
      awaits_letter = ${letterId}
     where society_id = ${tx.society} and id = ${accountId}`);
  tx.write(sql`
    delete from temporary_password
     where society_id = ${tx.society} and account_id = ${accountId}`);
};
