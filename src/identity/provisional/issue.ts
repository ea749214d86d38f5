import type { Actor, Origin } from "../../audit/types.ts";
import { newId, type SocietyId } from "../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import {
  type Clock,
  epochMsOf,
  type Instant,
  instantInTokyo,
  type PlainDate,
  todayInTokyo,
} from "../../kernel/time.ts";
import type { Passwords } from "../../platform/crypto/passwords.ts";
import type { Database } from "../../platform/database/types.ts";
import type { ListFile } from "./list-file.ts";
import { foldPrinted, mintIssuedId, mintPassword } from "./secrets.ts";
import {
  activate,
  batchState,
  countRecipients,
  openBatch,
  prepare,
  recipientsAfter,
  reserveIssuedIds,
  sweepPrepared,
} from "./store.ts";
import type { BatchId, Prepared, Recipient, Recipients } from "./types.ts";

export type Issue = {
  readonly society: SocietyId;
  readonly recipients: Recipients;
  /** policy.letter.credentialLifetimeDays */
  readonly lifetimeDays: number;
  readonly actor: Actor;
  readonly origin: Origin;
  readonly file: ListFile;
  readonly progress: (done: number, total: number) => void;
};

export type Means = {
  readonly database: Database;
  readonly clock: Clock;
  readonly passwords: Passwords;
};

export type Issued = {
  readonly batchId: BatchId;
  readonly count: number;
  /** The last day on which the letters work. */
  readonly lastDay: PlainDate;
};

/** Letters that are hashed and written at a time: few, so that memory does not grow. */
const portion = 64;

type Letter = Prepared & { readonly to: Recipient; readonly password: string };

const mint = async ({ passwords }: Means, to: Recipient, now: Instant): Promise<Letter> => {
  const password = mintPassword();
  using ticket = passwords.ticket();
  if (!ticket) throw new Error("more letters at once than the queue has places");
  const passwordHash = await passwords.hash(ticket, foldPrinted(password));
  const id = newId<"credential">(epochMsOf(now));
  return { id, to, memberId: to.id, issuedId: mintIssuedId(), password, passwordHash };
};

type Batch = { readonly batchId: BatchId; readonly expiresAt: Instant };
type Opened = Batch & { readonly lastDay: PlainDate };

/** Prepares letters; one whose ID is taken at the entrance gets another. */
const keep = (means: Means, issue: Issue, batch: Batch, letters: readonly Letter[]) =>
  means.database.inSociety(issue.society, async (tx) => {
    const kept: Letter[] = [];
    for (let left = letters; left.length > 0; ) {
      const free = await reserveIssuedIds(tx, issue.recipients.entranceId, left);
      kept.push(...left.filter(({ issuedId }) => free.has(issuedId)));
      left = left
        .filter(({ issuedId }) => !free.has(issuedId))
        .map((letter) => ({ ...letter, issuedId: mintIssuedId() }));
    }
    prepare(tx, batch, kept);
    const places = new Map(letters.map(({ id }, i) => [id, i]));
    return kept.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  });

const addDays = (day: PlainDate, days: number) =>
  Temporal.PlainDate.from(day).add({ days }).toString() as PlainDate;

const lineOf = ({ to, issuedId, password }: Letter, lastDay: PlainDate) => [
  to.symbol,
  to.memberNumber,
  to.branchNumber,
  to.name,
  issuedId,
  password,
  lastDay,
];

const prepareAll = async (means: Means, issue: Issue, batch: Opened) => {
  const { society, recipients, file, progress } = issue;
  const { database, clock } = means;
  const total = await database.inSociety(society, (tx) => countRecipients(tx, recipients));
  let done = 0;
  for (let last: Recipient | null = null; ; ) {
    const after = { last, most: portion };
    const next: Recipient[] = await database.inSociety(society, (tx) =>
      recipientsAfter(tx, recipients, after),
    );
    const now = clock.now();
    const letters = await Promise.all(next.map((to) => mint(means, to, now)));
    const kept = next.length > 0 ? await keep(means, issue, batch, letters) : [];
    await file.write(kept.map((letter) => lineOf(letter, batch.lastDay)));
    done += kept.length;
    progress(done, total);
    last = next.at(-1) ?? null;
    if (next.length < portion) return done;
  }
};

/** How many letters there would be; nothing changes. */
export const countLetters = (database: Database, society: SocietyId, recipients: Recipients) =>
  database.inSociety(society, (tx) => countRecipients(tx, recipients));

const begin = async ({ database, clock }: Means, { society, lifetimeDays }: Issue) => {
  const now = clock.now();
  const batchId = newId<"batch">(epochMsOf(now));
  const lastDay = addDays(todayInTokyo(now), lifetimeDays);
  await database.inSociety(society, async (tx) => {
    await sweepPrepared(tx);
    openBatch(tx, batchId, now);
  });
  return { batchId, lastDay, expiresAt: instantInTokyo(addDays(lastDay, 1)) };
};

const giveUp = async ({ database }: Means, { society, file }: Issue) => {
  await file.discard();
  await database.inSociety(society, sweepPrepared);
};

/** Prepares the letters and writes their file; nothing of it stays when that fails. */
const write = async (means: Means, issue: Issue, batch: Opened): Promise<Result<number>> => {
  try {
    const count = await prepareAll(means, issue, batch);
    const finished = count === 0 ? refuse("nobody") : await issue.file.finish();
    if (finished.ok) return ok(count);
    await giveUp(means, issue);
    return finished;
  } catch (error) {
    await giveUp(means, issue).catch(() => {});
    throw error;
  }
};

/** The database decides whether the letters work, also where its answer to COMMIT was lost. */
const switchOn = async (means: Means, issue: Issue, { batchId }: Opened): Promise<boolean> => {
  const { database, clock } = means;
  const { society, actor, origin } = issue;
  const now = clock.now();
  try {
    return await database.inSociety(society, (tx) => activate(tx, { batchId, now, actor, origin }));
  } catch (error) {
    const state = await database.inSociety(society, (tx) => batchState(tx, batchId));
    if (state === "activated") return true;
    if (state === undefined) return false;
    await giveUp(means, issue);
    throw error;
  }
};

/**
 * Issues provisional IDs and passwords: a batch is prepared, its file written, then all of it
 * activated in one transaction, which alone voids older letters of the same members. Whatever
 * breaks before that leaves the older letters as they are.
 *
 * Refuses with `nobody` (no recipient), `file-exists`, or `batch-lost` (another run swept it).
 * To be run under `holdIssueLock`.
 */
export const issueLetters = async (means: Means, issue: Issue): Promise<Result<Issued>> => {
  const batch = await begin(means, issue);
  const written = await write(means, issue, batch);
  if (!written.ok) return written;
  if (!(await switchOn(means, issue, batch))) {
    await issue.file.discard();
    return refuse("batch-lost");
  }
  return ok({ batchId: batch.batchId, count: written.value, lastDay: batch.lastDay });
};
