import type { MemberId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";

export type Exemption = {
  readonly reason: string;
  /** Who gave it, such as `operator`. */
  readonly grantedBy: string;
  readonly grantedAt: Instant;
};

export const exemptionOf = (tx: Tx, memberId: MemberId): Promise<Exemption | undefined> =>
  tx.one<Exemption>(sql`
    select reason, granted_by as "grantedBy", granted_at as "grantedAt" from mail_exemption
     where society_id = ${tx.society} and member_id = ${memberId}`);

/** @returns false: there is one already, and it stays as it was given */
export const insertExemption = async (
  tx: Tx,
  memberId: MemberId,
  { reason, grantedBy, grantedAt }: Exemption,
): Promise<boolean> =>
  (await tx.one(sql`
    insert into mail_exemption (society_id, member_id, reason, granted_by, granted_at)
    values (${tx.society}, ${memberId}, ${reason}, ${grantedBy}, ${grantedAt})
    on conflict do nothing returning member_id`)) !== undefined;

/** @returns false: there was none */
export const deleteExemption = async (tx: Tx, memberId: MemberId): Promise<boolean> =>
  (await tx.one(sql`
    delete from mail_exemption
     where society_id = ${tx.society} and member_id = ${memberId} returning member_id`)) !==
  undefined;
