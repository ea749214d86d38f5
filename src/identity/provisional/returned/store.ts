import type { Id } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import { foldSymbol } from "../../../kernel/width.ts";
import type { MemberKey } from "../../../members/types.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { Reference } from "../printed/reference.ts";
import type { Holder } from "../types.ts";

/** A letter that was handed out, and whose it is. */
export type FoundLetter = {
  readonly credentialId: Id<"credential">;
  readonly state: "active" | "used" | "void";
  readonly isReturned: boolean;
  readonly batch: number;
  /** Null where nothing of ours was printed. */
  readonly number: number | null;
  /** Its member has an account: a next letter comes of a reissue, not of a batch. */
  readonly isRegistered: boolean;
  readonly holder: Holder;
};

type Row = Omit<FoundLetter, "holder"> & Holder;

const withHolder = ({ id, symbol, memberNumber, branchNumber, name, ...letter }: Row) => ({
  ...letter,
  holder: { id, symbol, memberNumber, branchNumber, name },
});

/** The letters of these numbers, locked; those that are not there are missing in the answer. */
export const lockByReference = async (
  tx: Tx,
  references: readonly Reference[],
): Promise<readonly FoundLetter[]> => {
  const rows = await tx.query<Row>(sql`
    select p.id as "credentialId", p.state, p.returned_at is not null as "isReturned",
      b.number as batch, p.number, m.id, m.symbol, m.member_number as "memberNumber",
      m.branch_number as "branchNumber", m.name,
      exists (select from account a where a.society_id = ${tx.society}
        and a.member_id = p.member_id) as "isRegistered"
    from unnest(${references.map(({ batch }) => String(batch))}::integer[],
      ${references.map(({ number }) => String(number))}::integer[]) as wanted (batch, number)
    join credential_batch b on b.society_id = ${tx.society} and b.number = wanted.batch
    join provisional_credential p on p.society_id = ${tx.society} and p.batch_id = b.id
      and p.number = wanted.number and p.state <> 'prepared'
    join member m on m.society_id = ${tx.society} and m.id = p.member_id
    order by p.id for update of p`);
  return rows.map(withHolder);
};

/** The member's last letter, locked: null without one, undefined without such a member. */
export const lockLastOf = async (
  tx: Tx,
  { symbol, memberNumber, branchNumber }: MemberKey,
): Promise<FoundLetter | null | undefined> => {
  const [symbolKey, numberKey] = [foldSymbol(symbol), foldSymbol(memberNumber)];
  const member = await tx.one<Holder>(sql`
    select id, symbol, member_number as "memberNumber", branch_number as "branchNumber", name
    from member where society_id = ${tx.society} and symbol_key = ${symbolKey}
      and number_key = ${numberKey} and branch_number = ${branchNumber}`);
  if (!member) return undefined;
  const letter = await tx.one<Omit<FoundLetter, "holder">>(sql`
    select p.id as "credentialId", p.state, p.returned_at is not null as "isReturned",
      b.number as batch, p.number,
      exists (select from account a where a.society_id = ${tx.society}
        and a.member_id = p.member_id) as "isRegistered"
    from provisional_credential p
    join credential_batch b on b.society_id = ${tx.society} and b.id = p.batch_id
    where p.society_id = ${tx.society} and p.member_id = ${member.id} and p.state <> 'prepared'
    order by p.issued_at desc, p.id desc limit 1 for update of p`);
  return letter ? { ...letter, holder: member } : null;
};

/** From now on they open nothing. */
export const voidReturned = (tx: Tx, ids: readonly Id<"credential">[], now: Instant): void =>
  tx.write(sql`
    update provisional_credential set state = 'void', voided_at = ${now}, returned_at = ${now}
    where society_id = ${tx.society} and id = any (${ids}::uuid[]) and state = 'active'`);
