import type { AccountId, EntranceId, Id, MemberId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";
import type { Language } from "../../society/types.ts";
import type { UserId } from "../user-ids/index.ts";

/** A registration as the completed first sign-in writes it. */
export type NewAccount = {
  readonly id: AccountId;
  readonly memberId: MemberId;
  readonly entranceId: EntranceId;
  readonly userId: UserId;
  readonly passwordHash: string;
  readonly email: string | null;
  /** A mail to it was received. */
  readonly isEmailConfirmed: boolean;
  readonly wantsUpdateMails: boolean;
  readonly language: Language;
  readonly termsVersion: string;
};

/**
 * Takes the user ID at its entrance. The unique key decides when somebody else takes the same one
 * at the same moment: the transaction of the second fails, and is run again.
 */
export const takeUserId =
  (taking: {
    readonly entranceId: EntranceId;
    readonly key: string;
    readonly accountId: AccountId;
  }) =>
  (tx: Tx): void =>
    tx.write(sql`
      insert into login_directory (entrance_id, login_key, society_id, kind, target_id)
      values (${taking.entranceId}, ${taking.key}, ${tx.society}, 'account', ${taking.accountId})`);

/** The unique key of user IDs. */
export const userIdContest = "login_directory_pkey";

/**
 * The ID of the letter becomes the account's own.
 * @throws when it leads to another letter by now: without it the account could never sign in
 */
export const keepIssuedId =
  (keeping: {
    readonly entranceId: EntranceId;
    readonly credentialId: Id<string>;
    readonly accountId: AccountId;
  }) =>
  async (tx: Tx): Promise<void> => {
    const kept = await tx.query(sql`
      update login_directory set kind = 'account', target_id = ${keeping.accountId}
       where entrance_id = ${keeping.entranceId} and society_id = ${tx.society}
         and kind = 'provisional' and target_id = ${keeping.credentialId} returning login_key`);
    if (kept.length !== 1) throw new Error("an issued ID that is not its letter's any more");
  };

/** 利用規約: agreed to, unless these are what was agreed to last. Who holds the account agrees once. */
export const agreeToTerms =
  (consent: { readonly accountId: AccountId; readonly version: string; readonly now: Instant }) =>
  (tx: Tx): void => {
    const { accountId, version, now } = consent;
    tx.write(sql`
      insert into terms_consent (society_id, account_id, version, agreed_at)
      select ${tx.society}::uuid, ${accountId}::uuid, ${version}::text, ${now}::timestamptz
       where ${version}::text is distinct from (
         select c.version from terms_consent c
          where c.society_id = ${tx.society} and c.account_id = ${accountId}
          order by c.agreed_at desc, c.version desc limit 1)
      on conflict do nothing`);
  };

export const insertAccount =
  (account: NewAccount, now: Instant) =>
  (tx: Tx): void => {
    tx.write(sql`
      insert into account (society_id, id, member_id, entrance_id, user_id, password_hash,
        password_changed_at, email, email_confirmed_at, wants_update_mails, language,
        registered_at, last_signed_in_at)
      values (${tx.society}, ${account.id}, ${account.memberId}, ${account.entranceId},
        ${account.userId.shown}, ${account.passwordHash}, ${now}, ${account.email},
        ${account.isEmailConfirmed ? now : null}, ${account.wantsUpdateMails}, ${account.language},
        ${now}, ${now})`);
    agreeToTerms({ accountId: account.id, version: account.termsVersion, now })(tx);
  };

/** Somebody's account as it stands. */
export type Account = {
  readonly id: AccountId;
  readonly entranceId: EntranceId;
  /** As its owner wrote it. */
  readonly userId: string;
  readonly email: string | null;
  /** When a mail to it was received. */
  readonly confirmedAt: Instant | null;
  /** When a mail to it came back. */
  readonly failedAt?: Instant | null;
  /** 予備のメールアドレス */
  readonly second?: string | null;
  readonly wantsUpdateMails: boolean;
  readonly language: Language;
  /** アカウントロック by staff. */
  readonly lockedAt: Instant | null;
  /** The one letter that may renew it, while its password is nobody's; null: it has its password. */
  readonly awaitsLetter: Id<string> | null;
};

export const accountOf = (tx: Tx, memberId: MemberId): Promise<Account | undefined> =>
  tx.one<Account>(sql`
    select id, entrance_id as "entranceId", user_id as "userId", email,
      email_confirmed_at as "confirmedAt", email_failed_at as "failedAt",
      second_email as second, wants_update_mails as "wantsUpdateMails", language,
      locked_at as "lockedAt", awaits_letter as "awaitsLetter"
      from account where society_id = ${tx.society} and member_id = ${memberId}`);

/** The same, held until the transaction ends: no sign-in begins a session meanwhile. */
export const lockAccountOf = async (tx: Tx, memberId: MemberId): Promise<Account | undefined> => {
  tx.write(sql`
    select from account where society_id = ${tx.society} and member_id = ${memberId}
      for no key update`);
  return accountOf(tx, memberId);
};

/** Asked inside a proofed flow only: a stranger never learns whether an ID exists. */
export const isUserIdTaken = async (
  tx: Tx,
  entranceId: EntranceId,
  key: string,
): Promise<boolean> => {
  const row = await tx.one<{ taken: boolean }>(
    sql`select is_login_taken(${entranceId}, ${key}) as taken`,
  );
  return row?.taken === true;
};
