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

export type Stopping = {
  /** One after the other; the parts of a stage all at once. The database is no part of them. */
  readonly stages: readonly (readonly Part[])[];
  readonly database: Part;
  /** How long the parts take their time on purpose. */
  readonly drainSeconds: number;
};

/**
 * Stops the stages one after the other, the database last. A second signal, or too long a wait, gives
 * up all but the database: it would outlive us.
 */
export const stopInOrder = async ({ stages, database, drainSeconds }: Stopping): Promise<void> => {
  let stopped: Promise<void> | undefined;
  const stopDatabase = () => {
    stopped ??= database.stop();
    return stopped;
  };
  const giveUp = async () => {
    setTimeout(() => process.exit(1), lastPatienceMs);
    // Already stopping: it only needs its time.
    if (stopped) return;
    await stopDatabase().catch(() => {});
    process.exit(1);
  };
  process.once("SIGTERM", giveUp).once("SIGINT", giveUp);
  const timer = setTimeout(giveUp, drainSeconds * 1000 + patienceMs);
  for (const parts of stages) await Promise.all(parts.map((part) => part.stop()));
  await stopDatabase();
  clearTimeout(timer);
};
