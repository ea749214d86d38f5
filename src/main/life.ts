import type { Part } from "./running.ts";

/** How long requests and mails at work may still take after a signal. */
const patienceMs = 20_000;
const parentEveryMs = 500;

/** Ends when a signal asks for it, or when npm, which started us, is gone. */
export const untilAsked = (isUnderNpm: boolean): Promise<void> =>
  new Promise((done) => {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
      process.once(signal, () => done());
    if (!isUnderNpm) return;
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      done();
    }, parentEveryMs);
    watch.unref();
  });

/** Stops the parts one after the other; a second signal, or too long a wait, ends at once. */
export const stopInOrder = async (parts: readonly Part[]): Promise<void> => {
  const giveUp = () => process.exit(1);
  process.once("SIGTERM", giveUp).once("SIGINT", giveUp);
  const timer = setTimeout(giveUp, patienceMs);
  for (const part of parts) await part.stop();
  clearTimeout(timer);
};
