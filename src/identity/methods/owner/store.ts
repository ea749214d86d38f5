import type { AccountId, MemberId } from "../../../kernel/ids.ts";
import { initialsOf } from "../../../kernel/initials.ts";
import type { Instant } from "../../../kernel/time.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { Factor, MethodName, Owner } from "../method.ts";
import type { Person } from "../rules.ts";
import { factorsOf } from "../store.ts";

type Row = Person & {
  readonly userId: string;
  readonly email: string | null;
  readonly nameKana: string;
  readonly active: MethodName | null;
  readonly passwordChangedAt: Instant;
};

/** Somebody as their second factors need to know them. */
export type KnownOwner = Pick<Row, "active" | "passwordChangedAt"> & {
  readonly owner: Owner;
  readonly person: Person;
  readonly factors: readonly Factor[];
};

/** @throws when there is no such account: a bug */
export const knownOwner = async (
  tx: Tx,
  { accountId, memberId }: { readonly accountId: AccountId; readonly memberId: MemberId },
): Promise<KnownOwner> => {
  const [row, factors] = await Promise.all([
    tx.one<Row>(sql`
      select a.user_id as "userId", m.name_kana as "nameKana",
        case when a.email_confirmed_at is not null then a.email end as email,
        a.factor_method as active, a.password_changed_at as "passwordChangedAt",
        m.is_insured_person as "isInsuredPerson", e.member_id is not null as "isMailExempt"
        from account a join member m on m.society_id = a.society_id and m.id = a.member_id
        left join mail_exemption e on e.society_id = m.society_id and e.member_id = m.id
       where a.society_id = ${tx.society} and a.id = ${accountId}`),
    factorsOf(tx, accountId),
  ]);
  if (!row) throw new Error("second factors of an account that is not there");
  const { userId, email, nameKana, active, passwordChangedAt } = row;
  const { isInsuredPerson, isMailExempt } = row;
  const initials = initialsOf(nameKana);
  const owner = { accountId, memberId, userId, email, isEmailFresh: false, initials };
  const person = { isInsuredPerson, isMailExempt };
  return { owner, person, factors, active, passwordChangedAt };
};
