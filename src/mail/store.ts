import { type MailId, newId, type SocietyId } from "../kernel/ids.ts";
import { epochMsOf, type Instant } from "../kernel/time.ts";
import type { Secrets } from "../platform/crypto/types.ts";
import { sql } from "../platform/database/sql.ts";
import type { Tx } from "../platform/database/types.ts";
import { type Part, sealPart } from "./sealed.ts";
import type { Mail } from "./types.ts";

export type QueueContext = { readonly now: Instant; readonly secrets: Secrets };

/**
 * Queues mails in the transaction of the change that they tell of: one statement, awaited with the
 * commit. Recipient and words are sealed before they leave this process.
 */
export const queueMails = (
  tx: Tx,
  mails: readonly Mail[],
  { now, secrets }: QueueContext,
): MailId[] => {
  const rows = mails.map((mail) => {
    const id = newId<"mail">(epochMsOf(now));
    const sealed = (part: Part, plain: string) =>
      sealPart(secrets, { society: tx.society, mail: id, part }, plain);
    return {
      id,
      kind: mail.kind,
      sender_role: mail.from,
      language: mail.language,
      recipient: sealed("recipient", mail.to),
      body: sealed("body", JSON.stringify(mail.content)),
    };
  });
  if (rows.length > 0)
    tx.write(sql`
      with queued as (
        insert into mail (society_id, id, kind, sender_role, language, recipient, body, queued_at)
        select ${tx.society}, one.id, one.kind, one.sender_role, one.language, one.recipient,
          one.body, ${now}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as one (id uuid, kind text, sender_role text, language text, recipient text, body text)
        returning id, queued_at
      )
      insert into mail_queue (society_id, mail_id, due_at)
      select ${tx.society}, id, queued_at from queued`);
  return rows.map(({ id }) => id);
};
