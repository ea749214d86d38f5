import type pg from "pg";
import type { Actor, Origin } from "../../../audit/types.ts";
import { newId } from "../../../kernel/ids.ts";
import { ok, type Refusal, type Result, refuse } from "../../../kernel/result.ts";
import { epochMsOf, type Instant, later, type PlainDate } from "../../../kernel/time.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import type { Tx } from "../../../platform/database/types.ts";
import { type Means, throughBatch } from "../batch.ts";
import { type KeptLetter, sealPortion } from "../kept/sealed.ts";
import { keepPortion } from "../kept/store.ts";
import { inOrderOf, portion, reserveMinted } from "../letters.ts";
import { type Lifetime, lifetimeFrom } from "../printed/lifetime.ts";
import { referenceText } from "../printed/reference.ts";
import { dropPlan, plannedAfter } from "../recipients/store.ts";
import type { Plan } from "../recipients/types.ts";
import { activate, prepare } from "../store.ts";
import type { Batch, BatchId, Holder } from "../types.ts";
import { ahead } from "./ahead.ts";
import { keptOf, mintPortion, type Numbering, type Ours, portionsAhead } from "./mint.ts";
import { sheetsThrough } from "./sheets.ts";
import type { LetterSink } from "./sinks.ts";
import { type PassedOver, voidOfRegistered } from "./store.ts";

/** `passwords` with `issuingPlaces` places. */
export type IssuingMeans = Means & {
  readonly secrets: Secrets;
  /** The one that holds the plan. */
  readonly client: pg.Client;
};

export type Issue = {
  readonly plan: Plan;
  readonly sink: LetterSink;
  readonly actor: Actor;
  readonly origin: Origin;
  readonly progress: (done: number, total: number) => void;
  /** What else stands and falls with the activation; after it, in its transaction. */
  readonly onActivate?: (tx: Tx, activated: Activated) => Promise<void>;
};

export type Activated = { readonly batchId: BatchId; readonly now: Instant };

export type Issued = {
  readonly batch: Batch;
  /** Sheets in the files that are letters. */
  readonly count: number;
  /** The last day on which the letters work. */
  readonly lastDay: PlainDate;
  readonly fetchableUntil: Instant;
  /** They registered meanwhile: their letters are in the files, and do not work. */
  readonly passedOver: readonly { readonly reference: string; readonly holder: Holder }[];
};

type Preparing = {
  readonly batch: Batch;
  readonly lifetime: Lifetime;
  readonly fetchableUntil: Instant;
};

async function* numbered(client: pg.Client): AsyncGenerator<Numbering> {
  let first = 1;
  for (let place = 0; ; ) {
    const people = await plannedAfter(client, { place, most: portion });
    if (people.length > 0) yield { people, first };
    if (people.length < portion) return;
    place = people.at(-1)?.place ?? place;
    first += people.length;
  }
}

/** Prepares letters and seals what they say; one whose ID is taken at the entrance gets another. */
const keep = (
  { database, secrets, clock }: IssuingMeans,
  { plan: { society } }: Issue,
  { batch, fetchableUntil, letters }: Preparing & { readonly letters: readonly Ours[] },
): Promise<readonly KeptLetter[]> =>
  database.inSociety(society.id, async (tx) => {
    const placed = await reserveMinted(tx, society.entranceId, letters);
    prepare(tx, batch.id, placed);
    const kept = inOrderOf(letters, placed).map((one) => keptOf(batch.number, one));
    const number = Math.ceil((kept[0]?.number ?? 1) / portion);
    const place = { society: society.id, batchId: batch.id, number };
    const id = newId<"letter-portion">(epochMsOf(clock.now()));
    const sealed = sealPortion(secrets, place, kept);
    keepPortion(tx, { id, batchId: batch.id, number, sealed }, fetchableUntil);
    return kept;
  });

const prepareAll = async (means: IssuingMeans, issue: Issue, preparing: Preparing) => {
  const { plan, sink, progress } = issue;
  const { client, passwords, clock } = means;
  const { lifetime, batch } = preparing;
  const sheetsOf = sheetsThrough(batch.number, plan.groups);
  const minting = { passwords, lifetime, now: clock.now() };
  const minted = ahead(numbered(client), portionsAhead, (one) => mintPortion(minting, one));
  let done = 0;
  for await (const letters of minted) {
    const kept = await keep(means, issue, { ...preparing, letters });
    await sink.write(sheetsOf(kept));
    done += kept.length;
    progress(done, plan.count);
  }
  await dropPlan(client);
  return done;
};

/** Answers whose letters work nowhere; null when the batch is not there to be activated. */
const activateAll = async (tx: Tx, issue: Issue, activated: Activated) => {
  const { plan, actor, origin, onActivate } = issue;
  const passedOver = plan.wanted.includesRegistered ? [] : await voidOfRegistered(tx, activated);
  if (!(await activate(tx, { ...activated, actor, origin }))) return null;
  await onActivate?.(tx, activated);
  return passedOver;
};

const refusalOf = ({ count, findings, leavesOutUnprintable }: Plan): Refusal | null => {
  const { total } = findings.unprintable;
  if (total > 0 && !leavesOutUnprintable) return refuse("unprintable", { total });
  return count === 0 ? refuse("nobody") : null;
};

/**
 * Issues what `planLetters` planned on this connection, through a batch: refuses as `throughBatch`
 * does, `nobody` where the plan is empty, `unprintable` where it holds somebody who cannot be printed.
 */
export const issueLetters = async (means: IssuingMeans, issue: Issue): Promise<Result<Issued>> => {
  const { plan, sink } = issue;
  const refused = refusalOf(plan);
  if (refused) {
    await sink.discard();
    return refused;
  }
  const { id: society, policy } = plan.society;
  const now = means.clock.now();
  const lifetime = lifetimeFrom(now, policy.letter.credentialLifetimeDays);
  const fetchableUntil = later(now, { hours: policy.letter.fileLifetimeHours });
  let passedOver: readonly PassedOver[] = [];
  const done = await throughBatch(means, {
    society,
    kind: "issued",
    fetchableUntil,
    hasCovers: plan.groups.length > 0,
    file: sink,
    prepare: (batch) => prepareAll(means, issue, { batch, lifetime, fetchableUntil }),
    activate: async (tx, batchId, at) => {
      const found = await activateAll(tx, issue, { batchId, now: at });
      // each time that the transaction is tried: the last one counts
      passedOver = found ?? [];
      return found !== null;
    },
  });
  if (!done.ok) return done;
  const { batch } = done.value;
  const printed = passedOver.map(({ number, holder }) => ({
    reference: referenceText({ batch: batch.number, number }),
    holder,
  }));
  const { lastDay } = lifetime;
  return ok({ ...done.value, lastDay, fetchableUntil, passedOver: printed });
};
