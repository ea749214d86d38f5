import type { MailId, SocietyId } from "../../kernel/ids.ts";
import { type Clock, type Instant, later, secondsBetween } from "../../kernel/time.ts";
import type { Holder } from "../../platform/database/processes/types.ts";
import type { Database } from "../../platform/database/types.ts";
import { attemptSeconds } from "../../platform/smtp/limits.ts";
import { openOrder } from "./order.ts";
import { claimMails, giveBack, leaveQueue, readMails } from "./store.ts";
import type { Ready } from "./types.ts";

/** Claimed mails that wait for a connection, urgent ones first. */
export type Shelf = {
  /**
   * Undefined when nothing is due.
   * @param isOnTrial the one that was turned away least, even before urgent ones
   */
  readonly next: (isOnTrial: boolean) => Promise<Ready | undefined>;
  /** What has become urgent since the last look, while other mails still wait here. */
  readonly lookForUrgent: () => Promise<void>;
  readonly putBack: (ready: Ready) => void;
  /**
   * The server took nothing at all with this mail. Should that be the mail's doing after all, the
   * others must not wait for it: it goes behind them, here and in the queue.
   */
  readonly turnAway: (ready: Ready) => void;
  /** All that wait here and are still this worker's go back to the queue, untried. */
  readonly clear: () => Promise<void>;
};

type Parts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly holder: Holder | null;
};

/** Small enough to be flat in memory; larger ones were no faster (npm run bench -- mail). */
const portion = 200;
/** Fewer than these wait: time to fetch more, while the connections are still busy. */
const few = 100;
/** Longer than one attempt may take, or a slow mail would go out twice. */
const lease = { minutes: 10 };

const idsBySociety = (mails: readonly { society: SocietyId; mail: MailId }[]) => {
  const groups = new Map<SocietyId, MailId[]>();
  for (const { society, mail } of mails)
    groups.set(society, [...(groups.get(society) ?? []), mail]);
  return [...groups];
};

const read = async ({ database }: Parts, society: SocietyId, ids: readonly MailId[]) => {
  const mails = await readMails(database, society, ids);
  const found = new Set(mails.map(({ id }) => id));
  // Settled meanwhile by a worker whose lease had ended, or bounced before it was settled.
  const gone = ids.filter((id) => !found.has(id));
  if (gone.length > 0) await database.inSociety(society, async (tx) => leaveQueue(tx, gone));
  return mails.map((mail) => ({ society, mail }));
};

type Fetched = { readonly ready: readonly Ready[]; readonly claimed: number };

const fetchMails = async (parts: Parts, isOnlyUrgent: boolean): Promise<Fetched> => {
  const at = parts.clock.now();
  const leaseEnd = later(at, lease);
  const most = portion;
  const holder = parts.holder?.id ?? null;
  const claimed = await claimMails(parts.database, { at, leaseEnd, most, isOnlyUrgent, holder });
  const urgent = new Set(claimed.filter(({ isUrgent }) => isUrgent).map(({ mail }) => mail));
  const found = await Promise.all(
    idsBySociety(claimed).map(([society, ids]) => read(parts, society, ids)),
  );
  const ready = found
    .flat()
    .map((one) => ({ ...one, isUrgent: urgent.has(one.mail.id), leaseEnd }));
  return { ready, claimed: claimed.length };
};

const returnToQueue = async (
  { database }: Parts,
  left: readonly Ready[],
  dueAt: (ready: Ready) => Instant | null,
) => {
  const groups = Map.groupBy(left, ({ society }) => society);
  const givenBack = (one: Ready) => ({
    id: one.mail.id,
    leaseEnd: one.leaseEnd,
    dueAt: dueAt(one),
  });
  await Promise.all(
    [...groups].map(([society, own]) =>
      database.inSociety(society, async (tx) => giveBack(tx, own.map(givenBack))),
    ),
  );
};

export const openShelf = (parts: Parts): Shelf => {
  let waiting: Ready[] = [];
  const order = openOrder();
  let hasMore = true;
  let filling: Promise<number> | undefined;
  let looking: Promise<void> | undefined;

  const add = ({ ready, claimed }: Fetched): number => {
    waiting = order.sorted([...waiting, ...ready]);
    return claimed;
  };
  const take = (isOnTrial: boolean): Ready | undefined => {
    const [ready] = waiting.splice(isOnTrial ? order.trial(waiting) : 0, 1);
    return ready;
  };
  const fill = () => {
    filling ??= fetchMails(parts, false)
      .then((fetched) => {
        hasMore = fetched.claimed === portion;
        return add(fetched);
      })
      .finally(() => {
        filling = undefined;
      });
    return filling;
  };
  const look = async () => {
    const urgent = waiting.filter(({ isUrgent }) => isUrgent).length;
    if (waiting.length > 0 && urgent < few) add(await fetchMails(parts, true));
  };
  // With too little of the lease left another worker might send it while this one still tries.
  const isStillOurs = ({ leaseEnd }: Ready) =>
    secondsBetween(parts.clock.now(), leaseEnd) > attemptSeconds;

  return {
    next: async (isOnTrial) => {
      for (;;) {
        const ready = take(isOnTrial);
        // Its failure is heard by whoever waits for a mail.
        if (ready && hasMore && waiting.length < few) fill().catch(() => {});
        if (ready && isStillOurs(ready)) return ready;
        if (!ready && (await fill()) === 0) {
          order.forget();
          return undefined;
        }
      }
    },
    lookForUrgent: () => {
      looking ??= look().finally(() => {
        looking = undefined;
      });
      return looking;
    },
    putBack: (ready) => void waiting.unshift(ready),
    turnAway: (ready) => {
      order.turnedAway(ready.mail.id);
      waiting = order.sorted([...waiting, ready]);
    },
    clear: async () => {
      await Promise.allSettled([filling, looking]);
      const left = waiting;
      waiting = [];
      const now = parts.clock.now();
      await returnToQueue(parts, left, ({ mail }) => (order.wasTurnedAway(mail.id) ? now : null));
    },
  };
};
