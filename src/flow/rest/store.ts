import type { Instant } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";

type Resting = {
  /** Kind of the flows whose time stands still. */
  readonly kind: string;
  readonly from: Instant;
  /** How long from then. */
  readonly seconds: number;
};

/**
 * While a service rests nobody can go on: open flows of one kind that would end in it or after it end
 * so much later. @returns how many
 */
export const restFlows = async (tx: Tx, { kind, from, seconds }: Resting): Promise<number> => {
  const rows = await tx.query<{ id: string }>(sql`
    update flow set expires_at = expires_at + make_interval(secs => ${seconds}::integer)
     where society_id = ${tx.society} and kind = ${kind} and ended_at is null
       and expires_at > ${from}
    returning id`);
  return rows.length;
};
