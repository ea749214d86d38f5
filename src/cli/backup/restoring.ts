import { recordFacts } from "../../audit/index.ts";
import type { Fact } from "../../audit/types.ts";
import { passOverNumbers } from "../../identity/provisional/index.ts";
import type { SocietyId } from "../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import { type Instant, secondsBetween } from "../../kernel/time.ts";
import type { TableEntry } from "../../platform/backup/types.ts";
import {
  analyze,
  asOwnerAlone,
  beginAnew,
  filledOf,
  fillTable,
  fits,
  isAsWritten,
  livingIn,
  txOn,
} from "../../platform/database/backup/restoring.ts";
import { codeOf, isServerError } from "../../platform/database/failures.ts";
import type { Installation } from "../command.ts";
import { runOrigin } from "../origin.ts";
import { type Backup, rowsIn } from "./checking.ts";

type Owner = Awaited<ReturnType<NonNullable<Installation["ownerConnection"]>>>;

type Restoring = {
  readonly installation: Installation;
  readonly owner: Owner;
  readonly backup: Backup;
  /** Bytes that are in. */
  readonly progress: (done: number) => void;
};

async function* counted(rows: AsyncIterable<Buffer>, count: (bytes: number) => void) {
  for await (const piece of rows) {
    count(piece.length);
    yield piece;
  }
}

/** What the database would not take: its code, and the constraint; never its words, which repeat values. */
const refusedBy = (error: unknown, table: string): Result<null> => {
  if (!isServerError(error)) throw error;
  const { constraint = "" } = error as { constraint?: string };
  return refuse("not-taken", { table, sqlState: codeOf(error), constraint });
};

const fill = async (restoring: Restoring, tables: readonly TableEntry[]): Promise<Result<null>> => {
  const { installation, owner, backup, progress } = restoring;
  let done = 0;
  for (const entry of tables) {
    const { table } = entry;
    if (!(await fits(owner, entry))) return refuse("columns", { table });
    const rows = counted(rowsIn(installation, backup, entry), (bytes) => {
      done += bytes;
      progress(done);
    });
    try {
      await fillTable(owner, table, rows);
    } catch (error) {
      return refusedBy(error, table);
    }
  }
  return ok(null);
};

/** Once more out of the database, and byte for byte the same. */
const compare = async (owner: Owner, tables: readonly TableEntry[]): Promise<Result<null>> => {
  for (const entry of tables)
    if (!(await isAsWritten(owner, entry))) return refuse("differs", { table: entry.table });
  return ok(null);
};

/**
 * Letters that were sent since the backup come back under numbers that nobody knows any more, and must
 * not name other people's. Nobody issues a hundred batches and one each hour: also where the
 * same backup is restored again later.
 */
const numbersSince = (createdAt: Instant, at: Instant): number =>
  100 + Math.max(0, Math.ceil(secondsBetween(createdAt, at) / 3600));

/** That it was restored is a fact of each society, in the same transaction. */
const record = async ({ installation, owner, backup }: Restoring) => {
  const at = installation.clock.now();
  const { id, createdAt } = backup.manifest;
  for (const society of await livingIn(owner)) {
    const { tx, settled } = txOn(owner, society as SocietyId);
    const fact: Fact = {
      action: "backup.restored",
      actor: { kind: "operator" },
      subject: { kind: "society", id: society },
      details: { backup: id, createdAt },
    };
    recordFacts(tx, [fact], { origin: runOrigin(at), at });
    passOverNumbers(tx, numbersSince(createdAt as Instant, at));
    await settled();
  }
};

const fillEmpty = async (restoring: Restoring): Promise<Result<null>> => {
  const { owner, backup } = restoring;
  const { tables, auditEra } = backup.manifest;
  const [filled] = await filledOf(
    owner,
    tables.map(({ table }) => table),
  );
  if (filled !== undefined) return refuse("not-empty", { table: filled });
  const done = await fill(restoring, tables);
  if (!done.ok) return done;
  const same = await compare(owner, tables);
  if (!same.ok) return same;
  await beginAnew(owner, auditEra + 1);
  await record(restoring);
  return ok(null);
};

/** Everything, or nothing: one transaction of the owner. @throws BackupError */
export const restore = async (restoring: Restoring): Promise<Result<null>> => {
  const { owner, backup } = restoring;
  const tables = backup.manifest.tables.map(({ table }) => table);
  try {
    const restored = await asOwnerAlone(owner, [...tables, "registry_change"], async () => {
      const value = await fillEmpty(restoring);
      return { stands: value.ok, value };
    });
    if (restored.ok) await analyze(owner, tables);
    return restored;
  } catch (error) {
    if (codeOf(error) === "55P03") return refuse("busy");
    throw error;
  }
};
