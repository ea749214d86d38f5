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

/** How long the database may take to stop once everything else is given up. */
const lastPatienceMs = 5_000;

/**
 * Stops the parts one after the other, the database last. A second signal, or too long a wait, gives
 * up all but the database: it would outlive us.
 */
export const stopInOrder = async (parts: readonly Part[]): Promise<void> => {
  const database = parts.at(-1);
  let stopped: Promise<void> | undefined;
  const stopDatabase = () => {
    stopped ??= database?.stop();
    return stopped;
  };
  const giveUp = async () => {
    setTimeout(() => process.exit(1), lastPatienceMs);
    // Already stopping: it only needs its time.
    if (stopped) return;
    await stopDatabase()?.catch(() => {});
    process.exit(1);
  };
  process.once("SIGTERM", giveUp).once("SIGINT", giveUp);
  const timer = setTimeout(giveUp, patienceMs);
  for (const part of parts.slice(0, -1)) await part.stop();
  await stopDatabase();
  clearTimeout(timer);
};
