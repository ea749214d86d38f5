import type pg from "pg";
import type { Actor, Origin } from "../../audit/types.ts";
import { newId, type SocietyId } from "../../kernel/ids.ts";
import { type Clock, epochMsOf, type Instant, inTokyo, type PlainDate } from "../../kernel/time.ts";
import type { Reading } from "../csv/read.ts";
import type { Encoding } from "../csv/survey.ts";
import type { Problem, Problems } from "../problems.ts";
import { type Counts, type Import, inOneTransaction, recordRun } from "../store.ts";
import { stage } from "./stage.ts";
import {
  compareStaged,
  type FoundProblems,
  judgeStaged,
  mergeStaged,
  passOverLost,
} from "./store.ts";

export type MembersFile = {
  readonly society: SocietyId;
  readonly path: string;
  /** Reads, checks and compares everything, then leaves all as it was. */
  readonly isRehearsal: boolean;
  readonly actor: Actor;
  readonly source: Origin["source"];
  /** policy.retention.memberYearsAfterLoss: whoever lost cover earlier is passed over; null: nobody. */
  readonly yearsAfterLoss?: number | null;
};

export type Told = { readonly first: readonly Problem[]; readonly total: number };

export type MembersImported =
  | { readonly ok: false; readonly problems: Told; readonly unknownColumns: readonly string[] }
  | {
      readonly ok: true;
      readonly runId: string;
      readonly encoding: Encoding | "other";
      readonly rows: number;
      readonly counts: Counts;
      readonly unchanged: number;
      /** Lost cover too long ago to be kept; told in the warnings too. */
      readonly passedOver: number;
      readonly warnings: Told;
      readonly unknownColumns: readonly string[];
    };

const told = (problems: Problems): Told => ({ first: problems.told(), total: problems.total() });

/** Rows are compared with each other only when the whole file could be read. */
const judgeTogether = async (into: Import, { header, problems }: Reading) => {
  const isReadable = problems
    .told()
    .every(({ rule }) => !["bytes-broken", "quote-unclosed"].includes(rule));
  if (!header || !isReadable) return;
  for (const found of await judgeStaged(into)) problems.merge(found.problems, found.total);
};

const passOver = async (
  into: Import,
  years: number | null,
  now: Instant,
): Promise<FoundProblems> => {
  if (years === null) return { problems: [], total: 0 };
  const lostUpTo = inTokyo(now).toPlainDate().subtract({ years }).toString() as PlainDate;
  return passOverLost(into, { lostUpTo, years });
};

/**
 * Takes a members file in, whole or not at all, in one transaction. The same file twice changes
 * nothing. Absence from it ends nobody: only 資格喪失日 does.
 * @param client a connection of its own, of the app's role (`Installation.copyConnection`)
 */
export const importMembers = (
  { client, clock }: { readonly client: pg.Client; readonly clock: Clock },
  { society, path, isRehearsal, actor, source, yearsAfterLoss = null }: MembersFile,
): Promise<MembersImported> => {
  const into: Import = { client, society };
  return inOneTransaction<MembersImported>(into, async () => {
    const startedAt = clock.now();
    const { reading, warnings, present } = await stage(into, path, startedAt);
    await judgeTogether(into, reading);
    const unknownColumns = reading.header?.unknown ?? [];
    if (reading.problems.total() > 0)
      return {
        stands: false,
        value: { ok: false, problems: told(reading.problems), unknownColumns },
      };
    const passed = await passOver(into, yearsAfterLoss, startedAt);
    warnings.merge(passed.problems, passed.total);
    const counts = await compareStaged(into, present);
    const { survey, rows } = reading;
    const finishedAt = clock.now();
    const id = newId<"import-run">(epochMsOf(startedAt));
    const origin = { requestId: id, source };
    const run = { id, kind: "members", survey, rows, counts, startedAt, finishedAt } as const;
    if (!isRehearsal) {
      await mergeStaged(into, present, { ...run, actor, origin });
      await recordRun(into, { ...run, actor, origin });
    }
    const passedOver = passed.total;
    const unchanged = rows - counts.added - counts.changed - counts.ended - passedOver;
    const { encoding } = survey;
    const value = {
      ok: true,
      runId: id,
      encoding,
      rows,
      counts,
      unchanged,
      passedOver,
      unknownColumns,
    } as const;
    return { stands: !isRehearsal, value: { ...value, warnings: told(warnings) } };
  });
};
