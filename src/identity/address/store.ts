import type { AccountId, EntranceId, Id } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";
import { insertLink } from "../links/index.ts";

export const linkKind = "confirm-address";

export type NewConfirmation = {
  readonly id: Id<"confirmation">;
  readonly accountId: AccountId;
  readonly entranceId: EntranceId;
  readonly email: string;
  readonly tokenHash: string;
  readonly sentAt: Instant;
  readonly expiresAt: Instant;
};

export const insertConfirmation =
  (confirmation: NewConfirmation) =>
  (tx: Tx): void => {
    tx.write(sql`
      insert into address_confirmation (society_id, id, account_id, email, sent_at, expires_at)
      values (${tx.society}, ${confirmation.id}, ${confirmation.accountId}, ${confirmation.email},
        ${confirmation.sentAt}, ${confirmation.expiresAt})`);
    const { tokenHash, entranceId, id: targetId } = confirmation;
    insertLink(tx, { kind: linkKind, tokenHash, entranceId, targetId });
  };

/** A confirmation beside its account as it is now. */
export type Confirmation = {
  readonly accountId: AccountId;
  readonly email: string;
  readonly expiresAt: Instant;
  readonly currentEmail: string | null;
  readonly confirmedAt: Instant | null;
};

export const readConfirmation = (
  tx: Tx,
  id: Id<"confirmation">,
): Promise<Confirmation | undefined> =>
  tx.one<Confirmation>(sql`
    select c.account_id as "accountId", c.email, c.expires_at as "expiresAt",
      a.email as "currentEmail", a.email_confirmed_at as "confirmedAt"
      from address_confirmation c
      join account a on a.society_id = c.society_id and a.id = c.account_id
     where c.society_id = ${tx.society} and c.id = ${id}`);

/** Locked together with its account's row, so that two presses of the button are one. */
export const lockConfirmation = async (
  tx: Tx,
  id: Id<"confirmation">,
): Promise<Confirmation | undefined> => {
  await tx.one(sql`
    select a.id from account a
      join address_confirmation c on c.society_id = a.society_id and c.account_id = a.id
     where a.society_id = ${tx.society} and c.id = ${id} for update`);
  return readConfirmation(tx, id);
};

export const confirmAddress = (tx: Tx, id: Id<"confirmation">, now: Instant): void => {
  tx.write(sql`
    update address_confirmation set used_at = ${now}
     where society_id = ${tx.society} and id = ${id} and used_at is null`);
  tx.write(sql`
    update account a
       set email_confirmed_at = ${now}, email_failed_at = null, email_failure = null
      from address_confirmation c
     where a.society_id = ${tx.society} and c.society_id = a.society_id and c.id = ${id}
       and a.id = c.account_id and a.email = c.email and a.email_confirmed_at is null`);
};

export type LastConfirmation = {
  readonly email: string | null;
  readonly confirmedAt: Instant | null;
  readonly language: "ja" | "en";
  readonly lastSentAt: Instant | null;
};

/**
 * For sending it again: the account's row is locked first and the rest read after, so that of two
 * clicks the second sees what the first one sent.
 */
export const lockAddress = async (
  tx: Tx,
  accountId: AccountId,
): Promise<LastConfirmation | undefined> => {
  await tx.one(sql`
    select id from account where society_id = ${tx.society} and id = ${accountId} for update`);
  return tx.one<LastConfirmation>(sql`
    select a.email, a.email_confirmed_at as "confirmedAt", a.language,
      (select max(c.sent_at) from address_confirmation c
        where c.society_id = a.society_id and c.account_id = a.id) as "lastSentAt"
      from account a where a.society_id = ${tx.society} and a.id = ${accountId}`);
};
