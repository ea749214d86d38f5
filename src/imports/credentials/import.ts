import type pg from "pg";
import type { Actor, Origin } from "../../audit/types.ts";
import {
  bringLetters,
  holdIssueLock,
  isMailed,
  type Means,
  openListFile,
  type Renamed,
  type RenamedBecause,
  sweepPrepared,
} from "../../identity/provisional/index.ts";
import { newId } from "../../kernel/ids.ts";
import { type Refusal, refuse } from "../../kernel/result.ts";
import { epochMsOf, type Instant, todayInTokyo } from "../../kernel/time.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { Society } from "../../society/types.ts";
import type { Reading } from "../csv/read.ts";
import type { Encoding } from "../csv/survey.ts";
import { collectProblems, type Problem, type Problems } from "../problems.ts";
import { type Import, inOneTransaction, writeRun } from "../store.ts";
import { passwordColumn } from "./columns.ts";
import { stage } from "./stage.ts";
import {
  dropStaging,
  judgeStaged,
  type Plan,
  type PlannedRename,
  plannedPortions,
  plannedRenames,
  planStaged,
  warnStaged,
} from "./store.ts";

export type CredentialsFile = {
  readonly society: Society;
  readonly path: string;
  /** Where members of this society sign in. */
  readonly href: string;
  /** Where the list goes; needed where a row has no password. */
  readonly listPath: string | null;
  readonly isRehearsal: boolean;
  readonly actor: Actor;
  readonly source: Origin["source"];
  readonly progress: (done: number, total: number) => void;
  /** Members with a new ID, some at a time, before anything works. */
  readonly tell: (ids: readonly NewId[]) => void;
};

/** A member who signs in with another ID than before. */
export type NewId = {
  readonly symbol: string;
  readonly memberNumber: string;
  readonly branchNumber: string;
  readonly before: string;
  /** Null in a rehearsal, where it is not made yet. */
  readonly after: string | null;
  readonly because: RenamedBecause;
  /**
   * How the member hears of it: by a mail, by an earlier import's, or only by a letter that the
   * society sends. Null in a rehearsal.
   */
  readonly told: "mail" | "earlier" | "letter-needed" | null;
};

export type Told = { readonly first: readonly Problem[]; readonly total: number };
type Read = {
  readonly encoding: Encoding | "other";
  readonly rows: number;
  readonly unknownColumns: readonly string[];
};

/** What a file brings: in a rehearsal as planned, otherwise as done. */
export type CredentialsCounts = {
  readonly kept: number;
  readonly renamed: number;
  /** With a password of the society's own; all others get one of ours. */
  readonly weak: number;
  readonly strong: number;
  /** Registered already. */
  readonly passedOver: number;
};

export type CredentialsImported =
  | { readonly ok: false; readonly problems: Told; readonly unknownColumns: readonly string[] }
  /** `list-needed` (count), `file-exists`, `batch-lost`, `busy` */
  | (Refusal & { readonly problems?: never })
  | (Read & {
      readonly ok: true;
      readonly runId: string;
      readonly counts: CredentialsCounts;
      /** Lines of the list; 0: there is no file. */
      readonly listed: number;
      readonly warnings: Told;
    });

// their value is a whole row's beginning, or runs on into the next cells
const formRules = ["row-short", "row-long", "quote-unclosed", "quote-stray", "header-missing"];

/** No password in a message, wherever the columns stand. */
const hushed = (problem: Problem): Problem =>
  problem.column === passwordColumn || formRules.includes(problem.rule)
    ? { ...problem, value: null }
    : problem;

const told = (problems: Problems): Told => ({
  first: problems.told().map(hushed),
  total: problems.total(),
});

/** Rows are compared with each other only when the whole file could be read. */
const judgeTogether = async (into: Import, { header, problems }: Reading, now: Instant) => {
  const isReadable = problems
    .told()
    .every(({ rule }) => !["bytes-broken", "quote-unclosed"].includes(rule));
  if (!header || !isReadable) return;
  for (const found of await judgeStaged(into, todayInTokyo(now)))
    problems.merge(found.problems, found.total);
};

const newIdOf = (
  { symbol, memberNumber, branchNumber, formerId, issuedId, because }: PlannedRename,
  told: NewId["told"],
): NewId => ({
  symbol,
  memberNumber,
  branchNumber,
  before: formerId,
  after: issuedId,
  because,
  told,
});

const toldHow = (renamed: Renamed) =>
  renamed.isTold ? "earlier" : isMailed(renamed) ? "mail" : "letter-needed";

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
  { reading, warnings, plan }: Planned,
  done: {
    readonly runId: string;
    readonly counts: Pick<Plan, "kept" | "renamed" | "weak">;
    readonly listed: number;
  },
): CredentialsImported => ({
  ok: true,
  runId: done.runId,
  encoding: reading.survey.encoding,
  rows: reading.rows,
  unknownColumns: reading.header?.unknown ?? [],
  counts: {
    kept: done.counts.kept,
    renamed: done.counts.renamed,
    weak: done.counts.weak,
    strong: plan.total - done.counts.weak,
    passedOver: reading.rows - plan.total,
  },
  listed: done.listed,
  warnings: told(warnings),
});

/** Hashes and activates what was planned. */
const carryOut = async (
  parts: Parts,
  file: CredentialsFile,
  planned: Planned,
): Promise<CredentialsImported> => {
  const { society, href, listPath, actor, source, progress, tell } = file;
  const { reading, plan, now } = planned;
  const runId = newId<"import-run">(epochMsOf(now));
  if (plan.total === 0) return doneAs(planned, { runId, counts: plan, listed: 0 });
  const list = listPath === null ? null : await openListFile(listPath);
  if (list && !list.ok) return list;
  const origin = { requestId: runId, source };
  const { survey, rows } = reading;
  const run = {
    id: runId,
    kind: "credentials",
    survey,
    rows,
    startedAt: now,
    actor,
    origin,
  } as const;
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
    record: (tx, { kept, renamed, weak }, finishedAt) =>
      writeRun(tx, {
        ...run,
        counts: { added: kept, changed: renamed, ended: 0 },
        also: { weak },
        finishedAt,
      }),
  });
  return brought.ok ? doneAs(planned, { runId, ...brought.value }) : brought;
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
  if (file.isRehearsal)
    return doneAs(planned, { runId: "", counts: plan, listed: file.listPath ? strong : 0 });
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
