import { type Clock, epochMsOf, type Instant, secondsBetween } from "../../../kernel/time.ts";
import type { Database } from "../types.ts";
import { claimLeases, markDone } from "./store.ts";
import type { ProcessId } from "./types.ts";

type Parts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly leases: readonly string[];
};

/** What this process holds, as it knows without asking. */
export const openLeases = ({ database, clock, leases }: Parts, holder: ProcessId) => {
  let held: ReadonlyMap<string, Instant | null> = new Map();
  let endsAtMs = 0;
  const holds = (name: string) => held.has(name) && epochMsOf(clock.now()) < endsAtMs;
  return {
    /** Renews what is held, takes what is free. */
    claim: async (now: Instant, until: Instant): Promise<void> => {
      if (leases.length === 0) return;
      // From before the question: to the others it never ends earlier than here.
      const ends = epochMsOf(clock.now()) + secondsBetween(now, until) * 1000;
      const rows = await claimLeases(database, { holder, names: leases, now, until });
      held = new Map(rows.map(({ name, doneAt }) => [name, doneAt]));
      endsAtMs = ends;
    },
    holds,
    isDue: (name: string, everySeconds: number, now: Instant): boolean => {
      const doneAt = held.get(name);
      return holds(name) && (!doneAt || secondsBetween(doneAt, now) >= everySeconds);
    },
    done: async (name: string, at: Instant): Promise<void> => {
      await markDone(database, { name, holder, at });
      held = new Map(held).set(name, at);
    },
  };
};
