import type { Schedule } from "../../platform/schedule.ts";
import { connections } from "../../platform/smtp/limits.ts";
import { attempt } from "./attempt.ts";
import { openRecorder } from "./recorder.ts";
import { openShelf } from "./shelf.ts";
import { openPause } from "./trouble/pause.ts";
import type { Ready, Report, Sending } from "./types.ts";

export type MailWorker = {
  /** Sends everything that is due now. */
  readonly drain: () => Promise<void>;
  /** A hint after a commit; polling finds the mail without it. */
  readonly poke: () => void;
  /** Waits for the mails in flight, then closes the transport. */
  readonly stop: () => Promise<void>;
};

export type MailWorkerParts = Sending & { readonly schedule: Schedule };

const failed = (error: unknown): Report => ({
  outcome: "worker-failed",
  code: (error as { code?: string }).code?.toLowerCase() ?? "unknown",
});

/** One mail after another, as many at a time as there are connections. */
const openLanes = (parts: Sending, isStopping: () => boolean) => {
  const shelf = openShelf(parts);
  const recorder = openRecorder(parts);
  const pause = openPause(parts);
  // Not sure: others may hold this worker's mails by now.
  const isSure = () => parts.holder?.isSure() ?? true;
  const mayGoOn = () => !isStopping() && !pause.isOn() && isSure();

  /** @returns false when the server turned this lane away */
  const sendOne = async (ready: Ready): Promise<boolean> => {
    const outcome = await attempt(parts, ready);
    const { delivery } = outcome;
    if (pause.heard(delivery, ready.mail.id) && !delivery.sent)
      parts.report({ outcome: "paused", code: delivery.code });
    // Nobody looked at this mail: it is as it was, but the next one to try is another.
    if (!delivery.sent && delivery.about === "server") {
      shelf.turnAway(ready);
      return false;
    }
    await recorder.add(outcome);
    return true;
  };
  /** @returns false when there is nothing to do, or nobody to give it to */
  const step = async (): Promise<boolean> => {
    const ready = mayGoOn() ? await shelf.next(pause.isOnTrial()) : undefined;
    if (!ready) return false;
    if (mayGoOn()) return sendOne(ready);
    shelf.putBack(ready);
    return false;
  };
  const lane = async (): Promise<void> => {
    while (await step());
  };
  const end = async () => {
    await recorder.flush();
    if (!mayGoOn()) await shelf.clear();
  };
  return {
    lookForUrgent: async () => {
      if (isSure()) await shelf.lookForUrgent();
    },
    run: async (): Promise<void> => {
      // What an earlier run could not write comes first: it must not be sent again.
      await recorder.flush();
      if (pause.isOnTrial()) await step();
      const lanes = await Promise.allSettled(Array.from({ length: connections }, lane));
      await end();
      const broken = lanes.find((one) => one.status === "rejected");
      if (broken) throw broken.reason;
    },
  };
};

export const startMailWorker = ({ schedule, ...parts }: MailWorkerParts): MailWorker => {
  let isStopping = false;
  let isAskedAgain = false;
  let running: Promise<void> | undefined;
  const lanes = openLanes(parts, () => isStopping);
  const told = (error: unknown) => parts.report(failed(error));

  const run = async () => {
    try {
      do {
        isAskedAgain = false;
        await lanes.run();
      } while (isAskedAgain && !isStopping);
    } finally {
      running = undefined;
    }
  };
  const drain = () => {
    if (isStopping) return running ?? Promise.resolve();
    isAskedAgain = running !== undefined;
    running ??= run();
    return running;
  };
  const turn = () => {
    if (running) lanes.lookForUrgent().catch(told);
    drain().catch(told);
  };

  // A run may last for minutes: the next turn does not wait for it.
  const timer = schedule(async () => turn());
  return {
    drain,
    poke: turn,
    stop: async () => {
      isStopping = true;
      timer.stop();
      await running?.catch(() => {});
      parts.transport.close();
    },
  };
};
