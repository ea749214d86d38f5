import type { MailId, MemberId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";

export type ReportedMail = {
  readonly isBounced: boolean;
  readonly memberId: MemberId | null;
  readonly queuedAt: Instant;
  /** Sealed. */
  readonly recipient: string;
};

/** Locked: two reports of one mail are counted once. */
export const reportedMail = (tx: Tx, mail: MailId): Promise<ReportedMail | undefined> =>
  tx.one<ReportedMail>(sql`
    select state = 'bounced' as "isBounced", member_id as "memberId", queued_at as "queuedAt",
      recipient
    from mail where society_id = ${tx.society} and id = ${mail} for update`);

/**
 * Also a mail that is still queued: its last attempt had arrived, only we did not hear of it, and
 * another would come back as well.
 */
export const markBounced = (
  tx: Tx,
  mail: MailId,
  { code, at }: { readonly code: string; readonly at: Instant },
): void => {
  tx.write(sql`
    update mail set state = 'bounced', bounced_at = ${at}, bounce_code = ${code}, body = null,
      settled_at = coalesce(settled_at, ${at})
    where society_id = ${tx.society} and id = ${mail}`);
  tx.write(sql`delete from mail_queue where society_id = ${tx.society} and mail_id = ${mail}`);
};
