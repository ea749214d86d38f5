import { StartRefusal } from "../../start-refusal.ts";
import { sql } from "../sql.ts";
import type { Database } from "../types.ts";

/** How many connections may be open at once, and how many of those are. */
type Limit = {
  readonly of: "server" | "role" | "database";
  readonly most: number;
  readonly used: number;
};

// reserved_connections is new in 16.
const limitsOf = (database: Database): Promise<Limit[]> =>
  database.directory<Limit>(sql`
    select * from (
      select 'server' as of,
        current_setting('max_connections')::int
          - current_setting('superuser_reserved_connections')::int
          - coalesce(current_setting('reserved_connections', true)::int, 0) as most,
        (select coalesce(sum(numbackends), 0) from pg_stat_database) as used
      union all
      select 'role', nullif(rolconnlimit, -1),
        (select count(*) from pg_stat_activity where usename = session_user)
      from pg_roles where rolname = session_user
      union all
      select 'database', nullif(datconnlimit, -1),
        (select numbackends from pg_stat_database where datname = current_database())
      from pg_database where datname = current_database()
    ) as limits where most is not null`);

const raise: Readonly<Record<Limit["of"], string>> = {
  server: "raise max_connections",
  role: "alter role … connection limit",
  database: "alter database … connection limit",
};

// One of those in use is the connection that asks.
const freeOf = ({ most, used }: Limit) => Math.max(0, most - used + 1);

export type Wanted = {
  /** Connections that this process may open. */
  readonly own: number;
  /** What the pools of all others that live may come to. */
  readonly others: number;
};

/**
 * Whether the server has room for this process's pool.
 * @returns what the operator should know; null when all is well
 * @throws StartRefusal when it would be without connections now
 */
export const checkRoom = async (
  database: Database,
  { own, others }: Wanted,
): Promise<string | null> => {
  const limits = await limitsOf(database);
  const [tight] = limits.toSorted((a, b) => freeOf(a) - freeOf(b));
  if (tight && own > freeOf(tight))
    throw new StartRefusal(
      "connections",
      `KENPO_POOL: ${own} connections are wanted, and ${freeOf(tight)} of the ${tight.of}'s ${tight.most} are free: lower KENPO_POOL, stop what holds the others, or ${raise[tight.of]}`,
    );
  const [least] = limits.toSorted((a, b) => a.most - b.most);
  if (!least || others + own <= least.most) return null;
  return `warning: KENPO_POOL: all processes together may open ${others + own} connections, the ${least.of} allows ${least.most}; lower KENPO_POOL or ${raise[least.of]}`;
};
