import { setTimeout as pause } from "node:timers/promises";
import { type Clock, secondsBetween } from "../../kernel/time.ts";

type Asking<T> = {
  readonly clock: Clock;
  /** How old an answer may be. */
  readonly seconds: number;
  /** How long to wait for a new one. */
  readonly patienceMs: number;
  readonly ask: () => Promise<T>;
};

/**
 * The last answer while it is fresh; asks once, however many want to know. Null when the answer is
 * late or a failure: probes must be answered, whatever the database does.
 */
export const lately = <T>({ clock, seconds, patienceMs, ask }: Asking<T>) => {
  let known: { readonly at: ReturnType<Clock["now"]>; readonly answer: T | null } | undefined;
  let asking: Promise<void> | undefined;
  const isFresh = () => {
    const age = known ? secondsBetween(known.at, clock.now()) : Number.POSITIVE_INFINITY;
    // A clock that was set back must not keep an answer for ever.
    return age >= 0 && age < seconds;
  };
  const askAnew = async () => {
    const answer = await ask().catch(() => null);
    known = { at: clock.now(), answer };
    asking = undefined;
  };
  return async (): Promise<T | null> => {
    if (isFresh()) return known?.answer ?? null;
    asking ??= askAnew();
    const patience = new AbortController();
    const late = pause(patienceMs, true, { signal: patience.signal, ref: false });
    const isLate = await Promise.race([asking, late.catch(() => false)]);
    patience.abort();
    return isLate === true ? null : (known?.answer ?? null);
  };
};
