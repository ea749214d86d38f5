import type { PoolFigures } from "../../platform/database/connect.ts";
import type { DatabaseState } from "../../platform/database/ready.ts";
import type { Figure } from "../../platform/metrics.ts";
import type { InstallationFigures } from "./store.ts";

/** How a figure is read from what was learnt last. */
export type Of<Source> = Omit<Figure, "read"> & {
  readonly read: (source: Source) => ReturnType<Figure["read"]>;
};

/** Of the process: always known. */
export const poolGauges: readonly Of<PoolFigures>[] = [
  {
    name: "kenpo_database_pool_connections",
    help: "Connections of this process to the database",
    label: "state",
    read: ({ open, idle }) => ({ idle, busy: open - idle }),
  },
  {
    name: "kenpo_database_pool_limit_connections",
    help: "How many connections this process may open",
    read: ({ most }) => most,
  },
  {
    name: "kenpo_database_pool_waiting",
    help: "Queries of this process that wait for a connection now",
    read: ({ waiting }) => waiting,
  },
];

export const poolCounters: readonly Of<PoolFigures>[] = [
  {
    name: "kenpo_database_pool_taken_total",
    help: "Connections handed out to queries of this process",
    read: ({ taken }) => taken,
  },
  {
    name: "kenpo_database_pool_wait_seconds_total",
    help: "Time that queries of this process have waited for a connection, in all",
    read: ({ waitedSeconds }) => waitedSeconds,
  },
];

export const databaseGauges: readonly Of<DatabaseState>[] = [
  {
    name: "kenpo_database_schema_current",
    help: "1 when every migration of this version is applied",
    read: ({ isSchemaRight }) => (isSchemaRight ? 1 : 0),
  },
  {
    name: "kenpo_database_round_trip_seconds",
    help: "The way to the database and back, with next to nothing to do there",
    read: ({ roundTripSeconds }) => roundTripSeconds,
  },
];

/** Of the installation: every process tells the same. Nothing waits: an age of 0. */
export const installationGauges: readonly Of<InstallationFigures>[] = [
  {
    name: "kenpo_mail_queued",
    help: "Mails that are still to be sent, those that wait for another attempt included",
    read: ({ mailsQueued }) => mailsQueued,
  },
  {
    name: "kenpo_mail_oldest_due_age_seconds",
    help: "How long the oldest mail has been due without a worker taking it",
    label: "urgent",
    read: ({ urgentMailAge, otherMailAge }) => ({ yes: urgentMailAge ?? 0, no: otherMailAge ?? 0 }),
  },
  {
    name: "kenpo_mail_undelivered_last_hour",
    help: "Mails that failed for good or came back within the last hour",
    label: "outcome",
    read: ({ mailsFailed, mailsBounced }) => ({ failed: mailsFailed, bounced: mailsBounced }),
  },
  {
    name: "kenpo_audit_oldest_unsealed_age_seconds",
    help: "Age of the oldest audit fact that no seal stands for yet",
    read: ({ unsealedAge }) => unsealedAge ?? 0,
  },
  {
    name: "kenpo_audit_last_seal_timestamp_seconds",
    help: "When audit facts were sealed last, of any society",
    read: ({ lastSealAt }) => lastSealAt,
  },
  {
    name: "kenpo_failed_tries_last_10_minutes",
    help: "Wrong passwords, and wrong answers to the identity check, within the last 10 minutes",
    label: "kind",
    read: ({ signInFailures, proofFailures }) => ({
      "sign-in": signInFailures,
      proof: proofFailures,
    }),
  },
  {
    name: "kenpo_refused_sources",
    help: "Networks refused now because of too many wrong passwords",
    read: ({ refusedSources }) => refusedSources,
  },
  {
    name: "kenpo_locks_begun_last_10_minutes",
    help: "User IDs, known or not, whose password lock began within the last 10 minutes",
    read: ({ locksBegun }) => locksBegun,
  },
  {
    name: "kenpo_locks_running",
    help: "User IDs, known or not, whose password lock has not ended yet",
    read: ({ locksRunning }) => locksRunning,
  },
  {
    name: "kenpo_factor_locks_running",
    help: "Accounts locked by wrong second factors whose lock has not ended yet",
    read: ({ factorLocksRunning }) => factorLocksRunning,
  },
  {
    name: "kenpo_lock_notice_oldest_age_seconds",
    help: "How long the oldest password lock has waited for the worker to tell its owner",
    read: ({ lockNoticeAge }) => lockNoticeAge ?? 0,
  },
  {
    name: "kenpo_letters_overdue_seconds",
    help: "How long ago the oldest sealed letters should have been destroyed",
    read: ({ lettersOverdueAge }) => lettersOverdueAge ?? 0,
  },
  {
    name: "kenpo_processes",
    help: "Processes that said within the last minute that they live",
    label: "kind",
    read: ({ processes }) => ({ start: 0, serve: 0, worker: 0, ...processes }),
  },
  {
    name: "kenpo_database_clock_skew_seconds",
    help: "The largest difference between the clock of a living process and the database's",
    read: ({ clockSkewMs }) => clockSkewMs / 1000,
  },
  {
    name: "kenpo_task_done_timestamp_seconds",
    help: "When what one worker does for all was done to the end last; 0 before the first time",
    label: "task",
    read: ({ tasksDoneAt }) => ({
      sweeps: tasksDoneAt.sweeps ?? 0,
      warnings: tasksDoneAt.warnings ?? 0,
    }),
  },
];
