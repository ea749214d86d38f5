import type { MailId, SocietyId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { ProcessId } from "../../platform/database/processes/types.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Database, Tx } from "../../platform/database/types.ts";
import type { Language } from "../../society/types.ts";
import type { SenderRole } from "../types.ts";

export type DueMail = { readonly society: SocietyId; readonly mail: MailId };
export type ClaimedMail = DueMail & { readonly isUrgent: boolean };

export type QueuedMail = {
  readonly id: MailId;
  readonly senderRole: SenderRole;
  readonly language: Language;
  readonly attempts: number;
  readonly queuedAt: Instant;
  readonly validUntil: Instant | null;
  /** Sealed. */
  readonly recipient: string;
  readonly body: string;
};

export type Claiming = {
  readonly at: Instant;
  readonly leaseEnd: Instant;
  readonly most: number;
  readonly isOnlyUrgent: boolean;
  /** When this process is gone, the others need not wait for the lease's end. */
  readonly holder: ProcessId | null;
};

/** Leases due mails of any society to this worker until `leaseEnd`, urgent ones first. */
export const claimMails = (
  database: Database,
  { at, leaseEnd, most, isOnlyUrgent, holder }: Claiming,
): Promise<ClaimedMail[]> =>
  database.directory<ClaimedMail>(sql`
    select society_id as society, mail_id as mail, is_urgent as "isUrgent"
    from claim_mail(${at}, ${leaseEnd}, ${most}, ${isOnlyUrgent}, ${holder}::uuid)`);

/** Those of one society that are still to be sent, in one round trip. */
export const readMails = async (
  database: Database,
  society: SocietyId,
  ids: readonly MailId[],
): Promise<QueuedMail[]> => {
  const [rows] = await database.read(society, [
    sql`select id, sender_role as "senderRole", language, attempts, queued_at as "queuedAt",
          valid_until as "validUntil", recipient, body
        from mail where society_id = ${society} and id = any(${ids}::uuid[])
          and state = 'queued'`,
  ]);
  return rows as QueuedMail[];
};

/** What became of one attempt: with `dueAt` it waits for the next, without it is settled. */
export type Attempted = {
  readonly id: MailId;
  readonly state: "sent" | "failed" | "queued";
  readonly code: string | null;
  readonly dueAt: Instant | null;
};

const idsOf = (mails: readonly { readonly id: MailId }[]) => mails.map(({ id }) => id);

/** The words of what is settled are purged; recipients stay sealed. */
export const recordAttempts = (tx: Tx, attempts: readonly Attempted[], at: Instant): void => {
  tx.write(sql`
    update mail set state = one.state, attempts = attempts + 1, last_error = one.code,
      body = case when one.state = 'queued' then body end,
      settled_at = case when one.state = 'queued' then null else ${at}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(attempts)}::jsonb)
      as one (id uuid, state text, code text)
    where mail.society_id = ${tx.society} and mail.id = one.id and mail.state = 'queued'
      -- by the key: the planner takes a record set for 100 rows, and would read all mails
      and mail.id = any(${idsOf(attempts)}::uuid[])`);
  leaveQueue(tx, idsOf(attempts.filter(({ state }) => state !== "queued")));
  postpone(tx, attempts);
};

const postpone = (tx: Tx, attempts: readonly Attempted[]): void => {
  const later = attempts.filter(({ state }) => state === "queued");
  if (later.length === 0) return;
  tx.write(sql`
    update mail_queue set due_at = one."dueAt", holder = null
    from jsonb_to_recordset(${JSON.stringify(later)}::jsonb) as one (id uuid, "dueAt" timestamptz)
    where mail_queue.society_id = ${tx.society} and mail_queue.mail_id = one.id
      and mail_queue.mail_id = any(${idsOf(later)}::uuid[])`);
};

/** There is nothing (more) to send of these. */
export const leaveQueue = (tx: Tx, ids: readonly MailId[]): void => {
  if (ids.length === 0) return;
  tx.write(sql`
    delete from mail_queue where society_id = ${tx.society} and mail_id = any(${ids}::uuid[])`);
};

export type GivenBack = {
  readonly id: MailId;
  readonly leaseEnd: Instant;
  /** Null: in the order in which it came. */
  readonly dueAt: Instant | null;
};

/** Ends the lease of mails that were not tried, unless another worker has leased them since. */
export const giveBack = (tx: Tx, mails: readonly GivenBack[]): void =>
  tx.write(sql`
    update mail_queue set due_at = coalesce(one."dueAt", mail.queued_at), holder = null
    from mail, jsonb_to_recordset(${JSON.stringify(mails)}::jsonb)
      as one (id uuid, "leaseEnd" timestamptz, "dueAt" timestamptz)
    where mail_queue.society_id = ${tx.society}
      and mail_queue.mail_id = any(${idsOf(mails)}::uuid[])
      and mail_queue.mail_id = one.id and mail_queue.due_at = one."leaseEnd"
      and mail.society_id = mail_queue.society_id and mail.id = mail_queue.mail_id`);
