import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";

export type SealedFlow = { readonly id: string; readonly state: string };

/** Flows that another key than this one sealed, locked: a submit waits for the moment of a batch. */
export const lockFlowsOfOtherKeys = (
  tx: Tx,
  { keyId, after, most }: { keyId: string; after: string; most: number },
): Promise<readonly SealedFlow[]> =>
  tx.query<SealedFlow>(sql`
    select id, state from flow
    where society_id = ${tx.society} and id > ${after} and not starts_with(state, ${keyId} || '.')
    order by id limit ${most} for update`);

export const rewriteFlows = (tx: Tx, flows: readonly SealedFlow[]): void =>
  tx.write(sql`
    update flow f set state = one.state
    from jsonb_to_recordset(${JSON.stringify(flows)}::jsonb) as one (id uuid, state text)
    where f.society_id = ${tx.society} and f.id = one.id`);
