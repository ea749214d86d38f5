import type { MailId, SocietyId } from "../../kernel/ids.ts";
import { type Clock, later, secondsBetween } from "../../kernel/time.ts";
import type { Database } from "../../platform/database/types.ts";
import { attemptSeconds } from "../../platform/smtp/limits.ts";
import { claimMails, giveBack, leaveQueue, readMails } from "./store.ts";
import type { Ready } from "./types.ts";

/** Claimed mails that wait for a connection, urgent ones first. */
export type Shelf = {
  /** Undefined when nothing is due. */
  readonly next: () => Promise<Ready | undefined>;
  /** What has become urgent since the last look, while other mails still wait here. */
  readonly lookForUrgent: () => Promise<void>;
  readonly putBack: (ready: Ready) => void;
  /** All that wait here go back to the queue, untried. */
  readonly clear: () => Promise<void>;
};

type Parts = { readonly database: Database; readonly clock: Clock };

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
  const claimed = await claimMails(parts.database, { at, leaseEnd, most, isOnlyUrgent });
  const urgent = new Set(claimed.filter(({ isUrgent }) => isUrgent).map(({ mail }) => mail));
  const found = await Promise.all(
    idsBySociety(claimed).map(([society, ids]) => read(parts, society, ids)),
  );
  const ready = found
    .flat()
    .map((one) => ({ ...one, isUrgent: urgent.has(one.mail.id), leaseEnd }));
  return { ready, claimed: claimed.length };
};

// Ids begin with their time: who came first leaves first.
const inOrder = (all: readonly Ready[]): Ready[] =>
  all.toSorted(
    (a, b) => Number(b.isUrgent) - Number(a.isUrgent) || (a.mail.id < b.mail.id ? -1 : 1),
  );

export const openShelf = (parts: Parts): Shelf => {
  let waiting: Ready[] = [];
  let hasMore = true;
  let filling: Promise<number> | undefined;
  let looking: Promise<void> | undefined;

  const add = ({ ready, claimed }: Fetched): number => {
    waiting = inOrder([...waiting, ...ready]);
    return claimed;
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
    next: async () => {
      for (;;) {
        const ready = waiting.shift();
        // Its failure is heard by whoever waits for a mail.
        if (ready && hasMore && waiting.length < few) fill().catch(() => {});
        if (ready && isStillOurs(ready)) return ready;
        if (!ready && (await fill()) === 0) return undefined;
      }
    },
    lookForUrgent: () => {
      looking ??= look().finally(() => {
        looking = undefined;
      });
      return looking;
    },
    putBack: (ready) => void waiting.unshift(ready),
    clear: async () => {
      await Promise.allSettled([filling, looking]);
      const untried = waiting.map(({ society, mail }) => ({ society, mail: mail.id }));
      waiting = [];
      await Promise.all(
        idsBySociety(untried).map(([society, ids]) =>
          parts.database.inSociety(society, async (tx) => giveBack(tx, ids)),
        ),
      );
    },
  };
};
