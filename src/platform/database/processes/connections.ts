import { StartRefusal } from "../../start-refusal.ts";
import { sql } from "../sql.ts";
import type { Database } from "../types.ts";

type Room = {
  /** Those that ordinary roles may open on this server, database and role. */
  readonly most: number;
  readonly used: number;
  /** What the pools of all our processes may come to. */
  readonly planned: number;
};

// reserved_connections is new in 16.
const roomIn = async (database: Database): Promise<Room | undefined> => {
  const [room] = await database.directory<Room>(sql`
    select least(
        current_setting('max_connections')::int
          - current_setting('superuser_reserved_connections')::int
          - coalesce(current_setting('reserved_connections', true)::int, 0),
        (select nullif(rolconnlimit, -1) from pg_roles where rolname = current_user),
        (select nullif(datconnlimit, -1) from pg_database where datname = current_database())) as most,
      (select coalesce(sum(numbackends), 0) from pg_stat_database) as used,
      (select coalesce(sum(connections), 0) from process) as planned`);
  return room;
};

/**
 * Whether the server has room for this process's pool.
 * @param own connections that it may open
 * @returns what the operator should know; null when all is well
 * @throws StartRefusal when it would be without connections now
 */
export const checkRoom = async (database: Database, own: number): Promise<string | null> => {
  const room = await roomIn(database);
  if (!room) return null;
  const { most, used, planned } = room;
  // One of them is the connection that asks.
  const free = most - used + 1;
  if (own > free)
    throw new StartRefusal(
      "connections",
      `KENPO_POOL: ${own} connections are wanted, and ${Math.max(0, free)} of the server's ${most} are free: lower KENPO_POOL, stop what holds the others, or raise max_connections`,
    );
  if (planned + own <= most) return null;
  return `warning: KENPO_POOL: all processes together may open ${planned + own} connections, the server allows ${most}; lower KENPO_POOL or raise max_connections`;
};
