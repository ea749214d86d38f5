import type { AccountId, EntranceId, SessionId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Database, Tx } from "../../platform/database/types.ts";
import type { Amr, Session } from "../../platform/http/types.ts";

/** A session that begins: its token's hash goes to the directory, the token to the cookie. */
export type NewSession = {
  readonly id: SessionId;
  readonly accountId: AccountId;
  readonly entranceId: EntranceId;
  readonly tokenHash: string;
  readonly startedAt: Instant;
  readonly endsAt: Instant;
  readonly idleSeconds: number;
  readonly device: string;
  readonly source: string;
  readonly amr: readonly Amr[];
};

/**
 * Begins a session, remembers the browser, and notes the sign-in. The sign-in before it is kept on
 * the session: 「前回のログイン」.
 */
export const insertSession =
  (session: NewSession, browserHash: string) =>
  (tx: Tx): void => {
    const { id, accountId, startedAt } = session;
    // One statement: four of them are a tenth of what a sign-in costs beside the password.
    tx.write(sql`
      with begun as (
        insert into session (society_id, id, account_id, started_at, seen_at, idle_seconds,
          ends_at, device, source, amr, proved_at, previous_sign_in_at, browser_hash)
        select ${tx.society}, ${id}, ${accountId}, ${startedAt}, ${startedAt},
          ${session.idleSeconds}, ${session.endsAt}, ${session.device}, ${session.source},
          ${session.amr}, ${startedAt}, nullif(a.last_signed_in_at, ${startedAt}),
          ${browserHash}
          from account a where a.society_id = ${tx.society} and a.id = ${accountId}
      ), token as (
        insert into session_token (token_hash, entrance_id, society_id, session_id)
        values (${session.tokenHash}, ${session.entranceId}, ${tx.society}, ${id})
      ), signed_in as (
        update account set last_signed_in_at = ${startedAt}
         where society_id = ${tx.society} and id = ${accountId}
      )
      insert into known_browser (society_id, account_id, browser_hash, seen_at)
      values (${tx.society}, ${accountId}, ${browserHash}, ${startedAt})
      on conflict (society_id, account_id, browser_hash) do update set seen_at = excluded.seen_at`);
  };

type Finding = {
  readonly entranceId: EntranceId;
  readonly tokenHash: string;
  readonly now: Instant;
};

/** The living session of a token: neither ended nor idle nor too old, its account not locked. */
export const findSession = async (
  database: Database,
  { entranceId, tokenHash, now }: Finding,
): Promise<Session | undefined> => {
  const [found] = await database.directory<Session>(sql`
    select society_id as "societyId", session_id as "id", account_id as "accountId",
      member_id as "memberId", member_name as "memberName", seen_at as "seenAt",
      previous_sign_in_at as "lastSignedInAt", address_unconfirmed as "addressUnconfirmed",
      amr, proved_at as "provedAt", factor_method as "factorMethod", started_at as "startedAt",
      ends_at as "endsAt", idle_seconds as "idleSeconds", address_failed as "addressFailed",
      has_second_address as "hasSecondAddress", password_changed_at as "passwordChangedAt",
      language, text_size as "textSize", terms_version as "termsVersion", lost_on as "lostOn"
    from find_session(${entranceId}, ${tokenHash}, ${now})`);
  return found;
};

type Proved = {
  readonly id: SessionId;
  readonly entranceId: EntranceId;
  readonly tokenHash: string;
  readonly amr: readonly Amr[];
  readonly at: Instant;
  /** When its owner was known, where that was not just now. */
  readonly provedAt?: Instant;
};

/** Its owner was known once more: a new token, and the one before opens nothing from here on. */
export const renewSession =
  ({ id, entranceId, tokenHash, amr, at, provedAt = at }: Proved) =>
  (tx: Tx): void => {
    tx.write(sql`
      update session set amr = ${amr}, proved_at = ${provedAt}, seen_at = ${at}
       where society_id = ${tx.society} and id = ${id} and ended_at is null`);
    tx.write(sql`
      delete from session_token where society_id = ${tx.society} and session_id = ${id}`);
    tx.write(sql`
      insert into session_token (token_hash, entrance_id, society_id, session_id)
      select ${tokenHash}, ${entranceId}, ${tx.society}, s.id from session s
       where s.society_id = ${tx.society} and s.id = ${id} and s.ended_at is null`);
  };

