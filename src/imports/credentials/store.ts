import type { Brought, BroughtCounts, RenamedBecause } from "../../identity/provisional/index.ts";
import type { EntranceId } from "../../kernel/ids.ts";
import type { Import } from "../store.ts";
import type { CredentialRow } from "./row.ts";

/**
 * Temporary tables belong to this connection alone and are written to no log. They outlive the
 * transaction, because hashing takes longer than one may last, and end with `dropStaging` or the
 * connection: a password that a society made is nowhere else in the clear.
 */
export const openStaging = async ({ client }: Import): Promise<void> => {
  await client.query(`
    create temporary table staged_credential (
      row integer not null,
      symbol_key text collate "C" not null, number_key text collate "C" not null,
      branch_number text collate "C" not null, symbol text not null, member_number text not null,
      user_id text collate "C", shown_id text collate "C", id_key text collate "C",
      is_allowed boolean not null, password text
    )`);
  await client.query(`
    create temporary table credential_plan (
      place integer primary key, id uuid not null,
      symbol text not null, member_number text not null, branch_number text not null,
      name text not null, user_id text not null, password text,
      -- null: a new ID is made
      wanted_id text, because text
    )`);
};

export const dropStaging = async ({ client }: Pick<Import, "client">): Promise<void> => {
  await client.query("drop table if exists staged_credential, credential_plan");
};

/** An empty cell was read as null, so nothing else is empty. */
export const copyStatement = `copy staged_credential (row, symbol_key, number_key, branch_number,
  symbol, member_number, user_id, shown_id, id_key, is_allowed, password) from stdin (null '')`;

/** One line of `copyStatement`'s input. Control characters were refused before. */
export const stageLine = (own: CredentialRow): string => {
  const key = [own.row, own.symbolKey, own.numberKey, own.branchNumber];
  const ids = [own.userId, own.shownId, own.idKey, own.isAllowed];
  // join leaves null empty
  return `${[...key, own.symbol, own.memberNumber, ...ids, own.password].join("\t")}\n`;
};

/** The member of a staged row. $1 society. */
export const theMember = `member m on m.society_id = $1 and m.symbol_key = s.symbol_key
  and m.number_key = s.number_key and m.branch_number = s.branch_number`;
export const isRegistered = `exists (select from account a
  where a.society_id = $1 and a.member_id = m.id)`;

/**
 * Decides each row's ID. First come the new IDs of an earlier import of the same ID, so that a file
 * may come twice. An ID stays with a member whose earlier letter has it already.
 * $1 society, $2 entrance.
 */
const makePlan = `
  insert into credential_plan (place, id, symbol, member_number, branch_number, name, user_id,
    password, wanted_id, because)
  with alike as (
    select id_key from staged_credential group by id_key having count(*) > 1
  ), judged as (
    select s.*, m.id as member_id, m.symbol as member_symbol, m.member_number as its_number,
      m.name,
      case
        when not s.is_allowed then 'characters'
        when exists (select from alike where alike.id_key = s.id_key) then 'alike'
        when is_login_taken($2, s.id_key) and not exists (
          select from login_directory d
          join provisional_credential p on p.society_id = $1 and p.id = d.target_id
          where d.society_id = $1 and d.entrance_id = $2::uuid and d.login_key = s.id_key
            and d.kind = 'provisional' and p.member_id = m.id) then 'taken'
      end as because
    from staged_credential s join ${theMember}
    where not ${isRegistered}
  )
  select (row_number() over (order by j.symbol_key, j.number_key, j.branch_number))::integer as place,
    j.member_id as id, j.member_symbol as symbol, j.its_number as member_number, j.branch_number,
    j.name, j.user_id, j.password,
    coalesce(given.issued_id, case when j.because is null then j.shown_id end) as wanted_id,
    coalesce(given.renamed_because, j.because) as because
  from judged j
  left join lateral (
    select p.issued_id, p.renamed_because from provisional_credential p
    where p.society_id = $1 and p.member_id = j.member_id and p.former_id = j.user_id
      and p.state <> 'prepared'
    order by p.id desc limit 1
  ) given on true`;

export type Plan = BroughtCounts & {
  /** Members whom the file brings over: all rows but those of registered members. */
  readonly total: number;
};

export const planStaged = async (
  { client, society }: Import,
  entranceId: EntranceId,
): Promise<Plan> => {
  await client.query(makePlan, [society, entranceId]);
  await client.query("analyze credential_plan");
  const { rows } = await client.query<Record<keyof Plan, number>>(`
    select count(*)::int as total, count(*) filter (where because is null)::int as kept,
      count(*) filter (where because is not null)::int as renamed,
      count(password)::int as weak
    from credential_plan`);
  return rows[0] ?? { total: 0, kept: 0, renamed: 0, weak: 0 };
};

type Planned = Brought["to"] & Omit<Brought, "to">;

const nextPlanned = `
  select id, symbol, member_number as "memberNumber", branch_number as "branchNumber", name,
    user_id as "userId", wanted_id as "wantedId", because, password
  from credential_plan where place > $1 and place <= $1 + $2 order by place`;

/** The plan in portions, by 記号・番号・枝番. */
export async function* plannedPortions(
  { client }: Pick<Import, "client">,
  most: number,
): AsyncGenerator<readonly Brought[]> {
  for (let at = 0; ; at += most) {
    const { rows } = await client.query<Planned>(nextPlanned, [at, most]);
    if (rows.length > 0)
      yield rows.map(({ userId, wantedId, because, password, ...to }) => ({
        to,
        userId,
        wantedId,
        because,
        password,
      }));
    if (rows.length < most) return;
  }
}

export type PlannedRename = Pick<Planned, "symbol" | "memberNumber" | "branchNumber"> & {
  readonly formerId: string;
  /** As an earlier import gave it; null: it is not known yet. */
  readonly issuedId: string | null;
  readonly because: RenamedBecause;
};

/** Who would get another ID, some at a time. */
export async function* plannedRenames({
  client,
}: Pick<Import, "client">): AsyncGenerator<readonly PlannedRename[]> {
  const most = 200;
  for (let at = 0; ; ) {
    const { rows } = await client.query<PlannedRename & { place: number }>(
      `select place, symbol, member_number as "memberNumber", branch_number as "branchNumber",
         user_id as "formerId", wanted_id as "issuedId", because
       from credential_plan where because is not null and place > $1 order by place limit ${most}`,
      [at],
    );
    if (rows.length > 0) yield rows.map(({ place: _, ...rename }) => rename);
    if (rows.length < most) return;
    at = rows.at(-1)?.place ?? at;
  }
}
