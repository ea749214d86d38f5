import { recordFacts } from "../../audit/index.ts";
import { newId } from "../../kernel/ids.ts";
import { epochMsOf, type Instant, later } from "../../kernel/time.ts";
import { countSociety, eraseLate, type Society } from "../../society/index.ts";
import type { Open } from "../installation.ts";
import { type Kept, lengthOf, type Some, type Sweeping } from "./kept.ts";
import { retention } from "./table.ts";

/** What one sweep deleted of a kind; null: of the whole installation. */
export type Swept = {
  readonly society: Society["id"] | null;
  readonly kind: string;
  readonly rows: number;
};

export type SweepParts = Pick<Open, "database" | "clock" | "registry" | "secrets"> & {
  /** For the log and the metrics: called where something was deleted. */
  readonly report?: (swept: Swept) => void;
  /** Hears of each failure, which is thrown otherwise; what it has to do with is tried the next time. */
  readonly failed?: (error: unknown) => void;
  /** Asked between transactions. */
  readonly isStopping?: () => boolean;
};

/** Rows of one transaction: some milliseconds. */
const mostRows = 500;

type Run = SweepParts & {
  readonly now: Instant;
  readonly kinds: readonly Kept[];
  readonly failures: unknown[];
};

/** Again and again until nothing old is left. A failure is told at the end: the others go on. */
const drain = async (run: Run, some: () => Promise<Some>): Promise<number> => {
  let rows = 0;
  try {
    for (let isMore = true; isMore && !run.isStopping?.(); ) {
      const done = await some();
      rows += done.went;
      isMore = done.isMore;
    }
  } catch (error) {
    run.failures.push(error);
  }
  return rows;
};

/** Without its policy where its document is out of reach: an erasure has begun. */
type Whose = Pick<Society, "id" | "code"> & Partial<Pick<Society, "policy">>;

const sweepKind = async (run: Run, kept: Kept, society: Whose | null): Promise<number> => {
  const { sweep, keep, kind } = kept;
  const length = lengthOf(keep, society?.policy?.retention ?? null);
  if (!sweep || !length) return 0;
  const { database, clock, secrets, now } = run;
  const sweeping: Sweeping = { database, clock, secrets, now, most: mostRows, length };
  const some =
    sweep.of === "installation"
      ? () => sweep.some(sweeping)
      : society && (() => sweep.some(sweeping, society));
  const rows = some ? await drain(run, some) : 0;
  if (rows > 0) run.report?.({ society: society?.id ?? null, kind, rows });
  return rows;
};

const record = ({ database, now }: Run, society: Society, details: Record<string, number>) => {
  const subject = { kind: "society", id: society.id };
  const origin = { requestId: newId<"run">(epochMsOf(now)), source: "sweeper" };
  const fact = { action: "retention.swept", actor: { kind: "system" } as const, subject, details };
  return database.inSociety(society.id, async (tx) => recordFacts(tx, [fact], { origin, at: now }));
};

const sweepSociety = async (run: Run, society: Society): Promise<void> => {
  const counts: Record<string, number> = {};
  for (const kept of run.kinds.filter(({ sweep }) => sweep?.of === "society")) {
    const rows = await sweepKind(run, kept, society);
    if (rows > 0) counts[kept.kind] = rows;
  }
  if (Object.keys(counts).length > 0) await record(run, society, counts);
};

/**
 * Provisional passwords in letters, and forms that waited for their owner, are never kept longer,
 * whatever ends: what says itself when its time is over stands in no export, so it goes without a fact
 * that would make an export outdated.
 */
const sweepEnding = async (run: Run): Promise<void> => {
  const timed = run.kinds.filter(
    ({ keep, sweep: how }) => how?.of === "society" && "until" in keep,
  );
  const ending = run.registry.endings().filter(({ erasedAt }) => erasedAt === null);
  for (const society of ending) for (const kept of timed) await sweepKind(run, kept, society);
};

/** As long as an export of a closed society may be the one before its erasure, nothing changes there. */
const exportDays = 30;

const longClosed = ({ registry, now }: Run): readonly Society[] => {
  const since = later(now, { days: -exportDays });
  const old = registry.endings().filter(({ closedAt }) => closedAt < since);
  return registry.closed().filter(({ id }) => old.some((ending) => ending.id === id));
};

/**
 * What a process that had not noticed an erasure wrote after it, such as an import under way. What the
 * app may not delete, such as audit facts, waits for the operator.
 */
const sweepErased = async (run: Run): Promise<void> => {
  const { database, registry } = run;
  for (const { id, code } of registry.endings().filter(({ erasedAt }) => erasedAt !== null)) {
    const isEmpty = Object.values(await countSociety(database, id)).every((rows) => rows === 0);
    if (isEmpty) continue;
    const { went, left } = await eraseLate(database, id);
    if (went > 0) run.report?.({ society: id, kind: "erased-societies", rows: went });
    const words = `${left} rows were written after ${code} was erased: society erase`;
    if (left > 0) run.failures.push(Object.assign(new Error(words), { code: "erased-not-empty" }));
  }
};

/**
 * Deletes what the table says is too old, in short transactions, one society after the other. Stopped
 * or killed, the next call goes on. A second call deletes nothing.
 * @throws the first failure, once all else is swept, where nobody hears of them
 */
export const sweep = async (parts: SweepParts, kinds = retention): Promise<void> => {
  const run: Run = { ...parts, now: parts.clock.now(), kinds, failures: [] };
  for (const kept of kinds.filter(({ sweep: how }) => how?.of === "installation"))
    await sweepKind(run, kept, null);
  for (const society of [...parts.registry.all(), ...longClosed(run)])
    await sweepSociety(run, society).catch((error) => run.failures.push(error));
  await sweepEnding(run);
  await sweepErased(run).catch((error) => run.failures.push(error));
  if (run.failures.length > 0 && !parts.failed) throw run.failures[0];
  for (const failure of run.failures) parts.failed?.(failure);
};
