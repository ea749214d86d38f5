import { stopwatch } from "../clock.ts";

/** A place in the queue. Held from the look-up to the answer; disposing twice does no harm. */
export type Ticket = Disposable & { readonly isHeld: () => boolean };

export type Queue = {
  readonly ticket: () => Ticket | undefined;
  /** @throws when the ticket was given back: a bug */
  readonly run: <T>(ticket: Ticket, work: () => Promise<T>) => Promise<T>;
  readonly depth: () => number;
};

export type QueueSize = {
  readonly lanes: number;
  readonly places: number;
  /** For the operator: how long each work waited for its lane, and who found no place. */
  readonly heard?: {
    readonly waited: (seconds: number) => void;
    readonly refused: () => void;
  };
};

/** At most `places` tickets, at most `lanes` works at a time, first come first served. */
export const openQueue = ({ lanes, places, heard }: QueueSize): Queue => {
  let taken = 0;
  let free = lanes;
  const waiting: (() => void)[] = [];

  const lane = () => {
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise<void>((go) => waiting.push(go));
  };
  const leaveLane = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };

  return {
    ticket: () => {
      if (taken >= places) {
        heard?.refused();
        return undefined;
      }
      taken += 1;
      let held = true;
      return {
        isHeld: () => held,
        [Symbol.dispose]: () => {
          if (held) taken -= 1;
          held = false;
        },
      };
    },
    run: async (ticket, work) => {
      if (!ticket.isHeld()) throw new Error("the ticket was given back");
      const elapsed = stopwatch();
      await lane();
      heard?.waited(elapsed() / 1000);
      try {
        return await work();
      } finally {
        leaveLane();
      }
    },
    depth: () => taken,
  };
};
