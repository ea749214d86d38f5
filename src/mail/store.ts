import { type MailId, newId, type SocietyId } from "../kernel/ids.ts";
import { epochMsOf, type Instant } from "../kernel/time.ts";
import type { Secrets } from "../platform/crypto/types.ts";
import { sql } from "../platform/database/sql.ts";
import type { Database, Tx } from "../platform/database/types.ts";
import type { Language } from "../society/types.ts";
import { type Part, sealPart } from "./sealed.ts";
import type { Mail, SenderRole } from "./types.ts";

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

export type DueMail = { readonly society: SocietyId; readonly mail: MailId };

export type QueuedMail = {
  readonly senderRole: SenderRole;
  readonly language: Language;
  readonly attempts: number;
  readonly queuedAt: Instant;
  /** Sealed. */
  readonly recipient: string;
  readonly body: string;
};

/** Leases due mails of any society to this worker until `leaseEnd`. */
export const claimMails = (
  database: Database,
  { at, leaseEnd, most }: { at: Instant; leaseEnd: Instant; most: number },
): Promise<DueMail[]> =>
  database.directory<DueMail>(sql`
    select society_id as society, mail_id as mail
    from claim_mail(${at}, ${leaseEnd}, ${most})`);

/** Undefined when there is nothing (more) to send. */
export const readMail = async (
  database: Database,
  { society, mail }: DueMail,
): Promise<QueuedMail | undefined> => {
  const [rows] = await database.read(society, [
    sql`select sender_role as "senderRole", language, attempts, queued_at as "queuedAt",
          recipient, body
        from mail where society_id = ${society} and id = ${mail} and state = 'queued'`,
  ]);
  return rows?.[0] as QueuedMail | undefined;
};

/** Nothing more will be sent: the words are purged, the recipient stays sealed. */
export const settleMail = (
  database: Database,
  { society, mail }: DueMail,
  { state, code, at }: { state: "sent" | "failed"; code: string | null; at: Instant },
): Promise<void> =>
  database.inSociety(society, async (tx) => {
    tx.write(sql`
      update mail set state = ${state}, body = null, attempts = attempts + 1,
        settled_at = ${at}, last_error = ${code}
      where society_id = ${society} and id = ${mail} and state = 'queued'`);
    tx.write(sql`
      delete from mail_queue where society_id = ${society} and mail_id = ${mail}`);
  });

export const leaveQueue = (database: Database, { society, mail }: DueMail): Promise<void> =>
  database.inSociety(society, async (tx) => {
    tx.write(sql`
      delete from mail_queue where society_id = ${society} and mail_id = ${mail}`);
  });

export const postponeMail = (
  database: Database,
  { society, mail }: DueMail,
  { code, dueAt }: { code: string; dueAt: Instant },
): Promise<void> =>
  database.inSociety(society, async (tx) => {
    tx.write(sql`
      update mail set attempts = attempts + 1, last_error = ${code}
      where society_id = ${society} and id = ${mail} and state = 'queued'`);
    tx.write(sql`
      update mail_queue set due_at = ${dueAt} where society_id = ${society} and mail_id = ${mail}`);
  });
