import { type EntranceId, type Id, newId } from "../../../../kernel/ids.ts";
import { epochMsOf, type Instant, later } from "../../../../kernel/time.ts";
import { sql } from "../../../../platform/database/sql.ts";
import type { Tx } from "../../../../platform/database/types.ts";

/** A wrong 本人確認 of a reset. */
export type WrongClaim = {
  readonly entranceId: EntranceId;
  readonly sourceMac: string;
  readonly loginMac: string;
  readonly reference: string;
  readonly accountId: Id<string>;
  readonly at: Instant;
};

/** It counts on the flow, and here on its source and on all resets of the account; locks nothing. */
export const noteWrongClaim =
  (wrong: WrongClaim) =>
  (tx: Tx): void =>
    tx.write(sql`
      insert into failed_try (entrance_id, id, at, kind, reference, source_mac, login_mac, reason,
        society_id, target_id)
      values (${wrong.entranceId}, ${newId(epochMsOf(wrong.at))}, ${wrong.at}, 'proof',
        ${wrong.reference}, ${wrong.sourceMac}, ${wrong.loginMac}, 'reset-identity-wrong', ${tx.society},
        ${wrong.accountId})`);

/** How often all resets of this account failed lately, and this source. */
export type FailedTries = { readonly ofAccount: number; readonly ofSource: number };

export const failedClaims = async (
  tx: Tx,
  { entranceId, sourceMac, loginMac, at }: WrongClaim,
): Promise<FailedTries> => {
  const row = await tx.one<FailedTries>(sql`
    select
      (select count(*)::int from failed_try
        where entrance_id = ${entranceId} and login_mac = ${loginMac} and kind = 'proof'
          and at > ${later(at, { hours: -24 })}) as "ofAccount",
      (select count(*)::int from failed_try
        where entrance_id = ${entranceId} and source_mac = ${sourceMac} and kind = 'proof'
          and at > ${later(at, { hours: -1 })}) as "ofSource"`);
  return row ?? { ofAccount: 0, ofSource: 0 };
};
