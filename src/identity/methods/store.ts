import type { Change } from "../../flow/index.ts";
import type { AccountId, FactorId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";
import type { Language } from "../../society/types.ts";
import type { Factor, MethodName } from "./method.ts";
import type { FactorCount, Person } from "./rules.ts";

/** What an account has enrolled, the oldest first. */
export const factorsOf = (tx: Tx, accountId: AccountId): Promise<Factor[]> =>
  tx.query<Factor>(sql`
    select id, method, name, added_at as "addedAt", used_at as "usedAt",
      (select codes_left from recovery_codes c
        where c.society_id = ${tx.society} and c.factor_id = factor.id) as left
      from factor
     where society_id = ${tx.society} and account_id = ${accountId}
     order by added_at, id`);

/** An account as its second factors look at it. */
export type Held = FactorCount & {
  /** アカウントロック by staff. */
  readonly lockedAt: Instant | null;
  readonly passwordChangedAt: Instant;
  /** The active 認証方法. */
  readonly active: MethodName | null;
  readonly email: string | null;
  readonly confirmedAt: Instant | null;
  /** When a mail to the address came back. */
  readonly failedAt?: Instant | null;
  /** 予備のメールアドレス */
  readonly second?: string | null;
  readonly language: Language;
  readonly factors: readonly Factor[];
};

/**
 * The account's row, held until the transaction ends: of many guesses at once each waits here and
 * sees what the one before it counted.
 */
export const holdFactors = async (tx: Tx, accountId: AccountId): Promise<Held | undefined> => {
  const [held, factors] = await Promise.all([
    tx.one<Omit<Held, "factors">>(sql`
      select factor_wrong as wrong, factor_locked_until as "lockedUntil", locked_at as "lockedAt",
        password_changed_at as "passwordChangedAt", factor_method as active, email,
        email_confirmed_at as "confirmedAt", email_failed_at as "failedAt",
        second_email as second, language
        from account where society_id = ${tx.society} and id = ${accountId}
        for no key update`),
    factorsOf(tx, accountId),
  ]);
  return held && { ...held, factors };
};

/** Who a policy asks for a second factor. @throws when there is no such member: a bug */
export const personOf = async (tx: Tx, memberId: string): Promise<Person> => {
  const person = await tx.one<Person>(sql`
    select m.is_insured_person as "isInsuredPerson", e.member_id is not null as "isMailExempt"
      from member m
      left join mail_exemption e on e.society_id = m.society_id and e.member_id = m.id
     where m.society_id = ${tx.society} and m.id = ${memberId}`);
  if (!person) throw new Error("factors of a member who is not there");
  return person;
};

type NewFactor = Omit<Factor, "usedAt"> & { readonly accountId: AccountId };

/** One more of an account; the method's own rows come after it. */
export const insertFactor =
  ({ id, accountId, method, name, addedAt }: NewFactor): Change =>
  (tx) =>
    tx.write(sql`
      insert into factor (society_id, id, account_id, method, name, added_at)
      values (${tx.society}, ${id}, ${accountId}, ${method}, ${name}, ${addedAt})`);

export const renameFactor =
  (id: FactorId, name: string): Change =>
  (tx) =>
    tx.write(sql`
      update factor set name = ${name} where society_id = ${tx.society} and id = ${id}`);

/** Its method's own rows go with it. */
export const deleteFactor =
  (id: FactorId): Change =>
  (tx) =>
    tx.write(sql`delete from factor where society_id = ${tx.society} and id = ${id}`);

/** 認証方法 that is asked for first; null: none is enrolled any more. */
export const activate =
  (accountId: AccountId, method: MethodName | null): Change =>
  (tx) =>
    tx.write(sql`
      update account set factor_method = ${method}
       where society_id = ${tx.society} and id = ${accountId}`);

/** Wrong ones count and lock no longer: what they were is not there any more, or it is reset. */
export const forgetWrong =
  (accountId: AccountId): Change =>
  (tx) =>
    tx.write(sql`
      update account set factor_wrong = 0, factor_locked_until = null
       where society_id = ${tx.society} and id = ${accountId}`);

/** A right one: noted on it, and the wrong ones before it are forgotten. */
export const noteRight =
  (accountId: AccountId, { id, at }: { readonly id: FactorId; readonly at: Instant }): Change =>
  (tx) =>
    // One statement: each costs a sign-in what its code costs.
    tx.write(sql`
      with used as (
        update factor set used_at = ${at} where society_id = ${tx.society} and id = ${id}
      )
      update account set factor_wrong = 0, factor_locked_until = null
       where society_id = ${tx.society} and id = ${accountId} and factor_wrong > 0`);

/** The count as `afterWrong` made it, of a row that is held. */
export const noteWrong =
  (accountId: AccountId, { wrong, lockedUntil }: FactorCount): Change =>
  (tx) =>
    tx.write(sql`
      update account set factor_wrong = ${wrong}, factor_locked_until = ${lockedUntil}
       where society_id = ${tx.society} and id = ${accountId}`);
