import type { EntranceId, Id, MemberId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import { foldId } from "../../../kernel/width.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { BatchId, Prepared } from "../types.ts";
import type { Counts, Renamed } from "./types.ts";

/** Of these letters, the IDs (folded) that an earlier letter of the same member has already. */
export const ownEarlierIds = async (
  tx: Tx,
  entranceId: EntranceId,
  letters: readonly Prepared[],
): Promise<ReadonlySet<string>> => {
  const rows = await tx.query<{ key: string }>(sql`
    select d.login_key as key
    from unnest(${letters.map(({ issuedId }) => foldId(issuedId))}::text[],
      ${letters.map(({ memberId }) => memberId)}::uuid[]) as letter (key, member_id)
    join login_directory d on d.society_id = ${tx.society} and d.entrance_id = ${entranceId}
      and d.login_key = letter.key and d.kind = 'provisional'
    join provisional_credential p on p.society_id = ${tx.society} and p.id = d.target_id
      and p.member_id = letter.member_id`);
  return new Set(rows.map(({ key }) => key));
};

type Prepares = { readonly batchId: BatchId; readonly now: Instant };

/** The next of a prepared batch whose ID is new, by id, so that any number can be streamed. */
export const renamedAfter = (
  tx: Tx,
  { batchId, now }: Prepares,
  { last, most }: { readonly last: Id<"credential"> | null; readonly most: number },
): Promise<Renamed[]> =>
  tx.query<Renamed>(sql`
    select p.id, p.member_id as "memberId", m.symbol, m.member_number as "memberNumber",
      m.branch_number as "branchNumber", m.name_kana as "nameKana", p.former_id as "formerId",
      p.issued_id as "issuedId", p.renamed_because as because, p.is_weak as "isWeak",
      p.expires_at as "expiresAt", m.email,
      exists (select from provisional_credential older
        where older.society_id = ${tx.society} and older.member_id = p.member_id
          and older.state = 'active' and older.expires_at > ${now}
          and older.issued_id = p.issued_id) as "isTold"
    from provisional_credential p
    join member m on m.society_id = ${tx.society} and m.id = p.member_id
    where p.society_id = ${tx.society} and p.batch_id = ${batchId} and p.former_id is not null
      and (${last}::uuid is null or p.id > ${last})
    order by p.id
    limit ${most}`);

/**
 * Whoever registered while the file was being prepared needs no letter any more.
 * @returns who that was
 */
export const dropRegistered = async (tx: Tx, batchId: BatchId): Promise<readonly MemberId[]> => {
  tx.write(sql`
    delete from login_directory d using provisional_credential p, account a
    where d.society_id = ${tx.society} and d.kind = 'provisional' and d.target_id = p.id
      and p.society_id = ${tx.society} and p.batch_id = ${batchId} and p.state = 'prepared'
      and a.society_id = ${tx.society} and a.member_id = p.member_id`);
  const dropped = await tx.query<{ id: MemberId }>(sql`
    delete from provisional_credential p using account a
    where p.society_id = ${tx.society} and p.batch_id = ${batchId} and p.state = 'prepared'
      and a.society_id = ${tx.society} and a.member_id = p.member_id
    returning p.member_id as id`);
  return dropped.map(({ id }) => id);
};

/** What a batch comes to. */
export const countBatch = async (tx: Tx, batchId: BatchId): Promise<Counts> => {
  const counts = await tx.one<Counts>(sql`
    select count(*) filter (where former_id is null)::int as kept,
      count(former_id)::int as renamed, count(*) filter (where is_weak)::int as weak
    from provisional_credential where society_id = ${tx.society} and batch_id = ${batchId}`);
  if (!counts) throw new Error("a count without a row");
  return counts;
};

/** An ID that the member had before leads from now on to the letter of this batch. */
export const moveOwnIds = (tx: Tx, batchId: BatchId, entranceId: EntranceId): void =>
  // issued IDs are ASCII: lower() folds them as foldId does
  tx.write(sql`
    update login_directory d set target_id = newer.id
    from provisional_credential newer, provisional_credential older
    where d.society_id = ${tx.society} and d.entrance_id = ${entranceId}
      and d.kind = 'provisional' and d.login_key = lower(newer.issued_id collate "C")
      and newer.society_id = ${tx.society} and newer.batch_id = ${batchId}
      and older.society_id = ${tx.society} and older.id = d.target_id
      and older.id <> newer.id and older.member_id = newer.member_id`);
