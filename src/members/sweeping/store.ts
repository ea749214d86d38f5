import type { MemberId } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";

/**
 * Members who lost their eligibility (資格喪失日) on that day or before; held until the end of the
 * transaction, so that an import that takes the loss back is not overtaken.
 */
export const holdLostMembers = async (
  tx: Tx,
  { lostUpTo, most }: { readonly lostUpTo: PlainDate; readonly most: number },
): Promise<readonly MemberId[]> =>
  (
    await tx.query<{ id: MemberId }>(sql`
      select id from member where society_id = ${tx.society} and lost_on <= ${lostUpTo}
       order by lost_on limit ${most} for update skip locked`)
  ).map(({ id }) => id);

/** Last of all that is theirs: what points at them is gone by then. */
export const forgetMembers = (tx: Tx, members: readonly MemberId[]): void =>
  tx.write(sql`
    delete from member where society_id = ${tx.society} and id = any (${members}::uuid[])`);
