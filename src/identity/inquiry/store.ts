import type { MemberId } from "../../kernel/ids.ts";
import { newId } from "../../kernel/ids.ts";
import { epochMsOf, type Instant } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Database, Tx } from "../../platform/database/types.ts";
import type { EntranceRow, Row } from "./types.ts";

export type Asked = {
  /** お問い合わせ番号 */
  readonly number: string;
  readonly since: Instant;
};

type Try = EntranceRow & { readonly targetId: string | null };

/** Refused sign-ins and wrong identity checks, of any society and of none. */
export const triesUnder = (database: Database, { number, since }: Asked): Promise<Try[]> =>
  database.directory<Try>(sql`
    select 'try' as what, at, kind, reason, entrance_id as "entranceId",
      society_id as "societyId", target_id as "targetId", null as "memberId"
      from failed_try where at > ${since} and reference = ${number} order by at`);

/** Askings for a forgotten ID or password, of any society and of none. */
export const askingsUnder = (
  database: Database,
  { number, since }: Asked,
): Promise<EntranceRow[]> =>
  database.directory<EntranceRow>(sql`
    select 'asking' as what, at, kind, reason, entrance_id as "entranceId",
      society_id as "societyId", member_id as "memberId", told_at as "toldAt",
      expires_at as "expiresAt", code_until as "codeUntil", outcome, wrong
      from recovery_request where reference = ${number} and at > ${since} order by at`);

/** Ids of facts begin with their time: the newest are found without reading all of a society. */
const firstIdOf = (at: Instant): string =>
  `${newId(epochMsOf(at)).slice(0, 13)}-7000-8000-000000000000`;

/** What else the request came to, of the transaction's society. */
export const factsUnder = (tx: Tx, { number, since }: Asked): Promise<Row[]> =>
  tx.query<Row>(sql`
    select 'fact' as what, at, action, details ->> 'method' as method,
      details ->> 'reason' as reason, society_id as "societyId", member_id as "memberId"
      from audit_fact
     where society_id = ${tx.society} and id >= ${firstIdOf(since)} and request_id = ${number}
     order by id`);

/** Whose an account or a letter is. */
export const memberOf = async (tx: Tx, targetId: string): Promise<MemberId | null> => {
  const row = await tx.one<{ memberId: MemberId }>(sql`
    select member_id as "memberId" from account
     where society_id = ${tx.society} and id = ${targetId}
    union all
    select member_id from provisional_credential
     where society_id = ${tx.society} and id = ${targetId}`);
  return row?.memberId ?? null;
};
