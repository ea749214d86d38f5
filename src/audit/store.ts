import { newId } from "../kernel/ids.ts";
import { epochMsOf, type Instant } from "../kernel/time.ts";
import { sql } from "../platform/database/sql.ts";
import type { Tx } from "../platform/database/types.ts";
import type { Fact, Origin } from "./types.ts";

const rowOf = (fact: Fact, at: Instant) => ({
  id: newId<"fact">(epochMsOf(at)),
  actor_kind: fact.actor.kind,
  actor_id: "id" in fact.actor ? fact.actor.id : null,
  action: fact.action,
  subject_kind: fact.subject.kind,
  subject_id: fact.subject.id,
  member_id: fact.memberId ?? null,
  details: fact.details ?? {},
});

/**
 * Adds facts within the transaction of what they tell of: one statement, awaited with the commit.
 * A text that is no id or code (a name, an address) fails the transaction.
 */
export const recordFacts = (
  tx: Tx,
  facts: readonly Fact[],
  { origin, at }: { readonly origin: Origin; readonly at: Instant },
): void => {
  if (facts.length === 0) return;
  tx.write(sql`
    insert into audit_fact (society_id, id, at, actor_kind, actor_id, action,
      subject_kind, subject_id, member_id, request_id, source, details)
    select ${tx.society}, fact.id, ${at}, fact.actor_kind, fact.actor_id, fact.action,
      fact.subject_kind, fact.subject_id, fact.member_id, ${origin.requestId}, ${origin.source},
      fact.details
    from jsonb_to_recordset(${JSON.stringify(facts.map((fact) => rowOf(fact, at)))}::jsonb)
      as fact (id uuid, actor_kind text, actor_id uuid, action text, subject_kind text,
        subject_id text, member_id uuid, details jsonb)`);
};
