import type { SocietyId } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { Clock, Instant } from "../../../kernel/time.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import type { Database } from "../../../platform/database/types.ts";
import { collectFindings } from "../recipients/findings.ts";
import { groupLetters } from "../recipients/groups.ts";
import { judgePrinted } from "../recipients/judge.ts";
import type { Findings, Group, Judge } from "../recipients/types.ts";
import { openFlags } from "./flags.ts";
import { type KeptLetter, openPortion } from "./sealed.ts";
import {
  type KeptBatch,
  keptBatch,
  portionsAfter,
  type SealedPortion,
  stillActive,
} from "./store.ts";

export type FetchMeans = {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly society: SocietyId;
};

/** What can be fetched again, as it stood when it was looked at. */
export type Fetchable = {
  readonly batch: KeptBatch;
  readonly fetchableUntil: Instant;
  readonly count: number;
  readonly groups: readonly Group[];
  readonly findings: Findings;
  /** By the letter's number: it worked still. */
  readonly isIncluded: (number: number) => boolean;
};

/** Portions that are read at a time: about 200 KB. */
const rowsAtOnce = 8;

const openRows = (
  { secrets, society }: FetchMeans,
  rows: readonly SealedPortion[],
): readonly KeptLetter[] | null => {
  try {
    return rows.flatMap(({ sealed, ...place }) =>
      openPortion(secrets, { society, ...place }, sealed),
    );
  } catch {
    return null;
  }
};

/** Everything that a batch keeps, in the order of the sheets; null where the key is unknown. */
export async function* keptLetters(
  means: FetchMeans,
  { id: batchId }: Pick<KeptBatch, "id">,
  now: Instant,
): AsyncGenerator<readonly KeptLetter[] | null> {
  for (let last = 0; ; ) {
    const rows: readonly SealedPortion[] = await means.database.inSociety(means.society, (tx) =>
      portionsAfter(tx, { batchId, now }, { last, most: rowsAtOnce }),
    );
    if (rows.length > 0) yield openRows(means, rows);
    if (rows.length < rowsAtOnce) return;
    last = rows.at(-1)?.number ?? last;
  }
}

const survey = async (means: FetchMeans, batch: KeptBatch, judge: Judge | null) => {
  const { database, clock, society } = means;
  const now = clock.now();
  const [grouping, collecting, flags] = [groupLetters(), collectFindings(), openFlags()];
  const delivery = batch.hasCovers ? "workplace" : "address";
  let [count, kept] = [0, 0];
  for await (const letters of keptLetters(means, batch, now)) {
    if (!letters) return null;
    const ids = letters.map(({ id }) => id);
    const active = await database.inSociety(society, (tx) => stillActive(tx, ids, now));
    kept += letters.length;
    for (const { number, letter, holder } of letters.filter(({ id }) => active.has(id))) {
      count += 1;
      flags.set(number);
      if (batch.hasCovers) grouping.add(letter.workplace, number);
      collecting.add(judgePrinted({ ...letter, holder }, { judge, delivery }));
    }
  }
  const found = { count, groups: grouping.groups(), findings: collecting.findings() };
  return { kept, ...found, isIncluded: flags.has };
};

type Which = {
  /** Of the batch; null: the last one that was issued. */
  readonly number: number | null;
  /** null: nothing is printed by us. */
  readonly judge: Judge | null;
};

/**
 * What of a batch can be printed again: letters that still work, in the order of their sheets.
 * Nothing changes. Refuses `batch-unknown`, `batch-not-kept` (nothing of ours was printed),
 * `letters-destroyed`, `letters-missing` (it is not time yet, but a backup brings none along),
 * `letters-over` (none of them works any more), and `letters-sealed` where the
 * key that sealed them is not known any more.
 */
export const findKept = async (
  means: FetchMeans,
  { number, judge }: Which,
): Promise<Result<Fetchable>> => {
  const { database, clock, society } = means;
  const batch = await database.inSociety(society, (tx) => keptBatch(tx, number));
  if (!batch) return refuse("batch-unknown");
  const { fetchableUntil } = batch;
  if (fetchableUntil === null) return refuse("batch-not-kept", { number: batch.number });
  if (fetchableUntil <= clock.now())
    return refuse("letters-destroyed", { number: batch.number, until: fetchableUntil });
  const surveyed = await survey(means, batch, judge);
  if (!surveyed) return refuse("letters-sealed");
  const { kept, ...found } = surveyed;
  if (kept === 0) return refuse("letters-missing", { number: batch.number });
  if (found.count === 0) return refuse("letters-over", { number: batch.number });
  return ok({ batch, fetchableUntil, ...found });
};
