import type { AccountId, MemberId } from "../../kernel/ids.ts";
import type { Instant, PlainDate } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";
import type { Language } from "../../society/types.ts";
import type { Warning } from "./rules.ts";

/** Whose password nears its end. */
export type Ending = {
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  readonly nameKana: string;
  readonly email: string | null;
  /** When a mail to it came back. */
  readonly failedAt: Instant | null;
  /** 予備のメールアドレス */
  readonly second: string | null;
  readonly language: Language;
  readonly changedAt: Instant;
};

type Due = {
  readonly warning: Warning;
  readonly today: PlainDate;
  readonly count: number;
};

/**
 * Held, those of another worker left out. Without an address, locked by staff, waiting for a letter or
 * no longer covered: nobody to warn.
 */
export const holdEnding = (
  tx: Tx,
  { warning: { days, after, until }, today, count }: Due,
): Promise<Ending[]> =>
  tx.query<Ending>(sql`
    select a.id as "accountId", a.member_id as "memberId", m.name_kana as "nameKana",
      a.email, a.email_failed_at as "failedAt", a.second_email as second, a.language,
      a.password_changed_at as "changedAt"
      from account a join member m on m.society_id = a.society_id and m.id = a.member_id
     where a.society_id = ${tx.society}
       and a.password_changed_at > ${after} and a.password_changed_at <= ${until}
       and (a.password_warned_days is null or a.password_warned_days > ${days})
       and a.email is not null and a.locked_at is null and a.awaits_letter is null
       and (m.lost_on is null or m.lost_on > ${today})
     order by a.password_changed_at, a.id limit ${count}
       for no key update of a skip locked`);

/** Not again before another password is chosen. */
export const noteWarned = (tx: Tx, accountIds: readonly AccountId[], days: number): void =>
  tx.write(sql`
    update account set password_warned_days = ${days}
     where society_id = ${tx.society} and id = any (${accountIds})`);
