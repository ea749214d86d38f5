import type { AccountId, EntranceId, MemberId, SocietyId } from "../../../kernel/ids.ts";
import { type Instant, later } from "../../../kernel/time.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Database, Tx } from "../../../platform/database/types.ts";
import type { Language } from "../../../society/types.ts";
import { type FoundAccount, misses, type Reason } from "../rules.ts";
import type { Forgotten, RequestId, Whose } from "../types.ts";

export type OpenRequest = {
  readonly id: RequestId;
  readonly entranceId: EntranceId;
  readonly kind: Forgotten;
  /** お問い合わせ番号 */
  readonly reference: string;
  readonly emailMac: string;
  readonly claimMac: string;
  readonly reason: Reason;
  readonly societyId: SocietyId;
  readonly accountId: AccountId;
};

/** Askings that found an account and that nobody has seen to, the oldest first. */
export const openRequests = (database: Database): Promise<OpenRequest[]> =>
  database.directory<OpenRequest>(sql`
    select id, entrance_id as "entranceId", kind, reference, email_mac as "emailMac",
      claim_mac as "claimMac", reason,
      society_id as "societyId", account_id as "accountId"
      from recovery_request where told_at is null and account_id is not null
     order by at, id limit 100`);

export type Owner = FoundAccount & {
  readonly memberId: MemberId;
  readonly nameKana: string;
  readonly language: Language;
};

/** The account, held: of its askings one after the other is seen to. */
export const lockOwner = async (tx: Tx, accountId: AccountId): Promise<Owner | undefined> => {
  tx.write(sql`
    select from account where society_id = ${tx.society} and id = ${accountId} for no key update`);
  return tx.one<Owner>(sql`
    select a.member_id as "memberId", a.email, a.second_email as "secondEmail", a.language,
      a.locked_at as "lockedAt", a.awaits_letter is not null as "awaitsLetter",
      m.lost_on as "lostOn", m.name_kana as "nameKana"
      from account a join member m on m.society_id = a.society_id and m.id = a.member_id
     where a.society_id = ${tx.society} and a.id = ${accountId}`);
};

type Taking = Pick<OpenRequest, "id" | "entranceId">;

/** In the transaction that queues its mail: told once. @returns false when another process did */
export const takeRequest = async (tx: Tx, { id, entranceId }: Taking, now: Instant) => {
  const taken = await tx.one<{ id: string }>(sql`
    update recovery_request set told_at = ${now}
     where entrance_id = ${entranceId} and id = ${id} and society_id = ${tx.society}
       and told_at is null returning id`);
  return taken !== undefined;
};

/** What staff read of it from now on. */
export const settleRequest = (tx: Tx, { id, entranceId }: Taking, reason: Reason): void =>
  tx.write(sql`
    update recovery_request set reason = ${reason}
     where entrance_id = ${entranceId} and id = ${id} and society_id = ${tx.society}`);

/** Of a society whose contract ended, or of an account that is gone: nobody is to be told. */
export const dropRequest = async (
  database: Database,
  { id, entranceId }: Taking,
  now: Instant,
): Promise<void> => {
  await database.directory(sql`
    update recovery_request set told_at = ${now}, reason = 'changed'
     where entrance_id = ${entranceId} and id = ${id} and told_at is null`);
};

type Sent = { readonly sentToday: number; readonly lastSentAt: Instant | null };

/** Mails of this kind that went to this account within a day. */
export const sentLately = async (
  tx: Tx,
  { id, kind, accountId }: Pick<OpenRequest, "id" | "kind" | "accountId">,
  now: Instant,
): Promise<Sent> =>
  (await tx.one<Sent>(sql`
    select count(*)::int as "sentToday", max(told_at) as "lastSentAt" from recovery_request
     where society_id = ${tx.society} and account_id = ${accountId} and kind = ${kind}
       and id <> ${id} and told_at > ${later(now, { days: -1 })}
       and reason in ('matched', 'staff-lock', 'awaits-letter', 'cover-ended')`)) ?? {
    sentToday: 0,
    lastSentAt: null,
  };

/**
 * Different 本人確認 with this address that were wrong within a day, each with the card's number or the
 * person of this right one: guesses at the rest. Who knows no more than the address counts nothing.
 */
export const wrongClaims = async (
  tx: Tx,
  { entranceId, emailMac, claimMac }: Pick<OpenRequest, "entranceId" | "emailMac" | "claimMac">,
  now: Instant,
): Promise<number> => {
  const row = await tx.one<{ count: number }>(sql`
    select count(distinct claim_mac)::int as count from recovery_request
     where entrance_id = ${entranceId} and email_mac = ${emailMac} and kind = 'forgot-id'
       and at > ${later(now, { days: -1 })} and reason = any (${misses})
       and (split_part(claim_mac, '.', 2) = split_part(${claimMac}, '.', 2)
         or split_part(claim_mac, '.', 3) = split_part(${claimMac}, '.', 3))`);
  return row?.count ?? 0;
};

type Way = {
  readonly codeMac: string;
  readonly codeUntil: Instant;
  readonly tokenHash: string;
  readonly expiresAt: Instant;
};

/** The newest mail's code and button; those of the mails before it are void. */
export const openWay = (
  tx: Tx,
  request: Pick<OpenRequest, "id" | "kind" | "entranceId"> & Pick<Whose, "accountId">,
  { now, way }: { readonly now: Instant; readonly way: Way },
): void => {
  tx.write(sql`
    update recovery_request set ended_at = ${now}, outcome = 'replaced'
     where society_id = ${tx.society} and account_id = ${request.accountId}
       and kind = ${request.kind} and id <> ${request.id} and token_hash is not null
       and ended_at is null`);
  tx.write(sql`
    update recovery_request
       set code_mac = ${way.codeMac}, code_until = ${way.codeUntil},
         token_hash = ${way.tokenHash}, expires_at = ${way.expiresAt}
     where entrance_id = ${request.entranceId} and id = ${request.id}
       and society_id = ${tx.society}`);
};
