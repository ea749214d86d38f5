import type { MemberId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";

/** Whether a printed ID still opens a registration. */
export const letterWorks = async (tx: Tx, issuedId: string, now: Instant): Promise<boolean> => {
  const row = await tx.one<{ id: string }>(sql`
    select id from provisional_credential
     where society_id = ${tx.society} and issued_id = ${issuedId} and state = 'active'
       and expires_at > ${now}`);
  return row !== undefined;
};

/** A sample member by number, and whether they have registered. */
export const samplePersonAt = (
  tx: Tx,
  key: { readonly symbol: string; readonly memberNumber: string },
): Promise<{ readonly id: MemberId; readonly isRegistered: boolean } | undefined> =>
  tx.one(sql`
    select m.id, exists (select from account a
        where a.society_id = m.society_id and a.member_id = m.id) as "isRegistered"
      from member m
     where m.society_id = ${tx.society} and m.symbol_key = ${key.symbol}
       and m.number_key = ${key.memberNumber} and m.branch_number = '00'`);
