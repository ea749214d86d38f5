import type { AccountId } from "../../../kernel/ids.ts";
import type { Instant, PlainDate } from "../../../kernel/time.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { Language } from "../../../society/types.ts";

/** Whose password it is, and what it must differ from. */
export type Owner = {
  /** PHC string: of the password as it is now. */
  readonly hash: string;
  readonly userId: string;
  readonly email: string | null;
  readonly second: string | null;
  readonly failedAt: Instant | null;
  readonly language: Language;
  /** アカウントロック by staff. */
  readonly lockedAt: Instant | null;
  readonly nameKana: string;
  readonly bornOn: PlainDate;
  readonly memberNumber: string;
  /** Of a mail, where one was asked for and waits: the new password must be another one. */
  readonly temporaryMac: string | null;
};

/** @throws when there is no such account: a bug */
export const ownerOf = async (tx: Tx, accountId: AccountId): Promise<Owner> => {
  const owner = await tx.one<Owner>(sql`
    select a.password_hash as hash, a.user_id as "userId", a.email,
      a.second_email as second, a.email_failed_at as "failedAt", a.language,
      a.locked_at as "lockedAt", m.name_kana as "nameKana", m.born_on as "bornOn",
      m.member_number as "memberNumber", t.mac as "temporaryMac"
      from account a
      join member m on m.society_id = a.society_id and m.id = a.member_id
      left join temporary_password t on t.society_id = a.society_id and t.account_id = a.id
     where a.society_id = ${tx.society} and a.id = ${accountId}`);
  if (!owner) throw new Error("the password of an account that is not there");
  return owner;
};

/** The same, held until the transaction ends: no sign-in begins a session meanwhile. */
export const holdOwner = (tx: Tx, accountId: AccountId): Promise<Owner> => {
  tx.write(sql`
    select from account where society_id = ${tx.society} and id = ${accountId}
      for no key update`);
  return ownerOf(tx, accountId);
};
