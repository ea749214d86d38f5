import type { SocietyId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import { type Sql, sql } from "../../../platform/database/sql.ts";
import type { Database, Tx } from "../../../platform/database/types.ts";
import type { Pruning } from "./signed.ts";

const pruningOf = (society: SocietyId): Sql => sql`
  select society_id as society, seal, root, facts, pruned_at as "prunedAt", key_id as "keyId", mac
  from audit_pruning where society_id = ${society}`;

export const readPruning = async (
  database: Pick<Database, "read">,
  society: SocietyId,
): Promise<Pruning | null> => {
  const [rows] = await database.read(society, [pruningOf(society)]);
  return (rows?.[0] as Pruning | undefined) ?? null;
};

export const pruningIn = async (tx: Tx): Promise<Pruning | null> =>
  (await tx.one<Pruning>(pruningOf(tx.society))) ?? null;

/** @returns how many facts went; null: the database refuses (prune_audit_facts says when) */
export const deleteFactsOf = async (
  tx: Tx,
  seal: number,
  before: Instant,
): Promise<number | null> => {
  const row = await tx.one<{ went: number | null }>(
    sql`select prune_audit_facts(${seal}, ${before}) as went`,
  );
  return row?.went ?? null;
};

export const keepPruning = (tx: Tx, one: Pruning): void =>
  tx.write(sql`
    insert into audit_pruning (society_id, seal, root, facts, pruned_at, key_id, mac)
    values (${tx.society}, ${one.seal}, ${one.root}, ${one.facts}, ${one.prunedAt}, ${one.keyId},
      ${one.mac})
    on conflict (society_id) do update set seal = excluded.seal, root = excluded.root,
      facts = excluded.facts, pruned_at = excluded.pruned_at, key_id = excluded.key_id,
      mac = excluded.mac`);
