import type { AccountId, Id } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { Counted } from "./rules.ts";

export type Sender = {
  /** Null: nobody is signed in. */
  readonly accountId: AccountId | null;
  readonly sourceMac: string;
};

export type Sent = Sender & {
  readonly id: Id<"contact">;
  /** 「お問い合わせ番号」 */
  readonly reference: string;
};

/** One at a time in a society, so that what is counted is exact. */
export const holdContacts = (tx: Tx): void =>
  tx.write(sql`
    select pg_advisory_xact_lock(hashtextextended('contact ' || ${tx.society}::text, 0))`);

/** The number under which this very form was received already. */
export const referenceOf = async (tx: Tx, id: Sent["id"]): Promise<string | undefined> => {
  const row = await tx.one<{ reference: string }>(sql`
    select reference from contact_message where society_id = ${tx.society} and id = ${id}`);
  return row?.reference;
};

type Since = { readonly own: Instant; readonly all: Instant };

export const countContacts = async (tx: Tx, sender: Sender, since: Since): Promise<Counted> => {
  const row = await tx.one<Counted>(sql`
    select count(*) filter (where sent_at > ${since.own} and
        case when ${sender.accountId}::uuid is null
          then account_id is null and source_mac = ${sender.sourceMac}
          else account_id = ${sender.accountId}::uuid end)::int as own,
      count(*) filter (where sent_at > ${since.all})::int as all
    from contact_message
    where society_id = ${tx.society} and sent_at > least(${since.own}::timestamptz, ${since.all}::timestamptz)`);
  return row ?? { own: 0, all: 0 };
};

export const insertContact = (tx: Tx, sent: Sent, now: Instant): void =>
  tx.write(sql`
    insert into contact_message (society_id, id, sent_at, reference, account_id, source_mac)
    values (${tx.society}, ${sent.id}, ${now}, ${sent.reference}, ${sent.accountId},
      ${sent.sourceMac})`);
