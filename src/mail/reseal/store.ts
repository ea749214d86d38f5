import type { MailId } from "../../kernel/ids.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";

export type SealedMail = {
  readonly id: MailId;
  /** Sealed, as is the body; null once there is nothing more to send. */
  readonly recipient: string;
  readonly body: string | null;
};

/** Mails that another key than this one sealed, locked: the sender waits for the moment of a batch. */
export const lockMailsOfOtherKeys = (
  tx: Tx,
  { keyId, after, most }: { keyId: string; after: string; most: number },
): Promise<readonly SealedMail[]> =>
  tx.query<SealedMail>(sql`
    select id, recipient, body from mail
    where society_id = ${tx.society} and id > ${after}
      and (not starts_with(recipient, ${keyId} || '.') or not starts_with(body, ${keyId} || '.'))
    order by id limit ${most} for update`);

export const rewriteMails = (tx: Tx, mails: readonly SealedMail[]): void =>
  tx.write(sql`
    update mail m set recipient = one.recipient, body = one.body
    from jsonb_to_recordset(${JSON.stringify(mails)}::jsonb)
      as one (id uuid, recipient text, body text)
    where m.society_id = ${tx.society} and m.id = one.id`);
