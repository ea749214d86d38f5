import { type Clock, instantOf } from "../kernel/time.ts";

/** The machine's clock: the only place that reads it. Everything else is given a `Clock`. */
export const machineClock: Clock = { now: () => instantOf(Date.now()) };

/** Milliseconds that never go back, for durations in the log; no moment in time. */
export const stopwatch = (): (() => number) => {
  const from = performance.now();
  return () => performance.now() - from;
};
