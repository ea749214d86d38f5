/** Calls work again and again until it is stopped; the work's own failures are its own to tell. */
export type Schedule = (work: () => Promise<void>) => { readonly stop: () => void };

/** The next call comes `ms` milliseconds after the end of the one before: never two at once. */
export const every =
  (ms: number): Schedule =>
  (work) => {
    let isStopped = false;
    let timer: NodeJS.Timeout;
    const arm = () => {
      if (!isStopped) timer = setTimeout(turn, ms);
    };
    const turn = () => void work().then(arm, arm);
    arm();
    return {
      stop: () => {
        isStopped = true;
        clearTimeout(timer);
      },
    };
  };

/** Only the turns at which `may` is true: where several processes could do what one should. */
export const when =
  (may: () => boolean, schedule: Schedule): Schedule =>
  (work) =>
    schedule(async () => {
      if (may()) await work();
    });
