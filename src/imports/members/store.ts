import type { PlainDate } from "../../kernel/time.ts";
import { mostTold, type Problem } from "../problems.ts";
import type { Counts, Import, Run } from "../store.ts";
import { type ColumnName, columns } from "./columns.ts";
import type { MemberRow } from "./row.ts";

const names: readonly ColumnName[] = columns.map(({ column }) => column);

/** What `stageLine` writes, in this order. */
const staged = ["row", "id", "symbol_key", "number_key", "name_key", "kana_key", ...names];

/**
 * Row security does not let the app COPY into its tables. A temporary table belongs to this
 * connection alone, is written to no log, and is gone with the transaction, however that ends.
 */
export const openStaging = async ({ client }: Import): Promise<void> => {
  await client.query(`
    create temporary table staged_member (
      row integer not null,
      -- a new member's id; of a known member only the audit fact's
      id uuid not null,
      symbol_key text collate "C", number_key text collate "C",
      name_key text collate "C", kana_key text collate "C",
      symbol text, member_number text, branch_number text collate "C",
      name text, name_kana text, born_on date, sex text, relationship text,
      acquired_on date, lost_on date, postal_code text, address text,
      workplace_code text, workplace_name text, email text, employee_number text
    ) on commit drop`);
  await client.query(`
    create temporary table member_change (
      row integer not null,
      id uuid not null,
      fact_id uuid not null,
      kind text not null
    ) on commit drop`);
};

/** An empty cell was read as null, so nothing else is empty. */
export const copyStatement = `copy staged_member (${staged.join(", ")}) from stdin (null '')`;

/** One line of `copyStatement`'s input. Control characters were refused before. */
export const stageLine = (id: string, member: MemberRow): string => {
  const { row, symbolKey, numberKey, nameKey, kanaKey, values } = member;
  const keys = `${symbolKey}\t${numberKey}\t${nameKey ?? ""}\t${kanaKey ?? ""}`;
  // join leaves null empty
  return `${row}\t${id}\t${keys}\t${values.join("\t")}\n`;
};

const key = "symbol_key, number_key, branch_number";

type Found = {
  readonly row: number;
  readonly value: string;
  readonly first: number;
  total: number;
};

const repeatedKeys = `
  with repeated as (
    select ${key}, min(row) as first from staged_member group by ${key} having count(*) > 1
  )
  select s.row, s.symbol || '・' || s.member_number || '・' || s.branch_number as value, r.first,
    count(*) over () as total
  from staged_member s join repeated r using (${key})
  where s.row > r.first
  order by s.row limit ${mostTold}`;

const lonelyDependents = `
  select s.row, s.symbol || '・' || s.member_number || '・' || s.branch_number as value,
    0 as first, count(*) over () as total
  from staged_member s
  where s.branch_number <> '00'
    and not exists (select from staged_member i
      where i.branch_number = '00' and i.symbol_key = s.symbol_key and i.number_key = s.number_key)
    and not exists (select from member m
      where m.society_id = $1 and m.branch_number = '00'
        and m.symbol_key = s.symbol_key and m.number_key = s.number_key)
  order by s.row limit ${mostTold}`;

export type FoundProblems = { readonly problems: readonly Problem[]; readonly total: number };

const problemsOf = (found: readonly Found[], rule: "key-twice" | "insured-missing") => ({
  problems: found.map(({ row, value, first }): Problem => {
    const facts = rule === "key-twice" ? { first } : {};
    return { row, column: rule === "key-twice" ? "枝番" : "番号", value, rule, facts };
  }),
  total: found[0]?.total ?? 0,
});

/** What only all rows together tell: keys that are there twice, dependents without insured person. */
export const judgeStaged = async ({ client, society }: Import): Promise<FoundProblems[]> => {
  await client.query("analyze staged_member");
  const twice = await client.query<Found>(repeatedKeys);
  const lonely = await client.query<Found>(lonelyDependents, [society]);
  return [problemsOf(twice.rows, "key-twice"), problemsOf(lonely.rows, "insured-missing")];
};

/** Two imports into one society wait for each other here; readers wait for nobody. */
const lockSociety = "select from society where id = $1 for no key update";

const passOver = `
  with passed as (
    delete from staged_member s where s.lost_on <= $2::date
      and not exists (select from member m where m.society_id = $1 and m.symbol_key = s.symbol_key
        and m.number_key = s.number_key and m.branch_number = s.branch_number)
    returning s.row, s.lost_on::text as value
  )
  select row, value, 0 as first, count(*) over () as total from passed
  order by row limit ${mostTold}`;

/**
 * Whoever lost eligibility so long ago that the sweeper erases them is not brought back by a file that
 * still has them. A loss that is new to somebody who is here goes in as ever: they go with it.
 */
