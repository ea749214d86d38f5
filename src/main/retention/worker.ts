import type { Log } from "../../platform/log.ts";
import type { Metrics } from "../../platform/metrics.ts";
import type { Schedule } from "../../platform/schedule.ts";
import { describeError } from "../describe-error.ts";
import type { Open } from "../installation.ts";
import { sweep } from "./sweep.ts";

export type SweepingParts = {
  readonly installation: Pick<Open, "database" | "clock" | "registry" | "secrets">;
  readonly schedule: Schedule;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Asked between transactions: whether sweeping is still this process's to do. */
  readonly isOurs: () => boolean;
  /** A sweep came to its end, whatever failed in it. */
  readonly done: () => Promise<void>;
};

/**
 * Sweeps when the schedule says so. Asked to stop, or when another process sweeps, it ends with the
 * transaction at work.
 */
export const startSweeping = (parts: SweepingParts) => {
  const { installation, schedule, log, metrics, isOurs, done } = parts;
  const rowsOf: Record<string, number> = {};
  metrics.counter({
    name: "kenpo_swept_rows_total",
    help: "Rows deleted because their time was over, by kind of retention",
    label: "kind",
    read: () => rowsOf,
  });
  let isAsked = false;
  const isStopping = () => isAsked || !isOurs();
  let running: Promise<void> = Promise.resolve();
  const once = async () => {
    const report: Parameters<typeof sweep>[0]["report"] = ({ society, kind, rows }) => {
      rowsOf[kind] = (rowsOf[kind] ?? 0) + rows;
      log.event("info", "retention.swept", {
        society: society ?? undefined,
        code: kind,
        count: rows,
      });
    };
    const failed = (error: unknown) => log.event("error", "sweep.failed", describeError(error));
    try {
      await sweep({ ...installation, report, failed, isStopping });
      // Also after failures: a broken seal must not make a sweep of every minute.
      if (!isStopping()) await done();
    } catch (error) {
      failed(error);
    }
  };
  const timer = schedule(() => {
    running = once();
    return running;
  });
  return {
    stop: async (): Promise<void> => {
      isAsked = true;
      timer.stop();
      await running;
    },
  };
};
