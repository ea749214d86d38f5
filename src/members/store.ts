import type { MemberId } from "../kernel/ids.ts";
import { foldSymbol } from "../kernel/width.ts";
import { sql } from "../platform/database/sql.ts";
import type { Tx } from "../platform/database/types.ts";
import type { Member, MemberKey } from "./types.ts";

/** The members of the transaction's society. */
export type Members = {
  readonly byId: (id: MemberId) => Promise<Member | undefined>;
  /** Width, case, spaces and kinds of hyphen do not count; leading zeros of 番号 do. */
  readonly byKey: (key: MemberKey) => Promise<Member | undefined>;
  /** 世帯: the insured person first. */
  readonly household: (key: Omit<MemberKey, "branchNumber">) => Promise<readonly Member[]>;
};

export const membersOf = (tx: Tx): Members => ({
  byId: (id) =>
    tx.one<Member>(sql`
      select id, symbol, member_number as "memberNumber", branch_number as "branchNumber", name,
        name_kana as "nameKana", born_on as "bornOn", sex, relationship,
        is_insured_person as "isInsuredPerson", acquired_on as "acquiredOn", lost_on as "lostOn",
        email
      from member where society_id = ${tx.society} and id = ${id}`),
  byKey: ({ symbol, memberNumber, branchNumber }) =>
    tx.one<Member>(sql`
      select id, symbol, member_number as "memberNumber", branch_number as "branchNumber", name,
        name_kana as "nameKana", born_on as "bornOn", sex, relationship,
        is_insured_person as "isInsuredPerson", acquired_on as "acquiredOn", lost_on as "lostOn",
        email
      from member where society_id = ${tx.society} and symbol_key = ${foldSymbol(symbol)}
        and number_key = ${foldSymbol(memberNumber)} and branch_number = ${branchNumber}`),
  household: ({ symbol, memberNumber }) =>
    tx.query<Member>(sql`
      select id, symbol, member_number as "memberNumber", branch_number as "branchNumber", name,
        name_kana as "nameKana", born_on as "bornOn", sex, relationship,
        is_insured_person as "isInsuredPerson", acquired_on as "acquiredOn", lost_on as "lostOn",
        email
      from member where society_id = ${tx.society} and symbol_key = ${foldSymbol(symbol)}
        and number_key = ${foldSymbol(memberNumber)} order by branch_number`),
});
