import { later } from "../../kernel/time.ts";
import type { Schedule } from "../../platform/schedule.ts";
import { claimMails, type DueMail } from "../store.ts";
import { type Delivering, deliver, type Report } from "./deliver.ts";

export type MailWorker = {
  /** Sends everything that is due now. */
  readonly drain: () => Promise<void>;
  /** A hint after a commit; polling finds the mail without it. */
  readonly poke: () => void;
  /** Waits for the mails in flight, then closes the transport. */
  readonly stop: () => Promise<void>;
};

export type MailWorkerParts = Delivering & { readonly schedule: Schedule };

/** Mails at a time: as many as the SMTP pool has connections. */
const width = 5;
/** Longer than one attempt may take (platform/smtp/server), or a slow mail would go out twice. */
const lease = { minutes: 10 };

const failed = (error: unknown): Report => ({
  outcome: "worker-failed",
  code: (error as { code?: string }).code?.toLowerCase() ?? "unknown",
});

export const startMailWorker = ({ schedule, ...parts }: MailWorkerParts): MailWorker => {
  let isStopping = false;
  let isAskedAgain = false;
  let running: Promise<void> | undefined;

  const claim = () => {
    const at = parts.clock.now();
    return claimMails(parts.database, { at, leaseEnd: later(at, lease), most: width });
  };
  // What throws here stays leased, and is due again when the lease ends.
  const attempt = (due: DueMail) =>
    deliver(parts, due).catch((error: unknown) => parts.report({ ...failed(error), ...due }));

  const run = async () => {
    try {
      do {
        isAskedAgain = false;
        for (let due = await claim(); due.length > 0; due = isStopping ? [] : await claim())
          await Promise.all(due.map(attempt));
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
  const turn = () => drain().catch((error: unknown) => parts.report(failed(error)));

  const timer = schedule(turn);
  return {
    drain,
    poke: () => void turn(),
    stop: async () => {
      isStopping = true;
      timer.stop();
      await running?.catch(() => {});
      parts.transport.close();
    },
  };
};
