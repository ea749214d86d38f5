import type pg from "pg";
import type { Actor, Origin } from "../audit/types.ts";
import type { SocietyId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/time.ts";
import { type Sql, sql } from "../platform/database/sql.ts";
import type { Tx } from "../platform/database/types.ts";
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
  readonly kind: "members" | "credentials";
  readonly survey: Survey;
  readonly rows: number;
  readonly counts: Counts;
  /** More that the run's fact tells. */
  readonly also?: Readonly<Record<string, number>>;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  readonly actor: Actor;
  readonly origin: Origin;
};

const statementsOf = (society: SocietyId, run: Run): readonly Sql[] => {
  const { id, kind, survey, rows, counts, also, startedAt, finishedAt, actor, origin } = run;
  const { added, changed, ended } = counts;
  const { sha256 } = survey;
  const details = JSON.stringify({ rows, added, changed, ended, ...also, sha256 });
  return [
    sql`
      insert into import_run (society_id, id, kind, file_sha256, file_bytes, encoding, rows, added,
        changed, ended, unchanged, started_at, finished_at)
      values (${society}, ${id}, ${kind}, ${sha256}, ${survey.bytes}, ${survey.encoding}, ${rows},
        ${added}, ${changed}, ${ended}, ${rows - added - changed - ended}, ${startedAt},
        ${finishedAt})`,
    sql`
      insert into audit_fact (society_id, id, at, actor_kind, actor_id, action, subject_kind,
        subject_id, request_id, source, details)
      values (${society}, ${id}, ${finishedAt}, ${actor.kind}, ${"id" in actor ? actor.id : null},
        ${`import.${kind}`}, 'import-run', ${id}, ${origin.requestId}, ${origin.source},
        ${details})`,
  ];
};

/** Keeps the run and its audit fact: which file, by whom, and what it changed. */
export const recordRun = async ({ client, society }: Import, run: Run): Promise<void> => {
  for (const statement of statementsOf(society, run))
    await client.query(statement.text, [...statement.values]);
};

/** The same where the file goes in by another transaction than its connection's. */
export const writeRun = (tx: Tx, run: Run): void => {
  for (const statement of statementsOf(tx.society, run)) tx.write(statement);
};
