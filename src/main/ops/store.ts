import { type Instant, later } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/types.ts";

/** Numbers of the whole installation. Ages in seconds; null where nothing waits. */
export type InstallationFigures = {
  readonly mailsQueued: number;
  readonly urgentMailAge: number | null;
  readonly otherMailAge: number | null;
  readonly mailsFailed: number;
  readonly mailsBounced: number;
  readonly unsealedAge: number | null;
  /** Seconds since 1970; null before the first one. */
  readonly lastSealAt: number | null;
  readonly signInFailures: number;
  readonly proofFailures: number;
  readonly refusedSources: number;
  readonly locksBegun: number;
  readonly locksRunning: number;
  /** By wrong second factors. */
  readonly factorLocksRunning: number;
  readonly lockNoticeAge: number | null;
  readonly lettersOverdueAge: number | null;
  /** How many of each kind were seen lately. */
  readonly processes: Readonly<Record<string, number>>;
  readonly clockSkewMs: number;
  /** When each task was done last, by whichever process; seconds since 1970. */
  readonly tasksDoneAt: Readonly<Record<string, number | null>>;
};

/** From when on a source is refused, and how long its tries count. */
export type SourceLimit = {
  readonly accounts: number;
  readonly tries: number;
  readonly minutes: number;
};

/** @see installation_figures in migrations/0024_locks.sql */
export const readFigures = async (
  database: Database,
  at: Instant,
  limit: SourceLimit,
): Promise<InstallationFigures> => {
  const triesSince = later(at, { minutes: -limit.minutes });
  const mailsSince = later(at, { minutes: -60 });
  const seenSince = later(at, { minutes: -1 });
  const [figures] = await database.directory<InstallationFigures>(sql`
    select mails_queued as "mailsQueued", urgent_mail_age as "urgentMailAge",
      other_mail_age as "otherMailAge", mails_failed as "mailsFailed",
      mails_bounced as "mailsBounced", unsealed_age as "unsealedAge",
      last_seal_at as "lastSealAt", sign_in_failures as "signInFailures",
      proof_failures as "proofFailures", refused_sources as "refusedSources",
      locks_begun as "locksBegun", locks_running as "locksRunning",
      factor_locks_running as "factorLocksRunning", lock_notice_age as "lockNoticeAge",
      letters_overdue_age as "lettersOverdueAge",
      (select coalesce(jsonb_object_agg(kind, seen), '{}') from (
        select kind, count(*) as seen from process where seen_at > ${seenSince} group by kind
      ) as living) as processes,
      (select coalesce(max(abs(clock_ahead_ms)), 0) from process where seen_at > ${seenSince})
        as "clockSkewMs",
      (select coalesce(jsonb_object_agg(name, extract(epoch from done_at)), '{}') from lease)
        as "tasksDoneAt"
    from installation_figures(${at}, ${triesSince}, ${mailsSince}, ${limit.accounts},
      ${limit.tries})`);
  if (!figures) throw new Error("installation_figures answers with one row, always");
  return figures;
};
