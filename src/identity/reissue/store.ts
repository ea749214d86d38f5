import type { EntranceId, Id, MemberId } from "../../kernel/ids.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";

/**
 * Whose a user ID is, of the transaction's society: a registered one, or a letter's that went out,
 * whatever became of it.
 */
export const memberByLogin = async (
  tx: Tx,
  { entranceId, loginKey }: { readonly entranceId: EntranceId; readonly loginKey: string },
): Promise<MemberId | null> => {
  const row = await tx.one<{ memberId: MemberId | null }>(sql`
    select coalesce(a.member_id, p.member_id) as "memberId"
      from login_directory d
      left join account a on d.kind = 'account' and a.society_id = d.society_id
        and a.id = d.target_id
      left join provisional_credential p on d.kind = 'provisional'
        and p.society_id = d.society_id and p.id = d.target_id and p.state <> 'prepared'
     where d.society_id = ${tx.society} and d.entrance_id = ${entranceId}
       and d.login_key = ${loginKey}`);
  return row?.memberId ?? null;
};

/** The letter of a batch that is this member's. @throws when there is none */
export const letterIn = async (
  tx: Tx,
  { batchId, memberId }: { readonly batchId: Id<"batch">; readonly memberId: MemberId },
): Promise<Id<"credential">> => {
  const row = await tx.one<{ id: Id<"credential"> }>(sql`
    select id from provisional_credential
     where society_id = ${tx.society} and batch_id = ${batchId} and member_id = ${memberId}
       and state = 'active'`);
  if (!row) throw new Error("a reissued letter that does not work");
  return row.id;
};

/** What its member has enrolled goes when the first sign-in with this letter is done, not before. */
export const letterResetsFactors = (tx: Tx, letterId: Id<"credential">): void =>
  tx.write(sql`
    update provisional_credential set resets_factors = true
     where society_id = ${tx.society} and id = ${letterId}`);
