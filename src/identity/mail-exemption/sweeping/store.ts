import type { MemberId } from "../../../kernel/ids.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";

/** Everything of members who go. */
export const forgetExemptions = (tx: Tx, members: readonly MemberId[]): void =>
  tx.write(sql`
    delete from mail_exemption
     where society_id = ${tx.society} and member_id = any (${members}::uuid[])`);
