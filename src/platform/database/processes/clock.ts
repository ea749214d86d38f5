import { type Clock, epochMsOf } from "../../../kernel/time.ts";
import { StartRefusal } from "../../start-refusal.ts";
import { sql } from "../sql.ts";
import type { Database } from "../types.ts";

/** Beyond it codes end early and facts stand in the wrong order. */
const mostMs = 30_000;
/** Machines with NTP differ by milliseconds. */
const suspiciousMs = 2_000;

/**
 * How far our clock is ahead of the database server's, milliseconds; as exact as half the way there
 * and back. The one place that asks the server for its time: only to compare, never to store it.
 */
export const measureClock = async (database: Database, clock: Clock): Promise<number> => {
  const before = epochMsOf(clock.now());
  const [row] = await database.directory<{ ms: number }>(sql`
    select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`);
  const ours = (before + epochMsOf(clock.now())) / 2;
  return Math.round(ours - (row?.ms ?? ours));
};

export const isSuspicious = (aheadMs: number): boolean => Math.abs(aheadMs) > suspiciousMs;

const told = (aheadMs: number, whose: string) =>
  `this machine's clock is ${(Math.abs(aheadMs) / 1000).toFixed(1)} s ${aheadMs > 0 ? "ahead of" : "behind"} ${whose}`;

const mend = "let NTP set both (timedatectl), then start again";

/**
 * @returns what the operator should know; null when the clocks agree
 * @throws StartRefusal when they are too far apart
 */
export const judgeClock = (aheadMs: number, whose: string): string | null => {
  const line = told(aheadMs, whose);
  if (Math.abs(aheadMs) > mostMs) throw new StartRefusal("clock", `Clock: ${line}: ${mend}`);
  return isSuspicious(aheadMs) ? `warning: ${line}; let NTP set both (timedatectl)` : null;
};

/** Of a command, which registers nowhere. @throws StartRefusal */
export const checkClock = async (database: Database, clock: Clock): Promise<void> => {
  judgeClock(await measureClock(database, clock), "the database server's");
};
