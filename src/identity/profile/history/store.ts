import type { AccountId, MemberId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";

/** One fact of somebody's data, as the audit has it. */
export type Entry = {
  readonly id: string;
  readonly at: Instant;
  readonly actorKind: "member" | "stranger" | "staff" | "operator" | "system";
  /** Done by the one whose data it is. */
  readonly isOwn: boolean;
  readonly action: string;
  /** 認証方法 that it was about. */
  readonly method: string | null;
  /** Address, or the part of the portal that did it. */
  readonly source: string;
  /** As its owner would call it; null where sessions do not tell for sure, or are swept. */
  readonly device: string | null;
};

type Asked = {
  readonly memberId: MemberId;
  readonly accountId: AccountId;
  /** Only what was before this one; null: the newest. */
  readonly before: string | null;
  readonly count: number;
};

/**
 * Facts of somebody's data, the newest first. A fact has an address and no device: that is told where
 * the account's sessions from that address were all of one device at that moment.
 */
export const entriesOf = (
  tx: Tx,
  { memberId, accountId, before, count }: Asked,
): Promise<Entry[]> =>
  tx.query<Entry>(sql`
    select f.id, f.at, f.actor_kind as "actorKind",
      coalesce(f.actor_id = ${accountId}, false) as "isOwn", f.action,
      f.details ->> 'method' as method, f.source, d.device
      from audit_fact f
      left join lateral (
        select min(s.device) as device from session s
         where s.society_id = ${tx.society} and s.account_id = ${accountId}
           and s.source = f.source and s.started_at <= f.at
           and coalesce(s.ended_at, s.ends_at) >= f.at
        having count(distinct s.device) = 1) d on f.actor_kind = 'member'
     where f.society_id = ${tx.society} and f.member_id = ${memberId}
       and (${before}::uuid is null or f.id < ${before}::uuid)
     order by f.id desc limit ${count}`);
