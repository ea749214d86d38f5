/** A place in the queue. Held from the look-up to the answer; disposing twice does no harm. */
export type Ticket = Disposable & { readonly isHeld: () => boolean };

export type Queue = {
  readonly ticket: () => Ticket | undefined;
  /** @throws when the ticket was given back: a bug */
  readonly run: <T>(ticket: Ticket, work: () => Promise<T>) => Promise<T>;
  readonly depth: () => number;
};

/** At most `places` tickets, at most `lanes` works at a time, first come first served. */
export const openQueue = ({ lanes, places }: { lanes: number; places: number }): Queue => {
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
      if (taken >= places) return undefined;
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
      await lane();
      try {
        return await work();
      } finally {
        leaveLane();
      }
    },
    depth: () => taken,
  };
};
