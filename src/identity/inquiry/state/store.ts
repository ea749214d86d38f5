import type { AccountId, MemberId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { Language } from "../../../society/types.ts";

/** An account as staff see it: no password, no code, no name. */
export type AccountSeen = {
  readonly id: AccountId;
  readonly userId: string;
  readonly registeredAt: Instant;
  readonly lastSignedInAt: Instant | null;
  readonly passwordChangedAt: Instant;
  readonly language: Language;
  readonly wantsUpdateMails: boolean;
  readonly email: string | null;
  readonly emailConfirmedAt: Instant | null;
  /** A mail to it came back: since when, and the code. */
  readonly emailFailedAt: Instant | null;
  readonly emailFailure: string | null;
  readonly secondEmail: string | null;
  /** Its password is nobody's until a new letter was used. */
  readonly isAwaitingLetter: boolean;
  /** 仮パスワード of a mail, while it works. */
  readonly temporaryUntil: Instant | null;
  readonly knownBrowsers: number;
};

export const accountSeen = (
  tx: Tx,
  memberId: MemberId,
  now: Instant,
): Promise<AccountSeen | undefined> =>
  tx.one<AccountSeen>(sql`
    select a.id, a.user_id as "userId", a.registered_at as "registeredAt",
      a.last_signed_in_at as "lastSignedInAt", a.password_changed_at as "passwordChangedAt",
      a.language, a.wants_update_mails as "wantsUpdateMails", a.email,
      a.email_confirmed_at as "emailConfirmedAt", a.email_failed_at as "emailFailedAt",
      a.email_failure as "emailFailure", a.second_email as "secondEmail",
      a.awaits_letter is not null as "isAwaitingLetter",
      (select t.expires_at from temporary_password t where t.society_id = a.society_id
        and t.account_id = a.id and t.expires_at > ${now}) as "temporaryUntil",
      (select count(*)::int from known_browser k where k.society_id = a.society_id
        and k.account_id = a.id) as "knownBrowsers"
      from account a where a.society_id = ${tx.society} and a.member_id = ${memberId}`);

export type SessionSeen = {
  readonly startedAt: Instant;
  readonly seenAt: Instant;
  readonly device: string;
};

/** Living ones, the newest first. */
export const sessionsSeen = (tx: Tx, accountId: AccountId, now: Instant): Promise<SessionSeen[]> =>
  tx.query<SessionSeen>(sql`
    select started_at as "startedAt", seen_at as "seenAt", device from session
     where society_id = ${tx.society} and account_id = ${accountId} and ended_at is null
       and ends_at > ${now} and seen_at + make_interval(secs => idle_seconds) > ${now}
     order by started_at desc`);

export type TrySeen = {
  readonly at: Instant;
  readonly kind: "sign-in" | "proof";
  readonly reason: string;
  /** お問い合わせ番号 */
  readonly number: string;
};

type Tried = { readonly memberId: MemberId; readonly since: Instant; readonly most: number };

/** Refused sign-ins to the account and wrong answers with the letters, the newest first. */
export const triesSeen = (tx: Tx, { memberId, since, most }: Tried): Promise<TrySeen[]> =>
  tx.query<TrySeen>(sql`
    select at, kind, reason, reference as number from failed_try
     where at > ${since} and society_id = ${tx.society} and target_id in (
         select id from account where society_id = ${tx.society} and member_id = ${memberId}
         union all
         select id from provisional_credential
          where society_id = ${tx.society} and member_id = ${memberId})
     order by at desc, id desc limit ${most}`);

export type AskingSeen = {
  readonly at: Instant;
  readonly kind: "forgot-id" | "forgot-password";
  readonly reason: string;
  readonly number: string;
};

/** Askings for a forgotten ID or password that found this member, the newest first. */
export const askingsSeen = (tx: Tx, { memberId, since, most }: Tried): Promise<AskingSeen[]> =>
  tx.query<AskingSeen>(sql`
    select at, kind, reason, reference as number from recovery_request
     where society_id = ${tx.society} and member_id = ${memberId} and at > ${since}
     order by at desc, id desc limit ${most}`);

export type LetterSeen = {
  readonly state: "prepared" | "active" | "used" | "void";
  readonly issuedAt: Instant | null;
  readonly expiresAt: Instant;
};

export const lettersSeen = (tx: Tx, memberId: MemberId, most: number): Promise<LetterSeen[]> =>
  tx.query<LetterSeen>(sql`
    select state, issued_at as "issuedAt", expires_at as "expiresAt"
      from provisional_credential
     where society_id = ${tx.society} and member_id = ${memberId}
     order by issued_at desc nulls first limit ${most}`);

export type MailSeen = {
  readonly kind: string;
  readonly state: "queued" | "sent" | "failed" | "bounced";
  readonly queuedAt: Instant;
  /** Why it did not arrive. */
  readonly code: string | null;
};

export const mailsSeen = (tx: Tx, memberId: MemberId, most: number): Promise<MailSeen[]> =>
  tx.query<MailSeen>(sql`
    select kind, state, queued_at as "queuedAt",
      case when state = 'bounced' then bounce_code when state <> 'sent' then last_error end as code
      from mail where society_id = ${tx.society} and member_id = ${memberId}
     order by id desc limit ${most}`);
