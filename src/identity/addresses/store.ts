import type { Change } from "../../flow/index.ts";
import type { AccountId, EntranceId, MemberId } from "../../kernel/ids.ts";
import { initialsOf } from "../../kernel/initials.ts";
import type { Instant } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";
import type { Language } from "../../society/types.ts";
import { insertLink } from "../links/index.ts";
import type { Addresses, ChangeId, Undoable } from "./rules.ts";

export const linkKind = "undo-address";

/** An account as its addresses are looked at. */
export type Whole = {
  readonly addresses: Addresses;
  /** Changes that were not undone, the oldest first. */
  readonly undoable: readonly Undoable[];
  readonly initials: string;
  /** Of mails. */
  readonly language: Language;
  readonly wantsUpdateMails: boolean;
  readonly passwordChangedAt: Instant;
};

type Row = Addresses &
  Omit<Whole, "addresses" | "undoable" | "initials"> & { readonly nameKana: string };

const undoableOf = (tx: Tx, accountId: AccountId): Promise<Undoable[]> =>
  tx.query<Undoable>(sql`
    select id, former_email as email, expires_at as until from address_change
     where society_id = ${tx.society} and account_id = ${accountId} and undone_at is null
       and former_email is not null and expires_at > changed_at
     order by nth`);

const rowOf = (tx: Tx, accountId: AccountId): Promise<Row | undefined> =>
  tx.one<Row>(sql`
    select a.email, a.email_confirmed_at as "confirmedAt", a.email_failed_at as "failedAt",
      a.second_email as second, a.second_email_confirmed_at as "secondConfirmedAt", a.language,
      a.wants_update_mails as "wantsUpdateMails", a.password_changed_at as "passwordChangedAt",
      m.name_kana as "nameKana"
      from account a join member m on m.society_id = a.society_id and m.id = a.member_id
     where a.society_id = ${tx.society} and a.id = ${accountId}`);

/** @throws when there is no such account: a bug */
export const wholeOf = async (tx: Tx, accountId: AccountId): Promise<Whole> => {
  const [row, undoable] = await Promise.all([rowOf(tx, accountId), undoableOf(tx, accountId)]);
  if (!row) throw new Error("addresses of an account that is not there");
  const { language, wantsUpdateMails, passwordChangedAt, nameKana, ...addresses } = row;
  const initials = initialsOf(nameKana);
  return { addresses, undoable, initials, language, wantsUpdateMails, passwordChangedAt };
};

/** The same, held until the transaction ends. */
export const holdWhole = (tx: Tx, accountId: AccountId): Promise<Whole> => {
  tx.write(sql`
    select from account where society_id = ${tx.society} and id = ${accountId} for no key update`);
  return wholeOf(tx, accountId);
};

export const writeAddresses =
  (accountId: AccountId, to: Addresses): Change =>
  (tx) =>
    tx.write(sql`
      update account set email = ${to.email}, email_confirmed_at = ${to.confirmedAt},
        email_failed_at = ${to.failedAt},
        email_failure = case when ${to.failedAt !== null} then email_failure end,
        second_email = ${to.second}, second_email_confirmed_at = ${to.secondConfirmedAt}
       where society_id = ${tx.society} and id = ${accountId}`);

/** 「通知情報更新時のメール通知」 */
export const writeWish =
  (accountId: AccountId, wantsUpdateMails: boolean): Change =>
  (tx) =>
    tx.write(sql`
      update account set wants_update_mails = ${wantsUpdateMails}
       where society_id = ${tx.society} and id = ${accountId}`);

type NewChange = {
  readonly id: ChangeId;
  readonly accountId: AccountId;
  readonly entranceId: EntranceId;
  readonly at: Instant;
  readonly sessionStartedAt: Instant;
  readonly before: Addresses;
  readonly after: Addresses;
  /** Of the button that is mailed; null: none is. Then it only stands between those before and after. */
  readonly button: {
    readonly tokenHash: string;
    /** What it undoes: this change, or an older one and all that came after it. */
    readonly undoes: ChangeId;
    readonly until: Instant;
  } | null;
};

