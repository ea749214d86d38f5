import { type MailId, newId } from "../kernel/ids.ts";
import { epochMsOf, type Instant } from "../kernel/time.ts";
import type { Secrets } from "../platform/crypto/types.ts";
import { sql } from "../platform/database/sql.ts";
import type { Tx } from "../platform/database/types.ts";
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
    recipient: sealed("recipient", mail.to),
    body: sealed("body", JSON.stringify(mail.content)),
  };
};

/**
 * Queues mails in the transaction of the change that they tell of: one statement, awaited with the
 * commit. Recipient and words are sealed before they leave this process.
 */
export const queueMails = (tx: Tx, mails: readonly Mail[], context: QueueContext): MailId[] => {
  const rows = mails.map((mail) => rowOf(tx, mail, context));
  if (rows.length > 0)
    tx.write(sql`
      with given as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as one (id uuid, kind text, sender_role text, language text, member_id uuid,
            valid_until timestamptz, is_urgent boolean, recipient text, body text)
      ), queued as (
        insert into mail (society_id, id, kind, sender_role, language, member_id, valid_until,
          recipient, body, queued_at)
        select ${tx.society}, id, kind, sender_role, language, member_id, valid_until,
          recipient, body, ${context.now}
        from given
      )
      insert into mail_queue (society_id, mail_id, due_at, is_urgent)
      select ${tx.society}, id, ${context.now}, is_urgent from given`);
  return rows.map(({ id }) => id);
};
