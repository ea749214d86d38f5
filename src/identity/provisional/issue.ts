import type { Actor, Origin } from "../../audit/types.ts";
import { newId, type SocietyId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { epochMsOf, type Instant, type PlainDate } from "../../kernel/time.ts";
import type { Database } from "../../platform/database/types.ts";
import { type Means, throughBatch } from "./batch.ts";
import { hashPrinted, inOrderOf, type Letter, lineOf, portion, reserveMinted } from "./letters.ts";
import { type Lifetime, lifetimeFrom } from "./lifetime.ts";
import type { ListFile } from "./list-file.ts";
import { foldPrinted, mintIssuedId, mintPassword } from "./secrets.ts";
import { activate, countRecipients, prepare, recipientsAfter } from "./store.ts";
import type { BatchId, Recipient, Recipients } from "./types.ts";

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

export type Issued = {
  readonly batchId: BatchId;
  readonly count: number;
  /** The last day on which the letters work. */
  readonly lastDay: PlainDate;
};

type Minting = { readonly now: Instant; readonly lifetime: Lifetime };

const mint = async (
  { passwords }: Means,
  to: Recipient,
  { now, lifetime }: Minting,
): Promise<Letter> => {
  const password = mintPassword();
  const passwordHash = await hashPrinted(passwords, foldPrinted(password));
  const id = newId<"credential">(epochMsOf(now));
  const own = { isWeak: false, renamed: null, ...lifetime };
  return { id, to, memberId: to.id, issuedId: mintIssuedId(), password, passwordHash, ...own };
};

/** Prepares letters; one whose ID is taken at the entrance gets another. */
const keep = (
  { database }: Means,
  { society, recipients: { entranceId } }: Issue,
  { batchId, letters }: { readonly batchId: BatchId; readonly letters: readonly Letter[] },
) =>
  database.inSociety(society, async (tx) => {
    const kept = await reserveMinted(tx, entranceId, letters);
    prepare(tx, batchId, kept);
    return inOrderOf(letters, kept);
  });

type Preparing = { readonly batchId: BatchId; readonly lifetime: Lifetime };

const prepareAll = async (means: Means, issue: Issue, { batchId, lifetime }: Preparing) => {
  const { society, recipients, file, progress } = issue;
  const { database, clock } = means;
  const total = await database.inSociety(society, (tx) => countRecipients(tx, recipients));
  let done = 0;
  for (let last: Recipient | null = null; ; ) {
    const after = { last, most: portion };
    const next: Recipient[] = await database.inSociety(society, (tx) =>
      recipientsAfter(tx, recipients, after),
    );
    const minting = { now: clock.now(), lifetime };
    const letters = await Promise.all(next.map((to) => mint(means, to, minting)));
    const kept = next.length > 0 ? await keep(means, issue, { batchId, letters }) : [];
    await file.write(kept.map(lineOf));
    done += kept.length;
    progress(done, total);
    last = next.at(-1) ?? null;
    if (next.length < portion) return done;
  }
};

/** How many letters there would be; nothing changes. */
export const countLetters = (database: Database, society: SocietyId, recipients: Recipients) =>
  database.inSociety(society, (tx) => countRecipients(tx, recipients));

/**
 * Issues provisional IDs and passwords, through a batch: refuses as `throughBatch` does, `nobody`
 * where there is no recipient.
 */
export const issueLetters = async (means: Means, issue: Issue): Promise<Result<Issued>> => {
  const { society, actor, origin, file, lifetimeDays } = issue;
  const lifetime = lifetimeFrom(means.clock.now(), lifetimeDays);
  const done = await throughBatch(means, {
    society,
    kind: "issued",
    file,
    prepare: (batchId) => prepareAll(means, issue, { batchId, lifetime }),
    activate: (tx, batchId, now) => activate(tx, { batchId, now, actor, origin }),
  });
  return done.ok ? ok({ ...done.value, lastDay: lifetime.lastDay }) : done;
};
