import type pg from "pg";
import { txOn } from "./backup/restoring.ts";
import type { Database } from "./types.ts";

/**
 * The schema's owner, whom row security binds as the app: for what the app's role must not be able
 * to do, even if somebody steals it.
 */
export type Owner = Pick<Database, "inSociety">;

/** One transaction after the other on this connection. The caller ends it. */
export const asOwner = (client: pg.Client): Owner => ({
  inSociety: async (society, work) => {
    await client.query("begin");
    try {
      await client.query("select set_config('app.society_id', $1, true)", [society]);
      const { tx, settled } = txOn(client, society);
      const value = await work(tx);
      await settled();
      await client.query("commit");
      return value;
    } catch (error) {
      await client.query("rollback").catch(() => {});
      throw error;
    }
  },
});
