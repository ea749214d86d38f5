import type { Question } from "./question.ts";

const mails = "(select count(*) from mail_check c where c.flow_id = f.id)";
const passed = `(select count(*) from mail_check c
  where c.flow_id = f.id and c.confirmed_at is not null)`;
const others = `(select count(*) from unnest(f.done) name
  where not name = any(array['address', 'file-address', 'address-check', 'file-address-check']))`;

/**
 * A turn a commit: of the begin, of every mail that was sent, by a step or once more, of every check
 * that passed, of every other step, and of the end by another browser. A step done twice, or one of
 * which only a part was written, has another number.
 */
const turns = `1 + ${mails} + ${passed} + ${others}
  + coalesce(f.outcome = 'registered-elsewhere', false)::int`;
/** What is known is not planned any more: done terms do not stand in the row. */
const termsAtLeast = `(${mails} > 0)::int`;
const termsAtMost = `(f.done <> '{}' and not 'details' = any(f.done))::int`;

const factsOf = (action: string) =>
  `(select count(*) from audit_fact t where t.action = 'first-sign-in.${action}'
     and t.society_id = b.society_id and t.subject_id = b.subject_id::text)`;
/** Sign-ins that wait for a second factor are flows, too. */
const registrations = "(select * from flow where kind = 'first-sign-in')";
const begun = `(select distinct society_id, subject_id from ${registrations} f) b`;
const flowsOf = "flow f where f.society_id = b.society_id and f.subject_id = b.subject_id";

/** Where a flow stands, beside what its steps wrote. */
export const ofFlows: readonly Question[] = [
  {
    what: "flows with a step done twice or by half",
    from: `${registrations} f where f.turn not between ${turns} + ${termsAtLeast} and ${turns} + ${termsAtMost}
      or cardinality(f.done) <> (select count(distinct name) from unnest(f.done) name)`,
  },
  {
    what: "letters with more or fewer flows than were begun",
    from: `${begun} where (select count(*) from ${flowsOf}) <> ${factsOf("begun")}`,
  },
  {
    what: "facts of a flow that is not there",
    from: `audit_fact t where t.action like 'first-sign-in.%'
      and not exists (select from flow f where f.subject_id::text = t.subject_id)`,
  },
  {
    what: "flows without one cookie of theirs",
    from: "flow f where (select count(*) from flow_token t where t.flow_id = f.id) <> 1",
  },
  {
    what: "letters proved more or less often than on record",
    from: `${begun} where (select count(*) from ${flowsOf} and 'identity' = any(f.done))
      <> ${factsOf("identity-proved")}`,
  },
  {
    what: "addresses checked more or less often than on record",
    from: `${begun} where (select coalesce(sum(${passed}), 0) from ${flowsOf})
      <> ${factsOf("address-checked")}`,
  },
  {
    what: "flows past a check that never passed",
    from: `flow f where 'user-id' = any(f.done) and ${passed} = 0`,
  },
  {
    what: "complete flows without an account",
    from: `flow f where f.outcome = 'complete'
      and not exists (select from account a where a.member_id = f.member_id)`,
  },
  {
    what: "accounts without one complete flow",
    from: `account a where (select count(*) from flow f
      where f.member_id = a.member_id and f.outcome = 'complete') <> 1`,
  },
];
