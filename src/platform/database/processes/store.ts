import type { Instant } from "../../../kernel/time.ts";
import { sql } from "../sql.ts";
import type { Database } from "../types.ts";
import type { ProcessId, ProcessKind } from "./types.ts";

export type Seen = {
  readonly id: ProcessId;
  readonly kind: ProcessKind;
  readonly host: string;
  readonly pid: number;
  readonly connections: number;
  readonly clockAheadMs: number;
  readonly startedAt: Instant;
};

/** Makes the row, or makes it anew where others took this process for gone. */
export const sayAlive = async (database: Database, own: Seen, at: Instant): Promise<void> => {
  await database.directory(sql`
    insert into process (id, kind, host, pid, connections, clock_ahead_ms, started_at, seen_at)
    values (${own.id}, ${own.kind}, ${own.host}, ${own.pid}, ${own.connections},
      ${own.clockAheadMs}, ${own.startedAt}, ${at})
    on conflict (id) do update set clock_ahead_ms = excluded.clock_ahead_ms, seen_at = excluded.seen_at`);
};

/** Everybody that nobody has buried yet. */
export const processes = (database: Database): Promise<(Seen & { readonly seenAt: Instant })[]> =>
  database.directory(sql`
    select id, kind, host, pid, connections, clock_ahead_ms as "clockAheadMs",
      started_at as "startedAt", seen_at as "seenAt"
    from process order by started_at, id`);

export type Unseen = {
  /** Nobody has heard of them since. */
  readonly since: Instant;
  /** Or they were heard of after that, in times to come: such a row would never grow old. */
  readonly until: Instant;
  /** When the mails that they held are due. */
  readonly at: Instant;
};

/** Frees what processes held that are gone by all appearance. */
export const buryUnseen = async (
  database: Database,
  { since, until, at }: Unseen,
): Promise<void> => {
  await database.directory(sql`
    select bury_processes(${since}, array(select id from process where seen_at > ${until}), ${at})`);
};

/** Frees what processes held that are known to be gone, whenever they were seen. */
export const bury = async (
  database: Database,
  gone: readonly ProcessId[],
  at: Instant,
): Promise<void> => {
  await database.directory(sql`
    select bury_processes('-infinity', ${gone}::uuid[], ${at})`);
};

export type Claim = {
  readonly holder: ProcessId;
  readonly names: readonly string[];
  readonly now: Instant;
  readonly until: Instant;
};

export type Held = { readonly name: string; readonly doneAt: Instant | null };

/** Renews what the holder has and takes what is free, in one statement. @returns all that it has */
export const claimLeases = (
  database: Database,
  { holder, names, now, until }: Claim,
): Promise<Held[]> =>
  database.directory<Held>(sql`
    insert into lease (name, holder, until)
    select name, ${holder}, ${until} from unnest(${names}::text[]) as name order by name
    on conflict (name) do update set holder = excluded.holder, until = excluded.until
      where lease.holder = excluded.holder or lease.holder is null or lease.until <= ${now}
    returning name, done_at as "doneAt"`);

export const markDone = async (
  database: Database,
  { name, holder, at }: { readonly name: string; readonly holder: ProcessId; readonly at: Instant },
): Promise<void> => {
  await database.directory(sql`
    update lease set done_at = ${at} where name = ${name} and holder = ${holder}`);
};