const writeButton = (
  tx: Tx,
  entranceId: EntranceId,
  { tokenHash, undoes, until }: NonNullable<NewChange["button"]>,
): void => {
  tx.write(sql`
    update address_change set expires_at = ${until}
     where society_id = ${tx.society} and id = ${undoes}`);
  insertLink(tx, { kind: linkKind, tokenHash, entranceId, targetId: undoes });
};

/** To be called while the account's row is held. */
export const insertChange =
  ({ before, after, ...change }: NewChange): Change =>
  (tx) => {
    tx.write(sql`
      insert into address_change (society_id, id, account_id, nth, changed_at, session_started_at,
        former_email, former_confirmed_at, former_second_email, former_second_confirmed_at,
        email, second_email, expires_at)
      values (${tx.society}, ${change.id}, ${change.accountId}, (
          select coalesce(max(nth), 0) + 1 from address_change
           where society_id = ${tx.society} and account_id = ${change.accountId}),
        ${change.at}, ${change.sessionStartedAt}, ${before.email}, ${before.confirmedAt}, ${before.second},
        ${before.secondConfirmedAt}, ${after.email}, ${after.second}, ${change.at})`);
    if (change.button) writeButton(tx, change.entranceId, change.button);
  };

/** A change beside its account as that is now. */
export type KeptChange = {
  readonly id: ChangeId;
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  /** Of its account: what came after what. */
  readonly nth: number;
  readonly changedAt: Instant;
  readonly sessionStartedAt: Instant;
  readonly undoneAt: Instant | null;
  readonly expiresAt: Instant;
  readonly former: Omit<Addresses, "email" | "failedAt"> & { readonly email: string };
  readonly left: { readonly email: string | null; readonly second: string | null } | null;
  readonly current: { readonly email: string | null; readonly second: string | null };
};

type KeptRow = Omit<KeptChange, "former" | "left" | "current"> & {
  readonly email: string;
  readonly confirmedAt: Instant | null;
  readonly second: string | null;
  readonly secondConfirmedAt: Instant | null;
  readonly hasLeft: boolean;
  readonly leftEmail: string | null;
  readonly leftSecond: string | null;
  readonly nowEmail: string | null;
  readonly nowSecond: string | null;
};

export const readChange = async (tx: Tx, id: ChangeId): Promise<KeptChange | undefined> => {
  const row = await tx.one<KeptRow>(sql`
    select c.id, c.nth, c.account_id as "accountId", a.member_id as "memberId",
      c.changed_at as "changedAt", c.session_started_at as "sessionStartedAt",
      c.undone_at as "undoneAt", c.expires_at as "expiresAt", c.former_email as email,
      c.former_confirmed_at as "confirmedAt", c.former_second_email as second, c.former_second_confirmed_at as "secondConfirmedAt",
      n.id is not null as "hasLeft", n.email as "leftEmail", n.second_email as "leftSecond",
      a.email as "nowEmail", a.second_email as "nowSecond"
      from address_change c
      join account a on a.society_id = c.society_id and a.id = c.account_id
      left join lateral (
        select * from address_change one
         where one.society_id = c.society_id and one.account_id = c.account_id
           and one.undone_at is null
         order by one.nth desc limit 1) n on true
     where c.society_id = ${tx.society} and c.id = ${id}`);
  if (!row) return undefined;
  const { email, confirmedAt, second, secondConfirmedAt, hasLeft, leftEmail, leftSecond, ...rest } =
    row;
  const { nowEmail, nowSecond, ...change } = rest;
  return {
    ...change,
    former: { email, confirmedAt, second, secondConfirmedAt },
    left: hasLeft ? { email: leftEmail, second: leftSecond } : null,
    current: { email: nowEmail, second: nowSecond },
  };
};

/** The same with its account's row held: of two presses one undoes. */
export const lockChange = async (tx: Tx, id: ChangeId): Promise<KeptChange | undefined> => {
  await tx.one(sql`
    select a.id from account a
      join address_change c on c.society_id = a.society_id and c.account_id = a.id
     where a.society_id = ${tx.society} and c.id = ${id} for no key update of a`);
  return readChange(tx, id);
};
