import type { AccountId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";

/** What somebody reads of themselves. */
export type Self = {
  readonly name: string;
  readonly nameKana: string;
  readonly email: string | null;
  readonly confirmedAt: Instant | null;
  /** When a mail to the address came back. */
  readonly failedAt: Instant | null;
  /** 予備のメールアドレス */
  readonly second: string | null;
  readonly wantsUpdateMails: boolean;
  readonly userId: string;
  readonly passwordChangedAt: Instant;
};

/** @throws when there is no such account: a bug */
export const selfOf = async (tx: Tx, accountId: AccountId): Promise<Self> => {
  const self = await tx.one<Self>(sql`
    select m.name, m.name_kana as "nameKana", a.email, a.email_confirmed_at as "confirmedAt",
      a.email_failed_at as "failedAt", a.second_email as second,
      a.wants_update_mails as "wantsUpdateMails",
      a.user_id as "userId", a.password_changed_at as "passwordChangedAt"
      from account a join member m on m.society_id = a.society_id and m.id = a.member_id
     where a.society_id = ${tx.society} and a.id = ${accountId}`);
  if (!self) throw new Error("the profile of an account that is not there");
  return self;
};
