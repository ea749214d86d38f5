import type { Actor, Origin } from "../../../audit/types.ts";
import { idsInOrder } from "../../../kernel/ids.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import { epochMsOf, type Instant } from "../../../kernel/time.ts";
import { foldId } from "../../../kernel/width.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { Society } from "../../../society/types.ts";
import { type Means, throughBatch } from "../batch.ts";
import { hashPrinted, inOrderOf, type Minted, reserve, reserveMinted } from "../letters.ts";
import { type ListFile, listLine } from "../list-file.ts";
import { type Lifetime, lifetimeFrom } from "../printed/lifetime.ts";
import { foldPrinted, mintIssuedId, mintPassword } from "../printed/secrets.ts";
import { prepare } from "../store.ts";
import type { BatchId, Prepared } from "../types.ts";
import { standAndTell, tellRenamed } from "./activate.ts";
import { ownEarlierIds } from "./store.ts";
import type { Brought, Counts, Renamed, Stood } from "./types.ts";

export type Bringing = {
  readonly society: Pick<Society, "id" | "entranceId" | "policy" | "name" | "contact" | "brand">;
  /** Where its members sign in. */
  readonly href: string;
  /** At most 64 at a time, in the order of the list. */
  readonly portions: AsyncIterable<readonly Brought[]>;
  /** How many all portions hold. */
  readonly total: number;
  /** For passwords that we make, and for new IDs; null: there is no list. */
  readonly file: ListFile | null;
  readonly secrets: Secrets;
  readonly actor: Actor;
  readonly origin: Origin;
  readonly progress: (done: number, total: number) => void;
  /** Each member with a new ID, in the order of the list, before anything works. */
  readonly tell: (renamed: readonly Renamed[]) => void;
  /** What else stands and falls with the activation. */
  readonly record: (tx: Tx, counts: Counts, now: Instant) => void;
};

type BroughtLetter = Minted & { readonly userId: string };

type Hashing = {
  readonly passwords: Means["passwords"];
  readonly nextId: () => Prepared["id"];
  readonly weak: Lifetime;
  readonly strong: Lifetime;
};

const letterOf = async (
  { passwords, nextId, weak, strong }: Hashing,
  { to, userId, wantedId, because, password }: Brought,
): Promise<BroughtLetter> => {
  const id = nextId();
  const isWeak = password !== null;
  const printed = isWeak ? "" : mintPassword();
  return {
    id,
    to,
    userId,
    memberId: to.id,
    issuedId: wantedId ?? mintIssuedId(),
    password: printed,
    passwordHash: await hashPrinted(passwords, password ?? foldPrinted(printed)),
    isWeak,
    ...(isWeak ? weak : strong),
    renamed: because && { formerId: userId, because },
    number: null,
    sentTo: null,
  };
};

/** An ID that somebody took since the file was judged. */
const givenAnother = (letter: BroughtLetter): BroughtLetter => ({
  ...letter,
  issuedId: mintIssuedId(),
  renamed: { formerId: letter.userId, because: letter.renamed?.because ?? "taken" },
});

/** Prepares letters: an ID stays with its member, is reserved, or is somebody else's. */
const keep = (
  { database }: Means,
  { society }: Bringing,
  { batchId, letters }: { readonly batchId: BatchId; readonly letters: readonly BroughtLetter[] },
) =>
  database.inSociety(society.id, async (tx) => {
    const { placed, left } = await reserve(tx, society.entranceId, letters);
    const own = left.length > 0 ? await ownEarlierIds(tx, society.entranceId, left) : new Set();
    const isOwn = ({ issuedId }: BroughtLetter) => own.has(foldId(issuedId));
    const others = left.filter((letter) => !isOwn(letter)).map(givenAnother);
    const renamed = await reserveMinted(tx, society.entranceId, others);
    const all = [...placed, ...left.filter(isOwn), ...renamed];
    prepare(tx, batchId, all);
    return inOrderOf(letters, all);
  });

/** What people must be told that they do not know: our passwords, new IDs. */
const isListed = ({ isWeak, renamed }: Minted) => !isWeak || renamed !== null;

type Tally = { listed: number; stood: Stood | null };

const prepareAll = async (
  means: Means,
  bringing: Bringing,
  { batchId, tally }: { readonly batchId: BatchId; readonly tally: Tally },
) => {
  const { policy } = bringing.society;
  const now = means.clock.now();
  const hashing: Hashing = {
    passwords: means.passwords,
    nextId: idsInOrder<"credential">(epochMsOf(now)),
    weak: lifetimeFrom(now, policy.letter.weakLifetimeDays),
    strong: lifetimeFrom(now, policy.letter.credentialLifetimeDays),
  };
  let done = 0;
  for await (const rows of bringing.portions) {
    const letters = await Promise.all(rows.map((row) => letterOf(hashing, row)));
    const kept = await keep(means, bringing, { batchId, letters });
    const listed = kept.filter(isListed);
    await bringing.file?.write(listed.map((letter) => listLine(letter.to, letter)));
    done += kept.length;
    tally.listed += listed.length;
    bringing.progress(done, bringing.total);
  }
  await tellRenamed(means.database, bringing, { batchId, now });
  return done;
};

export type BroughtOver = Stood & {
  readonly batchId: BatchId;
  /** Lines of the list: also of those who were dropped afterwards. */
  readonly listed: number;
};

/**
 * Members of an older system get the IDs that they know, through a batch like letters of ours:
 * nothing works before all does. An empty list leaves no file. Refuses as `throughBatch` does.
 */
export const bringLetters = async (
  means: Means,
  bringing: Bringing,
): Promise<Result<BroughtOver>> => {
  const { society, file, actor, origin } = bringing;
  const tally: Tally = { listed: 0, stood: null };
  const discard = async () => file?.discard();
  const done = await throughBatch(means, {
    society: society.id,
    kind: "imported",
    fetchableUntil: null,
    hasCovers: false,
    file: {
      discard,
      finish: async () => {
        if (file && tally.listed > 0) return file.finish();
        await discard();
        return ok(null);
      },
    },
    prepare: ({ id: batchId }) => prepareAll(means, bringing, { batchId, tally }),
    activate: async (tx, batchId, now) => {
      // each time that the transaction is tried: the last one counts
      tally.stood = await standAndTell(tx, bringing, { batchId, now, actor, origin });
      return tally.stood !== null;
    },
  });
  if (!done.ok) return done;
  const { listed, stood } = tally;
  if (!stood) throw new Error("activated by nobody");
  return ok({ batchId: done.value.batch.id, listed, ...stood });
};
