import type { AccountId, EntranceId, Id, MemberId, SocietyId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Database, Tx } from "../../platform/database/types.ts";
import type { Language } from "../../society/types.ts";

export type LockNotice = {
  readonly id: Id<"notice">;
  readonly entranceId: EntranceId;
  /** Null where nobody has that user ID. */
  readonly societyId: SocietyId | null;
  readonly accountId: AccountId | null;
  readonly lockedAt: Instant;
  readonly lockedUntil: Instant;
};

/** Locks that began and that nobody was told of yet. */
export const openNotices = (database: Database): Promise<LockNotice[]> =>
  database.directory<LockNotice>(sql`
    select id, entrance_id as "entranceId", society_id as "societyId", account_id as "accountId",
      locked_at as "lockedAt", locked_until as "lockedUntil"
      from lock_notice order by locked_at limit 100`);

/** Gone in the transaction that queues its mail: told once. @returns false when another did */
export const takeNotice = async (tx: Tx, notice: LockNotice): Promise<boolean> => {
  const taken = await tx.one<{ id: string }>(sql`
    delete from lock_notice where entrance_id = ${notice.entranceId} and id = ${notice.id}
    returning id`);
  return taken !== undefined;
};

export const dropNotice = async (database: Database, notice: LockNotice): Promise<void> => {
  await database.directory(sql`
    delete from lock_notice where entrance_id = ${notice.entranceId} and id = ${notice.id}`);
};

export type Owner = {
  readonly email: string | null;
  /** When a mail to it came back. */
  readonly failedAt: Instant | null;
  /** 予備のメールアドレス */
  readonly second: string | null;
  readonly language: Language;
  readonly memberId: MemberId;
  readonly nameKana: string;
  /** アカウントロック by staff. */
  readonly lockedAt: Instant | null;
};

export const ownerOf = (tx: Tx, accountId: AccountId): Promise<Owner | undefined> =>
  tx.one<Owner>(sql`
    select a.email, a.email_failed_at as "failedAt", a.second_email as second, a.language, a.member_id as "memberId", m.name_kana as "nameKana",
      a.locked_at as "lockedAt"
      from account a join member m on m.society_id = a.society_id and m.id = a.member_id
     where a.society_id = ${tx.society} and a.id = ${accountId}`);

/** Wrong passwords of a user ID, of every browser, and the lock that came of them. */
export const forgetCounters = (
  tx: Tx,
  { entranceId, loginMac }: { readonly entranceId: EntranceId; readonly loginMac: string },
): void =>
  tx.write(sql`
    delete from sign_in_counter where entrance_id = ${entranceId} and login_mac = ${loginMac}`);
