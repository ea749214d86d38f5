import { newId } from "../../../kernel/ids.ts";
import { type Clock, epochMsOf, instantOf } from "../../../kernel/time.ts";
import type { Schedule } from "../../schedule.ts";
import type { Database } from "../types.ts";
import { isSuspicious, judgeClock } from "./clock.ts";
import { checkRoom } from "./connections.ts";
import { openLeases } from "./leases.ts";
import { bury, buryUnseen, processes, type Seen, sayAlive } from "./store.ts";
import type { Membership, ProcessKind } from "./types.ts";

/** How often a process says that it lives, milliseconds. */
export const beatMs = 3_000;
/** Unseen for so long it is gone, and others do its work. */
export const goneMs = 12_000;
/** Without a word of its own for so long it begins nothing more: well before others take over. */
const sureMs = 8_000;

export type Joining = {
  readonly database: Database;
  readonly clock: Clock;
  /** How far that clock is ahead of the database server's, milliseconds. */
  readonly measure: () => Promise<number>;
  readonly kind: ProcessKind;
  /** Where it runs, for people. */
  readonly host: string;
  readonly pid: number;
  /** How many connections its pool may open. */
  readonly connections: number;
  /** Names of tasks that this process could do, and that one process at a time should. */
  readonly leases: readonly string[];
  /** The database is this process's own: whoever registered before it is gone. */
  readonly isAlone: boolean;
  /** Every `beatMs`. */
  readonly schedule: Schedule;
  /** A line for the operator, at the start. */
  readonly warn: (line: string) => void;
  /** Told once when the clocks part while we run. */
  readonly clocksPart: (aheadMs: number) => void;
  readonly failed: (error: unknown) => void;
};

const sumOf = (others: readonly Seen[]) =>
  others.reduce((sum, { connections }) => sum + connections, 0);

/**
 * Who registered before and may live. Who was seen long ago, or in times to come, died with its
 * clock, and that clock is no reason to refuse anybody.
 */
const othersAt = async (database: Database, sharedMs: number): Promise<Seen[]> =>
  (await processes(database)).filter(
    ({ seenAt }) => Math.abs(sharedMs - epochMsOf(seenAt)) <= goneMs,
  );

/** @throws StartRefusal when a clock is wrong, or the server has no connections left */
const checkPlace = async (joining: Joining): Promise<number> => {
  const { database, clock, measure, connections, warn } = joining;
  const aheadMs = await measure();
  const others = await othersAt(database, epochMsOf(clock.now()) - aheadMs);
  const [furthest] = others
    .map((other) => ({ ...other, apartMs: aheadMs - other.clockAheadMs }))
    .toSorted((a, b) => Math.abs(b.apartMs) - Math.abs(a.apartMs));
  const lines = [
    judgeClock(aheadMs, "the database server's"),
    furthest ? judgeClock(furthest.apartMs, `that of the process on ${furthest.host}`) : null,
    await checkRoom(database, { own: connections, others: sumOf(others) }),
  ];
  for (const line of lines) if (line) warn(line);
  return aheadMs;
};

const openPulse = (joining: Joining, first: Seen) => {
  const { database, clock, measure, clocksPart } = joining;
  const leases = openLeases(joining, first.id);
  let own = first;
  let heardAtMs = Number.NEGATIVE_INFINITY;
  const isSure = () => epochMsOf(clock.now()) - heardAtMs < sureMs;
  /** On the server's clock, which all share. */
  const shared = (fromNowMs: number) =>
    instantOf(epochMsOf(clock.now()) - own.clockAheadMs + fromNowMs);

  /** @returns false when one of the clocks was set: what the others said looks old, or of times to come */
  const lookAtClock = async () => {
    const clockAheadMs = await measure();
    const isSteady = !isSuspicious(clockAheadMs - own.clockAheadMs);
    if (isSuspicious(clockAheadMs) && !isSuspicious(own.clockAheadMs)) clocksPart(clockAheadMs);
    own = { ...own, clockAheadMs };
    return isSteady;
  };
  const beat = async () => {
    const wasSure = isSure();
    const sentAtMs = epochMsOf(clock.now());
    const isSteady = await lookAtClock();
    await sayAlive(database, own, shared(0));
    heardAtMs = sentAtMs;
    // After an outage of the database nobody could say a word: the others get a chance to.
    if (wasSure && isSteady)
      await buryUnseen(database, {
        since: shared(-goneMs),
        until: shared(goneMs),
        at: clock.now(),
      });
    await leases.claim(shared(0), shared(goneMs));
  };
  return { beat, isSure, leases, shared, aheadMs: () => own.clockAheadMs };
};

/** Registers this process beside the others of its database. @throws StartRefusal */
export const join = async (joining: Joining): Promise<Membership> => {
  const { database, clock, kind, host, pid, connections, isAlone, schedule, failed } = joining;
  const gone = isAlone ? (await processes(database)).map(({ id }) => id) : [];
  if (gone.length > 0) await bury(database, gone, clock.now());
  const clockAheadMs = await checkPlace(joining);
  const id = newId<"process">(epochMsOf(clock.now()));
  const startedAt = instantOf(epochMsOf(clock.now()) - clockAheadMs);
  const own: Seen = { id, kind, host, pid, connections, clockAheadMs, startedAt };
  const pulse = openPulse(joining, own);
  await pulse.beat();
  let last: Promise<void> = Promise.resolve();
  const beating = schedule(() => {
    last = pulse.beat().catch(failed);
    return last;
  });
  const { holds, isDue, done } = pulse.leases;
  return {
    id,
    isSure: pulse.isSure,
    holds,
    isDue: (lease, everySeconds) => isDue(lease, everySeconds, pulse.shared(0)),
    done: (lease) => done(lease, pulse.shared(0)),
    clockAheadMs: pulse.aheadMs,
    leave: async () => {
      beating.stop();
      await last;
      // Without a database the others find out by themselves.
      await bury(database, [id], clock.now()).catch(failed);
    },
  };
};
