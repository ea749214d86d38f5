import { type Clock, type Instant, later, type Span } from "../src/kernel/time.ts";

/** A Friday, 10:00 in Tokyo: the moment at which every story begins. */
export const storyStart = "2026-11-20T01:00:00.000Z" as Instant;

export type TestClock = Clock & {
  readonly advance: (span: Span) => Instant;
  readonly set: (at: Instant) => void;
};

/** A clock that stands still until the test moves it. */
export const testClock = (start: Instant = storyStart): TestClock => {
  let at = start;
  return {
    now: () => at,
    advance: (span) => {
      at = later(at, span);
      return at;
    },
    set: (to) => {
      at = to;
    },
  };
};