/** Whether a session began in this browser. */
export const isOfBrowser = async (tx: Tx, id: SessionId, browserHash: string): Promise<boolean> => {
  const row = await tx.one<{ id: string }>(sql`
    select id from session
     where society_id = ${tx.society} and id = ${id} and browser_hash = ${browserHash}`);
  return row !== undefined;
};

type AtBrowser = {
  readonly accountId: AccountId;
  readonly browserHash: string;
  readonly since: Instant;
};

/**
 * Whether its owner signed in at this browser after that, or a session there ended: somebody else may be
 * there by now. A session that ran out by itself is none that ended.
 */
export const hasComeOrGone = async (
  tx: Tx,
  { accountId, browserHash, since }: AtBrowser,
): Promise<boolean> => {
  const row = await tx.one<{ id: string }>(sql`
    select id from session
     where society_id = ${tx.society} and account_id = ${accountId}
       and (started_at > ${since} or ended_at > ${since})
       and browser_hash = ${browserHash} limit 1`);
  return row !== undefined;
};

export const touchSession = (tx: Tx, id: SessionId, now: Instant): void =>
  tx.write(sql`
    update session set seen_at = ${now}
    where society_id = ${tx.society} and id = ${id} and seen_at < ${now}`);

export const endSession = (tx: Tx, id: SessionId, now: Instant): void => {
  tx.write(sql`
    update session set ended_at = ${now}
    where society_id = ${tx.society} and id = ${id} and ended_at is null`);
  tx.write(sql`
    delete from session_token where society_id = ${tx.society} and session_id = ${id}`);
};

/**
 * Sessions of an account that live: neither ended nor idle nor too old.
 * @param exceptId not counted
 */
export const countSessions = async (
  tx: Tx,
  accountId: AccountId,
  now: Instant,
  exceptId: SessionId | null = null,
): Promise<number> => {
  const row = await tx.one<{ count: number }>(sql`
    select count(*)::int as count from session
     where society_id = ${tx.society} and account_id = ${accountId} and ended_at is null
       and ends_at > ${now} and seen_at + make_interval(secs => idle_seconds) > ${now}
       and id is distinct from ${exceptId}::uuid`);
  return row?.count ?? 0;
};

const endAllBut = (tx: Tx, accountId: AccountId, keepId: SessionId | null, now: Instant): void => {
  tx.write(sql`
    delete from session_token t using session s
     where t.society_id = ${tx.society} and s.society_id = t.society_id and s.id = t.session_id
       and s.account_id = ${accountId} and s.ended_at is null
       and s.id is distinct from ${keepId}::uuid`);
  tx.write(sql`
    update session set ended_at = ${now}
     where society_id = ${tx.society} and account_id = ${accountId} and ended_at is null
       and id is distinct from ${keepId}::uuid`);
  tx.write(sql`
    delete from known_browser
     where society_id = ${tx.society} and account_id = ${accountId}
       and browser_hash is distinct from (
         select browser_hash from session
          where society_id = ${tx.society} and id = ${keepId}::uuid)`);
};

/**
 * Ends every session of an account; its browsers are strangers from then on. To be called while the
 * account's row is held, or a sign-in at this moment would begin one more.
 * @returns how many were living
 */
export const endSessionsOf = async (
  tx: Tx,
  accountId: AccountId,
  now: Instant,
): Promise<number> => {
  const living = await countSessions(tx, accountId, now);
  endAllBut(tx, accountId, null, now);
  return living;
};

/**
 * Ends every session of an account but one, whose browser stays a known one; all others are strangers
 * from then on. To be called while the account's row is held, as `endSessionsOf`.
 * @param keepId of the session that stays
 * @returns how many others were living
 */
export const endOtherSessions = async (
  tx: Tx,
  accountId: AccountId,
  keepId: SessionId,
  now: Instant,
): Promise<number> => {
  const living = await countSessions(tx, accountId, now, keepId);
  endAllBut(tx, accountId, keepId, now);
  return living;
};
