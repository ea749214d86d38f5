import { type MailId, type MemberId, newId } from "../kernel/ids.ts";
import { epochMsOf, type Instant } from "../kernel/time.ts";
import type { Secrets } from "../platform/crypto/types.ts";
import { sql } from "../platform/database/sql.ts";
import type { Tx } from "../platform/database/types.ts";
import type { MailKind } from "./kinds.ts";
import { type Part, sealPart } from "./sealed.ts";
import type { Mail } from "./types.ts";

export type QueueContext = { readonly now: Instant; readonly secrets: Secrets };

const rowOf = (tx: Tx, mail: Mail, { now, secrets }: QueueContext) => {
  const id = mail.id ?? newId<"mail">(epochMsOf(now));
  const sealed = (part: Part, plain: string) =>
    sealPart(secrets, { society: tx.society, mail: id, part }, plain);
  return {
    id,
    kind: mail.kind,
    sender_role: mail.from,
    language: mail.language,
    member_id: mail.memberId ?? null,
    valid_until: mail.validUntil ?? null,
    is_urgent: mail.isUrgent ?? false,
    most_a_day: mail.mostADay ?? null,
    recipient: sealed("recipient", mail.to),
    body: sealed("body", JSON.stringify(mail.content)),
  };
};

/**
 * Queues mails in the transaction of the change that they tell of: one statement, awaited with the
 * commit. Recipient and words are sealed before they leave this process. Those beyond `mostADay`
 * are left out: as the change holds its account's row, it is counted exactly.
 */
export const queueMails = (tx: Tx, mails: readonly Mail[], context: QueueContext): MailId[] => {
  const rows = mails.map((mail) => rowOf(tx, mail, context));
  if (rows.length > 0)
    tx.write(sql`
      with given as materialized (
        select one.*, here.*,
          row_number() over (partition by one.kind, one.member_id order by one.id) as nth
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as one (id uuid, kind text, sender_role text, language text, member_id uuid,
            valid_until timestamptz, is_urgent boolean, most_a_day integer, recipient text,
            body text),
          (select ${tx.society}::uuid as society_id, ${context.now}::timestamptz as queued_at) as here
      ), wanted as materialized (
        select * from given g
        where case when g.most_a_day is null then true else g.nth + (
          select count(*) from mail m
          where m.society_id = g.society_id and m.member_id = g.member_id and m.kind = g.kind
            and m.queued_at > g.queued_at - interval '1 day') <= g.most_a_day end
      ), queued as (
        insert into mail (society_id, id, kind, sender_role, language, member_id, valid_until,
          recipient, body, queued_at)
        select society_id, id, kind, sender_role, language, member_id, valid_until,
          recipient, body, queued_at
        from wanted
      )
      insert into mail_queue (society_id, mail_id, due_at, is_urgent)
      select society_id, id, queued_at, is_urgent from wanted`);
  return rows.map(({ id }) => id);
};

type Earlier = { readonly kind: MailKind; readonly memberId: MemberId; readonly since: Instant };

/** Whether a mail of this kind about this member was queued since then. */
export const wasMailed = async (tx: Tx, { kind, memberId, since }: Earlier): Promise<boolean> => {
  const earlier = await tx.one<{ id: MailId }>(sql`
    select id from mail where society_id = ${tx.society} and member_id = ${memberId}
      and kind = ${kind} and queued_at > ${since} limit 1`);
  return earlier !== undefined;
};
