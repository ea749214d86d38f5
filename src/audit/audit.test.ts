import assert from "node:assert/strict";
import { after, test } from "node:test";
import { testDatabase } from "../../test/database.ts";
import { type MemberId, newId, type SocietyId } from "../kernel/ids.ts";
import { type Instant, later } from "../kernel/time.ts";
import { sql } from "../platform/database/sql.ts";
import { type Fact, recordFacts } from "./index.ts";

const database = await testDatabase();
after(database.drop);

const at = "2026-11-20T01:00:00.004Z" as Instant;
const origin = { requestId: "Rq7-abc_D", source: "2001:db8::17" };
const society = newId<"society">(0);
const other = newId<"society">(0);
const member = newId<"member">(0) as MemberId;
const account = newId<"account">(0);

const registered: Fact = {
  action: "account.registered",
  actor: { kind: "member", id: account },
  subject: { kind: "account", id: account },
  memberId: member,
  details: { policyVersion: 3, optionalEmail: true, factor: null },
};
const imported: Fact = {
  action: "members.imported",
  actor: { kind: "operator" },
  subject: { kind: "import", id: "2026-11" },
};

const record = (facts: readonly Fact[], whose: SocietyId = society) =>
  database.app.inSociety(whose, async (tx) => recordFacts(tx, facts, { origin, at }));
const countIn = async (whose: SocietyId) => {
  const [rows] = await database.app.read(whose, [
    sql`select count(*) as n from audit_fact where society_id = ${society}`,
  ]);
  return (rows as [{ n: number }])[0].n;
};

test("facts are kept as they were told", async () => {
  await record([registered, imported]);
  const [rows] = await database.app.read(society, [
    sql`select at, actor_kind, actor_id, action, subject_kind, subject_id, member_id, request_id,
          source, details
        from audit_fact where society_id = ${society} order by action`,
  ]);
  const told = { at, request_id: origin.requestId, source: origin.source };
  assert.deepEqual(rows, [
    {
      ...told,
      actor_kind: "member",
      actor_id: account,
      action: "account.registered",
      subject_kind: "account",
      subject_id: account,
      member_id: member,
      details: { policyVersion: 3, optionalEmail: true, factor: null },
    },
    {
      ...told,
      actor_kind: "operator",
      actor_id: null,
      action: "members.imported",
      subject_kind: "import",
      subject_id: "2026-11",
      member_id: null,
      details: {},
    },
  ]);
});

test("no facts, no statement", async () => {
  const before = await countIn(society);
  await record([]);
  assert.equal(await countIn(society), before);
});

test("facts go with the transaction that they tell of", async () => {
  const before = await countIn(society);
  const work = database.app.inSociety(society, async (tx) => {
    recordFacts(tx, [registered], { origin, at });
    throw new Error("the change failed");
  });
  await assert.rejects(work, /the change failed/);
  assert.equal(await countIn(society), before);
});

test("another society sees none of them, and can add none to it", async () => {
  assert.equal(await countIn(other), 0);
  const foreign = database.app.inSociety(other, async (tx) =>
    recordFacts({ ...tx, society }, [registered], { origin, at }),
  );
  await assert.rejects(foreign, { code: "42501" });
});

const changes = [
  sql`update audit_fact set action = 'nothing.happened' where society_id = ${society}`,
  sql`delete from audit_fact where society_id = ${society}`,
  sql`truncate audit_fact`,
];
for (const change of changes)
  test(`the app may not: ${change.text.slice(0, 30)}`, async () => {
    const work = database.app.inSociety(society, async (tx) => tx.write(change));
    await assert.rejects(work, { code: "42501" });
  });

const personal: readonly (readonly [string, Partial<Fact>])[] = [
  ["a name as subject", { subject: { kind: "account", id: "山田花子" } }],
  ["an address as subject", { subject: { kind: "account", id: "hanako@example.jp" } }],
  ["a sentence as action", { action: "Hanako registered" }],
  ["a member who acts without an id", { actor: { kind: "member" } as unknown as Fact["actor"] }],
];
for (const [name, part] of personal)
  test(`refused: ${name}`, async () => {
    await assert.rejects(record([{ ...registered, ...part }]), { code: "23514" });
  });

test("many at once are one statement's work", async () => {
  const before = await countIn(society);
  await record(Array.from({ length: 2000 }, () => registered));
  assert.equal(await countIn(society), before + 2000);
});

test("each fact knows its transaction, for the sealer", async () => {
  await database.app.inSociety(society, async (tx) => {
    recordFacts(tx, [imported], { origin, at: later(at, { days: 1 }) });
    const row = await tx.one<{ own: boolean }>(sql`
      select transaction_id = pg_current_xact_id() as own from audit_fact
      where society_id = ${society} and at = ${later(at, { days: 1 })}`);
    assert.equal(row?.own, true);
  });
});
