import type pg from "pg";
import type { Actor, Origin } from "../../audit/types.ts";
import type { EntranceId, SocietyId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { foldId } from "../../kernel/width.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";
import type { BatchId, BatchKind, Prepared } from "./types.ts";

/**
 * One run a society at a time, or they would sweep each other's letters. The lock is the
 * connection's, gone with it, and holds no transaction open for the many minutes of hashing.
 * @param client a connection of its own, not pooled
 */
export const holdIssueLock = async (client: pg.Client, society: SocietyId): Promise<boolean> => {
  const { rows } = await client.query<{ held: boolean }>(
    "select pg_try_advisory_lock(hashtextextended('credentials ' || $1, 0)) as held",
    [society],
  );
  return rows[0]?.held ?? false;
};

/**
 * Letters that were being prepared when something broke: nobody has them. Answers how many.
 * @param batchId of this batch alone; otherwise of all, which needs the society's lock
 */
export const sweepPrepared = async (tx: Tx, batchId: BatchId | null = null): Promise<number> => {
  tx.write(sql`
    delete from login_directory d using provisional_credential p
    where d.society_id = ${tx.society} and p.society_id = ${tx.society}
      and d.kind = 'provisional' and d.target_id = p.id and p.state = 'prepared'
      and (${batchId}::uuid is null or p.batch_id = ${batchId})`);
  const swept = await tx.query<{ id: string }>(sql`
    delete from provisional_credential
    where society_id = ${tx.society} and state = 'prepared'
      and (${batchId}::uuid is null or batch_id = ${batchId}) returning id`);
  tx.write(sql`
    delete from credential_batch where society_id = ${tx.society} and state = 'prepared'
      and (${batchId}::uuid is null or id = ${batchId})`);
  return swept.length;
};

type Opening = {
  readonly id: BatchId;
  readonly kind: BatchKind;
  readonly now: Instant;
  readonly fetchableUntil: Instant | null;
  readonly hasCovers: boolean;
};

/** Answers the batch's number: the next one of the society, never one that was given before. */
export const openBatch = async (
  tx: Tx,
  { id, kind, now, fetchableUntil, hasCovers }: Opening,
): Promise<number> => {
  const batch = await tx.one<{ number: number }>(sql`
    with counted as (
      insert into credential_batch_count as c (society_id, last) values (${tx.society}, 1)
      on conflict (society_id) do update set last = c.last + 1 returning last
    )
    insert into credential_batch
      (society_id, id, origin, state, prepared_at, number, fetchable_until, has_covers)
    select ${tx.society}, ${id}, ${kind}, 'prepared', ${now}::timestamptz, last,
      ${fetchableUntil}::timestamptz, ${hasCovers}::boolean
    from counted returning number`);
  if (!batch) throw new Error("a batch without a number");
  return batch.number;
};

/** Leaves out so many numbers: those that a restored society may have given since its backup. */
export const passOverNumbers = (tx: Tx, count: number): void =>
  tx.write(sql`
    insert into credential_batch_count as c (society_id, last) values (${tx.society}, ${count})
    on conflict (society_id) do update set last = c.last + excluded.last`);

/**
 * Reserves the issued IDs at the entrance. Answers the keys of those that were free: the others
 * belong to somebody already, perhaps of another society, whom row security does not show.
 */
export const reserveIssuedIds = async (
  tx: Tx,
  entranceId: EntranceId,
  letters: readonly Pick<Prepared, "id" | "issuedId">[],
): Promise<ReadonlySet<string>> => {
  const free = await tx.query<{ key: string }>(sql`
    insert into login_directory (entrance_id, login_key, society_id, kind, target_id)
    select ${entranceId}, letter.key, ${tx.society}, 'provisional', letter.id
    from unnest(${letters.map(({ issuedId }) => foldId(issuedId))}::text[],
      ${letters.map(({ id }) => id)}::uuid[]) as letter (key, id)
    -- in one order, or two societies at once would wait for each other
    order by letter.key
    on conflict do nothing returning login_key as key`);
  return new Set(free.map(({ key }) => key));
};

const rowOf = ({ renamed, ...letter }: Prepared) => ({
  id: letter.id,
  member_id: letter.memberId,
  issued_id: letter.issuedId,
  password_hash: letter.passwordHash,
  is_weak: letter.isWeak,
  expires_at: letter.expiresAt,
  former_id: renamed?.formerId ?? null,
  renamed_because: renamed?.because ?? null,
  number: letter.number,
  sent_to: letter.sentTo,
});

export const prepare = (tx: Tx, batchId: BatchId, letters: readonly Prepared[]): void =>
  tx.write(sql`
    insert into provisional_credential (society_id, id, batch_id, member_id, issued_id,
      password_hash, state, is_weak, expires_at, former_id, renamed_because, number, sent_to)
    select ${tx.society}, letter.id, ${batchId}, letter.member_id, letter.issued_id,
      letter.password_hash, 'prepared', letter.is_weak, letter.expires_at, letter.former_id,
      letter.renamed_because, letter.number, letter.sent_to
    from jsonb_to_recordset(${JSON.stringify(letters.map(rowOf))}::jsonb)
      as letter (id uuid, member_id uuid, issued_id text, password_hash text, is_weak boolean,
        expires_at timestamptz, former_id text, renamed_because text, number integer,
        sent_to text)`);

/**
 * Locks the letters that this batch will make void, before anything else of its activation: a
 * first sign-in that finishes locks its letter first and then takes the letter's ID, so whoever
 * took IDs first here would wait for it in a circle. Who finishes now is waited for, and has an
 * account afterwards; who comes later finds a void letter.
 */
export const lockOlderLetters = (tx: Tx, batchId: BatchId): void =>
  tx.write(sql`
    with locked as materialized (
      select older.id from provisional_credential newer
      join provisional_credential older on older.society_id = ${tx.society}
        and older.member_id = newer.member_id and older.state = 'active'
      where newer.society_id = ${tx.society} and newer.batch_id = ${batchId}
      order by older.id for update of older
    )
    select count(*) from locked`);

export type Activation = {
  readonly batchId: BatchId;
  readonly now: Instant;
  readonly actor: Actor;
  readonly origin: Origin;
};

/**
 * From here on the batch's letters work and older ones of the same members do not. False when the
 * batch is not there to be activated: nothing happened then.
 */
export const activate = async (
  tx: Tx,
  { batchId, now, actor, origin }: Activation,
): Promise<boolean> => {
  const batch = await tx.one<{ origin: BatchKind }>(sql`
    update credential_batch set state = 'activated', activated_at = ${now}
    where society_id = ${tx.society} and id = ${batchId} and state = 'prepared' returning origin`);
  if (!batch) return false;
  tx.write(sql`
    update provisional_credential older set state = 'void', voided_at = ${now}
    from provisional_credential newer
    where older.society_id = ${tx.society} and older.state = 'active'
      and newer.society_id = ${tx.society} and newer.batch_id = ${batchId}
      and older.member_id = newer.member_id`);
  tx.write(sql`
    update provisional_credential set state = 'active', issued_at = ${now}
    where society_id = ${tx.society} and batch_id = ${batchId} and state = 'prepared'`);
  // a letter's fact has the letter's id, the batch's the batch's: UUIDv7 that the app made
  tx.write(sql`
    insert into audit_fact (society_id, id, at, actor_kind, actor_id, action, subject_kind,
      subject_id, member_id, request_id, source, details)
    select ${tx.society}, p.id, ${now}::timestamptz, ${actor.kind},
      ${"id" in actor ? actor.id : null}::uuid, ${`credential.${batch.origin}`}, 'credential',
      p.id::text, p.member_id, ${origin.requestId}, ${origin.source},
      jsonb_build_object('batch', ${batchId}::text)
        || case when p.is_weak then '{"weak": true}'::jsonb else '{}' end
        || case when p.former_id is null then '{}'::jsonb else '{"renamed": true}' end
    from provisional_credential p
    where p.society_id = ${tx.society} and p.batch_id = ${batchId} and p.state = 'active'`);
  return true;
};

/** Undefined when another run swept it. */
export const batchState = async (tx: Tx, batchId: BatchId): Promise<string | undefined> =>
  (
    await tx.one<{ state: string }>(sql`
      select state from credential_batch where society_id = ${tx.society} and id = ${batchId}`)
  )?.state;
