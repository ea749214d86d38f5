import type pg from "pg";
import type { Actor, Origin } from "../audit/types.ts";
import type { SocietyId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/time.ts";
import type { Survey } from "./csv/survey.ts";

/** A connection that COPY may use, inside one society's transaction. */
export type Import = { readonly client: pg.Client; readonly society: SocietyId };

/**
 * One transaction for a whole file. The work says whether it shall stand; a throw, a refusal or a
 * crash leaves nothing.
 */
export const inOneTransaction = async <T>(
  { client, society }: Import,
  work: () => Promise<{ readonly stands: boolean; readonly value: T }>,
): Promise<T> => {
  await client.query("begin");
  try {
    await client.query(
      "select set_config('app.society_id', $1, true), set_config('statement_timeout', '0', true)",
      [society],
    );
    const { stands, value } = await work();
    await client.query(stands ? "commit" : "rollback");
    return value;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
};

export type Counts = {
  readonly added: number;
  readonly changed: number;
  /** 資格喪失日 was not set before and is now. */
  readonly ended: number;
};

/** One file that goes in. */
export type Run = {
  readonly id: string;
  readonly kind: "members";
  readonly survey: Survey;
  readonly rows: number;
  readonly counts: Counts;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  readonly actor: Actor;
  readonly origin: Origin;
};

const addRun = `
  insert into import_run (society_id, id, kind, file_sha256, file_bytes, encoding, rows, added,
    changed, ended, unchanged, started_at, finished_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

const addRunFact = `
  insert into audit_fact (society_id, id, at, actor_kind, actor_id, action, subject_kind,
    subject_id, request_id, source, details)
  values ($1, $2::uuid, $3, $4, $5, 'import.' || $6::text, 'import-run', $2::uuid::text, $7, $8, $9)`;

/** Keeps the run and its audit fact: which file, by whom, and what it changed. */
export const recordRun = async ({ client, society }: Import, run: Run): Promise<void> => {
  const { id, kind, survey, rows, counts, actor, origin } = run;
  const { added, changed, ended } = counts;
  const unchanged = rows - added - changed - ended;
  const file = [survey.sha256, survey.bytes, survey.encoding];
  const numbers = [rows, added, changed, ended, unchanged];
  const times = [run.startedAt, run.finishedAt];
  await client.query(addRun, [society, id, kind, ...file, ...numbers, ...times]);
  const by = [actor.kind, "id" in actor ? actor.id : null];
  const details = JSON.stringify({ rows, added, changed, ended, sha256: survey.sha256 });
  const from = [origin.requestId, origin.source];
  await client.query(addRunFact, [society, id, run.finishedAt, ...by, kind, ...from, details]);
};
