import type { AccountId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import { endSessionsOf } from "../../sessions/index.ts";

export type Temporary = {
  readonly mac: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  /** Where it was sent. Null: by a version that did not note it. */
  readonly sentTo: string | null;
  /** The fields of 本人確認 were right on the way here. */
  readonly isIdentityProved: boolean;
};

/** The newest alone counts. */
export const keepTemporary =
  (accountId: AccountId, { mac, madeAt, expiresAt, sentTo, isIdentityProved }: Temporary) =>
  (tx: Tx): void =>
    tx.write(sql`
      insert into temporary_password (society_id, account_id, mac, made_at, expires_at, sent_to,
        is_identity_proved)
      values (${tx.society}, ${accountId}, ${mac}, ${madeAt}, ${expiresAt}, ${sentTo},
        ${isIdentityProved})
      on conflict (society_id, account_id) do update set mac = excluded.mac,
        made_at = excluded.made_at, expires_at = excluded.expires_at,
        sent_to = excluded.sent_to,
        is_identity_proved = excluded.is_identity_proved, used_at = null, used_by = null`);

type Voiding = {
  readonly accountId: AccountId;
  readonly nobodysHash: string;
  readonly now: Instant;
};

/** The password opens nothing any more, and whoever is signed in with it is no longer. */
export const voidPassword =
  ({ accountId, nobodysHash, now }: Voiding) =>
  async (tx: Tx): Promise<void> => {
    tx.write(sql`
      update account set password_hash = ${nobodysHash}, password_changed_at = ${now}
       where society_id = ${tx.society} and id = ${accountId}`);
    await endSessionsOf(tx, accountId, now);
  };

type HeldTemporary = Temporary & {
  /** Of the browser that it served. */
  readonly usedBy: string | null;
};

/** Held until the transaction ends: of two browsers one is first. */
export const holdTemporary = (tx: Tx, accountId: AccountId): Promise<HeldTemporary | undefined> =>
  tx.one<HeldTemporary>(sql`
    select mac, made_at as "madeAt", expires_at as "expiresAt", sent_to as "sentTo",
      is_identity_proved as "isIdentityProved", used_by as "usedBy"
      from temporary_password where society_id = ${tx.society} and account_id = ${accountId}
       for update`);

export const useTemporary = (
  tx: Tx,
  accountId: AccountId,
  { by, at }: { readonly by: string; readonly at: Instant },
): void =>
  tx.write(sql`
    update temporary_password set used_at = ${at}, used_by = ${by}
     where society_id = ${tx.society} and account_id = ${accountId}`);
