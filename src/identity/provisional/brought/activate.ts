import { queueMails } from "../../../mail/index.ts";
import type { Database, Tx } from "../../../platform/database/types.ts";
import { type Activation, activate, batchState } from "../store.ts";
import type { BatchId } from "../types.ts";
import type { Bringing } from "./bring.ts";
import { newIdMail } from "./mail/new-id.ts";
import { countBatch, dropRegistered, moveOwnIds, renamedAfter } from "./store.ts";
import type { Renamed, Stood } from "./types.ts";

/** Mails that are made at a time: a page and its seals leave much behind, so few. */
const portion = 20;

type When = Pick<Activation, "batchId" | "now">;

async function* renamedIn(tx: Tx, when: When): AsyncGenerator<readonly Renamed[]> {
  for (let last: Renamed["id"] | null = null; ; ) {
    const found: Renamed[] = await renamedAfter(tx, when, { last, most: portion });
    if (found.length > 0) yield found;
    if (found.length < portion) return;
    last = found.at(-1)?.id ?? null;
  }
}

/** Whom a mail reaches that tells them something new. */
export const isMailed = ({ email, isTold }: Renamed): boolean => email !== null && !isTold;

/** Hands on who has a new ID, as prepared. */
export const tellRenamed = (
  database: Database,
  { society, tell }: Pick<Bringing, "society" | "tell">,
  when: { readonly batchId: BatchId; readonly now: When["now"] },
): Promise<void> =>
  database.inSociety(society.id, async (tx) => {
    for await (const found of renamedIn(tx, when)) tell(found);
  });

/**
 * The letters work, and who has a new ID hears of it: in one transaction, or nothing of it.
 * @returns null when the batch is not there
 */
export const standAndTell = async (
  tx: Tx,
  { society, href, secrets, record }: Bringing,
  activation: Activation,
): Promise<Stood | null> => {
  const { batchId, now } = activation;
  if ((await batchState(tx, batchId)) !== "prepared") return null;
  const dropped = await dropRegistered(tx, batchId);
  const counts = await countBatch(tx, batchId);
  // before older letters become void: who holds one that tells the same ID needs no mail
  for await (const found of renamedIn(tx, activation)) {
    const mails = found
      .filter(isMailed)
      .map((renamed) => newIdMail({ renamed, to: renamed.email ?? "", society, href }));
    queueMails(tx, mails, { now, secrets });
  }
  moveOwnIds(tx, batchId, society.entranceId);
  record(tx, counts, now);
  return (await activate(tx, activation)) ? { counts, dropped } : null;
};
