import { recordFacts } from "../../../audit/index.ts";
import type { Actor, Origin } from "../../../audit/types.ts";
import { type Result, refuse } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/time.ts";
import { sheetsThrough } from "../issuing/sheets.ts";
import type { LetterSink } from "../issuing/sinks.ts";
import { type Fetchable, type FetchMeans, keptLetters } from "./find.ts";

export type Fetch = {
  readonly fetchable: Fetchable;
  readonly sink: LetterSink;
  readonly actor: Actor;
  readonly origin: Origin;
  readonly progress: (done: number, total: number) => void;
};

/** On record before the first letter is written: who fetches passwords cannot do it unseen. */
const record = (
  { database, society }: FetchMeans,
  { fetchable: { batch, count }, actor, origin }: Fetch,
  at: Instant,
) => {
  const subject = { kind: "credential-batch", id: batch.id };
  const fact = { action: "credential.fetched", actor, subject };
  const details = { number: batch.number, count };
  return database.inSociety(society, async (tx) =>
    recordFacts(tx, [{ ...fact, details }], { origin, at }),
  );
};

/** How many were written; null where the key is not known any more. */
const writeAll = async (means: FetchMeans, fetch: Fetch, now: Instant): Promise<number | null> => {
  const { sink, progress } = fetch;
  const { batch, groups, count, isIncluded } = fetch.fetchable;
  const sheetsOf = sheetsThrough(batch.number, groups);
  let done = 0;
  for await (const letters of keptLetters(means, batch, now)) {
    if (!letters) return null;
    const included = letters.filter(({ number }) => isIncluded(number));
    await sink.write(sheetsOf(included));
    done += included.length;
    progress(done, count);
  }
  return done;
};

const finish = async ({ fetchable, sink }: Fetch, done: number | null): Promise<Result<null>> => {
  const { batch, count, fetchableUntil } = fetchable;
  if (done === null) return refuse("letters-sealed");
  if (done === count) return sink.finish();
  return refuse("letters-destroyed", { number: batch.number, until: fetchableUntil });
};

/**
 * Writes the same letters once more. The sink is finished, or nothing of it stays. Refuses
 * `letters-destroyed` where their time ended meanwhile, `letters-sealed` where another process sealed
 * them anew with a key that this one does not know, and as the sink does.
 */
export const fetchLetters = async (means: FetchMeans, fetch: Fetch): Promise<Result<null>> => {
  const { sink } = fetch;
  const now = means.clock.now();
  try {
    await record(means, fetch, now);
    const finished = await finish(fetch, await writeAll(means, fetch, now));
    if (!finished.ok) await sink.discard();
    return finished;
  } catch (error) {
    await sink.discard();
    throw error;
  }
};
