import { type Clock, instantOf } from "../kernel/time.ts";

/** The machine's clock: the only place that reads it. Everything else is given a `Clock`. */
export const machineClock: Clock = { now: () => instantOf(Date.now()) };