export const passOverLost = async (
  { client, society }: Import,
  { lostUpTo, years }: { readonly lostUpTo: PlainDate; readonly years: number },
): Promise<FoundProblems> => {
  await client.query(lockSociety, [society]);
  const { rows } = await client.query<Found>(passOver, [society, lostUpTo]);
  const problems = rows.map(
    ({ row, value }): Problem => ({
      row,
      column: "資格喪失日",
      value,
      rule: "lost-long-ago",
      facts: { years },
    }),
  );
  return { problems, total: rows[0]?.total ?? 0 };
};

// The name in the file is what it was compared with; a correction by staff is not touched by it.
const inFile: Partial<Record<ColumnName, string>> = {
  name: "coalesce(m.name_in_file, m.name)",
  name_kana: "coalesce(m.name_kana_in_file, m.name_kana)",
};
const keyColumns: readonly ColumnName[] = ["branch_number"];

const findChanges = (present: readonly ColumnName[]) => {
  const compared = present.filter((name) => !keyColumns.includes(name));
  const differs = compared
    .map((name) => `s.${name} is distinct from ${inFile[name] ?? `m.${name}`}`)
    .join(" or ");
  const ends = present.includes("lost_on")
    ? "when m.lost_on is null and s.lost_on is not null then 'ended'"
    : "";
  return `
    insert into member_change (row, id, fact_id, kind)
    select s.row, coalesce(m.id, s.id), s.id,
      case when m.id is null then 'added' ${ends} else 'changed' end
    from staged_member s
    left join member m on m.society_id = $1 and m.symbol_key = s.symbol_key
      and m.number_key = s.number_key and m.branch_number = s.branch_number
    where m.id is null or ${differs}`;
};

const added = [...names, "symbol_key", "number_key", "name_key", "kana_key"];

const addMembers = `
  insert into member (society_id, id, created_at, changed_at, ${added.join(", ")})
  select $1, c.id, $2, $2, ${added.map((name) => `s.${name}`).join(", ")}
  from staged_member s join member_change c on c.row = s.row
  where c.kind = 'added'`;

/** A name that the file did not change keeps what staff made of it. */
const renamed = (name: "name" | "name_kana", keyName: "name_key" | "kana_key") => {
  const isSame = `s.${name} = coalesce(m.${name}_in_file, m.${name})`;
  return [
    `${name} = case when ${isSame} then m.${name} else s.${name} end`,
    `${keyName} = case when ${isSame} then m.${keyName} else s.${keyName} end`,
    `${name}_in_file = case when ${isSame} then m.${name}_in_file end`,
  ];
};

const changeMembers = (present: readonly ColumnName[]) => {
  const plain = present.filter((name) => !keyColumns.includes(name) && !(name in inFile));
  const sets = [
    ...plain.map((name) => `${name} = s.${name}`),
    ...renamed("name", "name_key"),
    ...renamed("name_kana", "kana_key"),
  ];
  return `
    update member m set changed_at = $2, ${sets.join(", ")}
    from staged_member s join member_change c on c.row = s.row
    where m.society_id = $1 and m.id = c.id and c.kind <> 'added'`;
};

const addFacts = `
  insert into audit_fact (society_id, id, at, actor_kind, actor_id, action, subject_kind,
    subject_id, member_id, request_id, source, details)
  select $1, c.fact_id, $2, $3, $4, 'member.' || c.kind, 'member', c.id::text, c.id, $5, $6,
    jsonb_build_object('import', $7::text)
  from member_change c`;

/** Compares the staged rows with the members. `present`: which columns the file has. */
export const compareStaged = async (
  { client, society }: Import,
  present: readonly ColumnName[],
): Promise<Counts> => {
  await client.query(lockSociety, [society]);
  await client.query(findChanges(present), [society]);
  await client.query("analyze member_change");
  const { rows } = await client.query<{ kind: keyof Counts; count: number }>(
    "select kind, count(*) as count from member_change group by kind",
  );
  const counts = Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
  return { added: 0, changed: 0, ended: 0, ...counts };
};

/** Carries out what `compareStaged` found, with an audit fact for each member. */
export const mergeStaged = async (
  { client, society }: Import,
  present: readonly ColumnName[],
  { id, counts, actor, origin, finishedAt }: Run,
): Promise<void> => {
  const actorId = "id" in actor ? actor.id : null;
  if (counts.added > 0) await client.query(addMembers, [society, finishedAt]);
  if (counts.changed + counts.ended > 0)
    await client.query(changeMembers(present), [society, finishedAt]);
  const by = [actor.kind, actorId, origin.requestId, origin.source];
  await client.query(addFacts, [society, finishedAt, ...by, id]);
};
