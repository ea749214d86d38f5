import type pg from "pg";
import {
  type BroughtCounts,
  bringLetters,
  holdIssueLock,
  type Means,
  openListFile,
  sweepPrepared,
} from "../../identity/provisional/index.ts";
import { type MemberId, newId } from "../../kernel/ids.ts";
import { refuse } from "../../kernel/result.ts";
import { epochMsOf, type Instant, todayInTokyo } from "../../kernel/time.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { Tx } from "../../platform/database/types.ts";
import type { Reading } from "../csv/read.ts";
import { collectProblems, type Problems } from "../problems.ts";
import { type Import, inOneTransaction, type Run, writeRun } from "../store.ts";
import { judgeStaged, warnDropped, warnStaged } from "./judging/store.ts";
import { stage } from "./stage.ts";
import { dropStaging, type Plan, plannedPortions, plannedRenames, planStaged } from "./store.ts";
import { newIdOf, told, toldHow } from "./told.ts";
import type { CredentialsFile, CredentialsImported } from "./types.ts";

/** Rows are compared with each other only when the whole file could be read. */
const judgeTogether = async (into: Import, { header, problems }: Reading, now: Instant) => {
  const isReadable = problems
    .told()
    .every(({ rule }) => !["bytes-broken", "quote-unclosed"].includes(rule));
  if (!header || !isReadable) return;
  for (const found of await judgeStaged(into, todayInTokyo(now)))
    problems.merge(found.problems, found.total);
};

type Judged = {
  readonly reading: Reading;
  readonly warnings: Problems;
  readonly plan: Plan | null;
};

/** Reads, judges and plans; the plan stays on the connection when it shall be carried out. */
const judgeFile = (into: Import, file: CredentialsFile, now: Instant): Promise<Judged> =>
  inOneTransaction<Judged>(into, async () => {
    const { society, path } = file;
    const reading = await stage(into, { path, now, symbols: society.policy.userId.symbols });
    await judgeTogether(into, reading, now);
    const warnings = collectProblems();
    if (reading.problems.total() > 0)
      return { stands: false, value: { reading, warnings, plan: null } };
    for (const found of await warnStaged(into, todayInTokyo(now)))
      warnings.merge(found.problems, found.total);
    const plan = await planStaged(into, society.entranceId);
    if (file.isRehearsal)
      for await (const found of plannedRenames(into))
        file.tell(found.map((rename) => newIdOf(rename, null)));
    return { stands: !file.isRehearsal, value: { reading, warnings, plan } };
  });

type Planned = Judged & { readonly plan: Plan; readonly now: Instant };
type Parts = Means & { readonly client: pg.Client; readonly secrets: Secrets };

const doneAs = (
  { reading, warnings }: Planned,
  done: {
    readonly runId: string | null;
    readonly counts: BroughtCounts;
    readonly listed: number;
  },
): CredentialsImported => {
  const { kept, renamed, weak } = done.counts;
  const total = kept + renamed;
  return {
    ok: true,
    runId: done.runId,
    encoding: reading.survey.encoding,
    rows: reading.rows,
    unknownColumns: reading.header?.unknown ?? [],
    counts: { kept, renamed, weak, strong: total - weak, passedOver: reading.rows - total },
    listed: done.listed,
    warnings: told(warnings),
  };
};

/** The run, written by the transaction that activates what it brought. */
const recordAs =
  ({ reading, now }: Planned, by: Pick<Run, "id" | "actor" | "origin">) =>
  (tx: Tx, { kept, renamed, weak }: BroughtCounts, finishedAt: Instant): void =>
    writeRun(tx, {
      ...by,
      kind: "credentials",
      survey: reading.survey,
      rows: reading.rows,
      counts: { added: kept, changed: renamed, ended: 0 },
      also: { weak },
      startedAt: now,
      finishedAt,
    });

/** Who registered while it was carried out is told with the rows that were passed over before. */
const warnOf = (into: Import, { warnings }: Planned, dropped: readonly MemberId[]): Promise<void> =>
  inOneTransaction(into, async () => {
    const found = await warnDropped(into, dropped);
    warnings.merge(found.problems, found.total);
    return { stands: false, value: undefined };
  });

/** Hashes and activates what was planned. */
const carryOut = async (
  parts: Parts,
  file: CredentialsFile,
  planned: Planned,
): Promise<CredentialsImported> => {
  const { society, href, listPath, actor, source, progress, tell } = file;
  const { plan, now } = planned;
  if (plan.total === 0) return doneAs(planned, { runId: null, counts: plan, listed: 0 });
  const runId = newId<"import-run">(epochMsOf(now));
  const list = listPath === null ? null : await openListFile(listPath);
  if (list && !list.ok) return list;
  const origin = { requestId: runId, source };
  const brought = await bringLetters(parts, {
    society,
    href,
    portions: plannedPortions(parts, 64),
    total: plan.total,
    file: list?.value ?? null,
    secrets: parts.secrets,
    actor,
    origin,
    progress,
    tell: (found) => tell(found.map((renamed) => newIdOf(renamed, toldHow(renamed)))),
    record: recordAs(planned, { id: runId, actor, origin }),
  });
  if (!brought.ok) return brought;
  const { counts, dropped, listed } = brought.value;
  if (dropped.length > 0)
    await warnOf({ client: parts.client, society: society.id }, planned, dropped);
  return doneAs(planned, { runId, counts, listed });
};

const underLock = async (parts: Parts, file: CredentialsFile): Promise<CredentialsImported> => {
  const into: Import = { client: parts.client, society: file.society.id };
  const now = parts.clock.now();
  // what a killed run prepared holds IDs that this file may want
  if (!file.isRehearsal) await parts.database.inSociety(file.society.id, sweepPrepared);
  const judged = await judgeFile(into, file, now);
  const { reading, plan } = judged;
  if (!plan) {
    const unknownColumns = reading.header?.unknown ?? [];
    return { ok: false, problems: told(reading.problems), unknownColumns };
  }
  const planned = { ...judged, plan, now };
  const strong = plan.total - plan.weak;
  if (file.isRehearsal) return doneAs(planned, { runId: null, counts: plan, listed: 0 });
  if (strong > 0 && file.listPath === null) return refuse("list-needed", { count: strong });
  return carryOut(parts, file, planned);
};

/**
 * Takes the IDs and provisional passwords of an older system in, whole or not at all. The same file
 * twice leaves the same IDs with the same members. Hashing takes 15 ms a row and core; no
 * transaction is open meanwhile, and nothing works before all of it does.
 * @param parts.client a connection of its own, of the app's role (`Installation.copyConnection`)
 */
export const importCredentials = async (
  parts: Parts,
  file: CredentialsFile,
): Promise<CredentialsImported> => {
  if (!(await holdIssueLock(parts.client, file.society.id))) return refuse("busy");
  try {
    return await underLock(parts, file);
  } finally {
    await dropStaging(parts).catch(() => {});
  }
};
