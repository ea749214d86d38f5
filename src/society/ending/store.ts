import type { Instant } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Database, Tx } from "../../platform/database/types.ts";
import type { InBoth } from "../types.ts";
import type { SocietyTable } from "./order-rules.ts";
import type { Basis, Ending } from "./types.ts";

/** Every society whose contract ended, the erased ones too. */
export const endings = (database: Database): Promise<Ending[]> =>
  database.directory<Ending>(sql`
    select s.id, s.code, s.entrance_id as "entranceId", s.insurer_number as "insurerNumber", e.name,
      e.reason, e.closed_at as "closedAt", e.erasing_at as "erasingAt",
      e.export_sha256 as "exportSha256", e.erasing_reason as "erasingReason",
      e.audit_facts as "auditFacts", e.audit_seal as "auditSeal", e.audit_root as "auditRoot",
      e.erased_at as "erasedAt", e.deleted
    from society_ending e join society s on s.id = e.society_id order by s.code`);

export type EndingTimes = { readonly erasingAt: Instant | null; readonly erasedAt: Instant | null };

/** To be asked while the directory is held (lockDirectory). */
export const endingIn = (tx: Tx): Promise<EndingTimes | undefined> =>
  tx.one<EndingTimes>(sql`
    select erasing_at as "erasingAt", erased_at as "erasedAt"
    from society_ending where society_id = ${tx.society}`);

type Closing = { readonly name: InBoth; readonly reason: string; readonly at: Instant };

export const insertEnding = (tx: Tx, { name, reason, at }: Closing): void =>
  tx.write(sql`
    insert into society_ending (society_id, name, reason, closed_at)
    values (${tx.society}, ${JSON.stringify(name)}::jsonb, ${reason}, ${at})`);

export const deleteEnding = (tx: Tx): void =>
  tx.write(sql`
    delete from society_ending where society_id = ${tx.society} and erasing_at is null`);

type Erasing = {
  readonly basis: Basis;
  readonly audit: {
    readonly facts: number;
    readonly head: { readonly number: number; readonly root: string } | null;
  };
  readonly at: Instant;
};

export const markErasing = (tx: Tx, { basis, audit, at }: Erasing): void =>
  tx.write(sql`
    update society_ending set erasing_at = ${at},
      export_sha256 = ${"exportSha256" in basis ? basis.exportSha256 : null},
      erasing_reason = ${"reason" in basis ? basis.reason : null},
      audit_facts = ${audit.facts}, audit_seal = ${audit.head?.number ?? null},
      audit_root = ${audit.head?.root ?? null}
    where society_id = ${tx.society} and erasing_at is null`);

export const markErased = (tx: Tx, at: Instant): void =>
  tx.write(sql`
    update society_ending set erased_at = coalesce(erased_at, ${at}::timestamptz)
    where society_id = ${tx.society}`);

/** Every table with rows of societies, as the catalogue has it: no list that could forget one. */
export const societyTables = (tx: Tx): Promise<SocietyTable[]> =>
  tx.query<SocietyTable>(sql`
    select c.relname::text as name, has_table_privilege(c.oid, 'delete') as "mayDelete",
      array(select p.relname::text from pg_constraint k join pg_class p on p.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and p.oid <> c.oid) as parents
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and is_society_table(c.relname::text) order by c.relname`);

/** At most so many rows of one table go. */
export const eraseRows = async (tx: Tx, { name }: SocietyTable, most: number): Promise<number> => {
  const row = await tx.one<{ went: number }>(sql`select erase_rows(${name}, ${most}) as went`);
  return row?.went ?? 0;
};

/** The same as the owner: they are counted where the proof stands. */
export const eraseCounted = async (tx: Tx, table: SocietyTable, most: number): Promise<number> => {
  const { name } = table;
  const went = await eraseRows(tx, table, most);
  if (went > 0)
    tx.write(sql`
      update society_ending
      set deleted = jsonb_set(deleted, array[${name}::text],
        to_jsonb(coalesce((deleted ->> ${name}::text)::bigint, 0) + ${went}::bigint))
      where society_id = ${tx.society}`);
  return went;
};

/** Rows of the transaction's society, table by table. */
export const countRows = async (
  tx: Tx,
  tables: readonly SocietyTable[],
): Promise<Readonly<Record<string, number>>> => {
  const rows = await tx.query<{ name: string; count: number }>(sql`
    select name, count_society_rows(name) as count
    from unnest(${tables.map(({ name }) => name)}::text[]) as name`);
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
};
