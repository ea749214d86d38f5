import { type AuditStanding, auditStanding, rootOfSeal } from "../../audit/index.ts";
import type { SocietyId } from "../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Owner } from "../../platform/database/owner.ts";
import type { Database, Tx } from "../../platform/database/types.ts";
import { countChange, lockDirectory } from "../store.ts";
import type { InBoth } from "../types.ts";
import { childrenFirst, type SocietyTable } from "./order-rules.ts";
import {
  countRows,
  endingIn,
  eraseCounted,
  eraseRows,
  insertEnding,
  markErased,
  markErasing,
  societyTables,
} from "./store.ts";
import type { Basis } from "./types.ts";

/** Rows of one transaction: some dozens of milliseconds. */
const mostRows = 5000;

type Beginning = {
  /** One that is still open is closed in the same moment. */
  readonly name: InBoth;
  readonly basis: Basis;
  /** The audit record as the export has it; null: without one. */
  readonly exported: AuditStanding | null;
  readonly now: Instant;
};

/** More facts, or another chain: the export does not hold what stands here. Its last facts may be sealed since. */
const isOther = async (tx: Tx, audit: AuditStanding, exported: AuditStanding): Promise<boolean> => {
  const placeOf = ({ facts, last }: AuditStanding) => JSON.stringify({ facts, last });
  if (placeOf(audit) !== placeOf(exported)) return true;
  const { head } = exported;
  return head !== null && (await rootOfSeal(tx, head.number)) !== head.root;
};

/**
 * From here on there is no way back. Refuses with `export-outdated` (`facts`: how many more) when
 * something was put on record since the export: it lacks that.
 */
export const beginErasure = (
  owner: Owner,
  society: SocietyId,
  { name, basis, exported, now: at }: Beginning,
): Promise<Result<null>> =>
  owner.inSociety(society, async (tx) => {
    await lockDirectory(tx);
    const ending = await endingIn(tx);
    if (ending?.erasingAt) return ok(null);
    const audit = await auditStanding(tx);
    if (exported && (await isOther(tx, audit, exported)))
      return refuse("export-outdated", { facts: audit.facts - exported.facts });
    if (!ending) insertEnding(tx, { name, reason: "society erase", at });
    markErasing(tx, { basis, audit, at });
    countChange(tx);
    return ok(null);
  });

/** What erasing would delete, or what was left: table → rows. */
export const countSociety = (
  database: Database,
  society: SocietyId,
): Promise<Readonly<Record<string, number>>> =>
  database.inSociety(society, async (tx) => countRows(tx, await societyTables(tx)));

type Erasing = {
  readonly tables: readonly SocietyTable[];
  readonly some: typeof eraseRows;
  readonly gone: (rows: number) => void;
};

const eraseTables = async (
  database: Owner,
  society: SocietyId,
  { tables, some, gone }: Erasing,
): Promise<void> => {
  for (const table of tables)
    for (;;) {
      const rows = await database.inSociety(society, (tx) => some(tx, table, mostRows));
      if (rows === 0) break;
      gone(rows);
    }
};

/** The proof: in one transaction every table is counted, and only then it is erased. */
const concludeIn = async (tx: Tx, tables: readonly SocietyTable[], at: Instant) => {
  await lockDirectory(tx);
  const left = Object.values(await countRows(tx, tables)).reduce((sum, one) => sum + one, 0);
  if (left > 0) return false;
  markErased(tx, at);
  countChange(tx);
  return true;
};

/**
 * Deletes every row of a society whose erasure has begun, in short transactions; killed, the next call
 * goes on. Ends when not one row is left in any table.
 * @throws where row security keeps rows from the owner: a table without a policy for that
 */
export const eraseSociety = async (
  owner: Owner,
  society: SocietyId,
  { now, gone }: { readonly now: () => Instant; readonly gone: (rows: number) => void },
): Promise<void> => {
  const tables = childrenFirst(await owner.inSociety(society, societyTables));
  for (let rounds = 0; ; rounds += 1) {
    let went = 0;
    const counted = (rows: number) => {
      went += rows;
      gone(rows);
    };
    await eraseTables(owner, society, { tables, some: eraseCounted, gone: counted });
    if (await owner.inSociety(society, (tx) => concludeIn(tx, tables, now()))) return;
    // A process that had not noticed yet may have written once more: that goes in the next round.
    if (rounds > 0 && went === 0) throw new Error("rows are left that the owner may not delete");
  }
};

/**
 * What was written after the erasure, as far as the app itself may delete it. Not counted in the proof.
 * @returns how many rows went, and how many are left for the owner
 */
export const eraseLate = async (
  database: Database,
  society: SocietyId,
): Promise<{ readonly went: number; readonly left: number }> => {
  const tables = childrenFirst(await database.inSociety(society, societyTables));
  let went = 0;
  const gone = (rows: number) => {
    went += rows;
  };
  const ours = tables.filter(({ mayDelete }) => mayDelete);
  await eraseTables(database, society, { tables: ours, some: eraseRows, gone });
  const counts = await countSociety(database, society);
  return { went, left: Object.values(counts).reduce((sum, one) => sum + one, 0) };
};
