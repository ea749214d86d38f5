import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { exportFacts, pruneFacts, verifyChain, witnessChain } from "../../src/audit/index.ts";
import { deleteFactsOf } from "../../src/audit/seals/pruning/store.ts";
import { newId, type SocietyId } from "../../src/kernel/ids.ts";
import { type Instant, later } from "../../src/kernel/time.ts";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { storyStart } from "../clock.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());

// Long enough ago for the server's own clock, which no test moves.
const start = "2000-11-20T01:00:00.000Z" as Instant;
const someSociety = () => newId<"society">(0) as SocietyId;

/** A chain whose seals came about with so many facts, so many days after each other. */
const chain = async (seals: readonly (readonly [facts: number, days: number])[]) => {
  const society = someSociety();
  stage.clock.set(start);
  for (const [facts, days] of seals) {
    stage.clock.advance({ days });
    await stage.record(society, facts);
    await stage.sealAll(society);
  }
  return society;
};

const parts = () => ({ database: stage.database, clock: stage.clock, secrets: stage.secrets });
const pruneAll = async (society: SocietyId, at: Instant) => {
  let pruned = await pruneFacts(parts(), society, at);
  while (pruned.kind === "pruned") pruned = await pruneFacts(parts(), society, at);
  return pruned.kind;
};
const verify = (society: SocietyId, secrets = stage.secrets) =>
  verifyChain({ database: stage.database, secrets }, society);
const whats = async (society: SocietyId) =>
  (await verify(society)).problems.first.map((p) => p.what);
const factsOf = async (society: SocietyId) =>
  (
    await stage.root.query<{ at: Date | string; id: string }>(
      "select id, at from audit_fact where society_id = $1 order by era, transaction_id, id",
      [society],
    )
  ).rows;

test("property: only whole seals of old facts go, and the chain is right all the same", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 900 })), {
        minLength: 2,
        maxLength: 4,
      }),
      fc.integer({ min: 0, max: 6000 }),
      async (seals, laterDays) => {
        const society = await chain(seals);
        const before = later(stage.clock.now(), { days: laterDays - 3000 });
        // Long afterwards something else happens, as it does.
        stage.clock.advance({ days: 3000 });
        await stage.record(society, 1);
        await stage.sealAll(society);
        const all = await factsOf(society);
        await pruneAll(society, before);
        const left = await factsOf(society);
        const gone = all.length - left.length;
        // The oldest ones, and none that is younger.
        assert.deepEqual(all.slice(gone), left);
        const sizes = [...seals.map(([facts]) => facts), 1];
        const ends = sizes.map((_, i) => sizes.slice(0, i + 1).reduce((a, b) => a + b, 0));
        assert.ok(gone === 0 || ends.includes(gone), `${gone} of ${ends}`);
        for (const { at } of all.slice(0, gone)) assert.ok(String(at) < before);
        const report = await verify(society);
        assert.deepEqual([report.problems.total, report.pruned], [0, gone]);
        assert.equal(await pruneAll(society, before), "nothing");
      },
    ),
    { numRuns: 6 },
  );
});

const years = 365;
/** Three old seals, of which the first two are pruned, and a new one. */
const pruned = async () => {
  const society = await chain([
    [2, 0],
    [3, 1],
    [2, 1 * years],
    [4, 7 * years],
  ]);
  const before = later(start, { days: 30 });
  assert.equal(await pruneAll(society, before), "nothing");
  assert.equal((await factsOf(society)).length, 6);
  assert.deepEqual(await whats(society), []);
  return society;
};

test("whoever deletes more than the sweeper did is noticed", async () => {
  const society = await pruned();
  await stage.root.query("delete from audit_fact where society_id = $1 and id = $2", [
    society,
    (await factsOf(society))[0]?.id,
  ]);
  assert.deepEqual(await whats(society), ["fact-missing"]);
});

test("whoever deletes whole seals' facts and says that they were old is noticed", async () => {
  const society = await pruned();
  const facts = (await factsOf(society)).slice(0, 2);
  await stage.root.query("delete from audit_fact where society_id = $1 and id = any ($2)", [
    society,
    facts.map(({ id }) => id),
  ]);
  assert.deepEqual(await whats(society), ["fact-missing", "fact-missing"]);
  const { rows } = await stage.root.query("select * from audit_pruning where society_id = $1", [
    society,
  ]);
  // Its word for more seals, without the key for it.
  await stage.root.query(
    `update audit_pruning p set seal = 3, root = s.root from audit_seal s
     where p.society_id = $1 and s.society_id = $1 and s.number = 3`,
    [society],
  );
  assert.ok((await whats(society)).includes("pruning-wrong"));
  assert.ok((await whats(society)).includes("fact-missing"));
  // The word of another society's pruning.
  const other = await pruned();
  await stage.root.query("delete from audit_pruning where society_id = $1", [society]);
  assert.ok((await whats(society)).includes("fact-missing"));
  await stage.root.query("update audit_pruning set society_id = $1 where society_id = $2", [
    society,
    other,
  ]);
  assert.ok((await whats(society)).includes("pruning-wrong"));
  assert.equal(rows.length, 1);
});

test("a seal that is taken away, or one before the pruned ones' end altered, is noticed", async () => {
  const society = await pruned();
  await stage.root.query(
    "update audit_seal set root = repeat('0', 64) where society_id = $1 and number = 1",
    [society],
  );
  assert.ok((await whats(society)).length > 0);
  const other = await pruned();
  await stage.root.query("delete from audit_seal where society_id = $1 and number = 1", [other]);
  assert.deepEqual(await whats(other), ["seal-missing"]);
  const third = await pruned();
  await stage.root.query(
    "update audit_seal set root = repeat('0', 64) where society_id = $1 and number = 2",
    [third],
  );
  assert.ok((await whats(third)).includes("pruning-wrong"));
});

test("what went and is put back altered is noticed; a fact added among them as well", async () => {
  const society = await pruned();
  await stage.root.query(
    `insert into audit_fact (society_id, id, at, actor_kind, action, subject_kind, subject_id,
       request_id, source, transaction_id)
     values ($1, gen_random_uuid(), $2, 'system', 'x.y', 'x', 'x', 'r', 's', '1')`,
    [society, start],
  );
  assert.ok((await whats(society)).includes("fact-added"));
});

test("evidence is not swept: an altered, added or missing fact keeps its seal", async () => {
  const old = async () =>
    chain([
      [2, 0],
      [2, 1],
      [1, 8 * years],
    ]);
  const at = () => later(start, { days: 30 });
  const altered = await old();
  await stage.root.query(
    "update audit_fact set source = 'x' where society_id = $1 and subject_id = 'account-0'",
    [altered],
  );
  assert.deepEqual(await pruneFacts(parts(), altered, at()), { kind: "broken", seal: 1 });
  const missing = await old();
  await stage.root.query("delete from audit_fact where society_id = $1 and id = $2", [
    missing,
    (await factsOf(missing))[0]?.id,
  ]);
  assert.deepEqual(await pruneFacts(parts(), missing, at()), { kind: "broken", seal: 1 });
  const forged = await old();
  await stage.root.query("update audit_seal set mac = 'x' where society_id = $1 and number = 1", [
    forged,
  ]);
  assert.deepEqual(await pruneFacts(parts(), forged, at()), { kind: "broken", seal: 1 });
  for (const society of [altered, missing, forged]) assert.ok((await factsOf(society)).length >= 4);
});

const asApp = (society: SocietyId, seal: number, at: string) =>
  stage.database.inSociety(society, (tx) => deleteFactsOf(tx, seal, at as Instant));

test("a seal that the app forged, of a far year, lets no young fact go", async () => {
  const society = await chain([[2, 0]]);
  const young = storyStart;
  stage.clock.set(young);
  await stage.record(society, 3);
  await stage.sealAll(society);
  // Nothing but INSERT is needed, and that the app must have.
  await stage.database.inSociety(society, async (tx) =>
    tx.write(sql`
      insert into audit_seal
      select (jsonb_populate_record(s, ${JSON.stringify({ number: 3, sealed_at: "2099-01-01" })}::jsonb)).*
      from audit_seal s where s.society_id = ${tx.society} and s.number = 2`),
  );
  const before = await factsOf(society);
  assert.equal(before.length, 5);
  for (const at of ["2093-01-01T00:00:00.000Z", later(young, { days: 1 })])
    for (const seal of [1, 2]) assert.equal(await asApp(society, seal, at), null);
  assert.deepEqual(await factsOf(society), before);
});

test("the newest seal stays, and so do five years, whatever the app asks for", async () => {
  const society = await chain([
    [2, 0],
    [2, 4 * years],
    [1, 8 * years],
  ]);
  const within = later(start, { days: 7 * years + 2 });
  assert.equal(
    await asApp(society, 1, within),
    null,
    "less than five years before the newest seal",
  );
  assert.equal(await asApp(society, 3, later(start, { days: 1 })), null, "the newest seal");
  assert.equal(await asApp(society, 1, start), null, "not sealed before");
  assert.equal(await asApp(stage.society("minato").id, 1, later(start, { days: 1 })), null);
  assert.equal((await factsOf(society)).length, 5);
  assert.equal(await asApp(society, 1, later(start, { days: 1 })), 2);
  assert.equal((await factsOf(society)).length, 3);
  // Nobody signed for it: that is a deletion like any other.
  assert.deepEqual(await whats(society), ["fact-missing", "fact-missing"]);
});

test("after a change of the secret what went is still vouched for", async () => {
  const society = await pruned();
  const changed = openSecrets(randomBytes(32), [stage.secret]);
  const rehearsed = await witnessChain({ ...parts(), secrets: changed }, society, {
    isRehearsal: true,
  });
  assert.equal(rehearsed.kind, "due");
  await witnessChain({ ...parts(), secrets: changed }, society, { isRehearsal: false });
  const report = await verify(society, changed);
  assert.deepEqual([report.problems.total, report.pruned], [0, 5]);
  // Also for who knows the new secret alone.
  const { rows } = await stage.root.query(
    "select key_id from audit_pruning where society_id = $1",
    [society],
  );
  assert.equal(rows[0].key_id, changed.keyId);
});

test("what is left can be exported, with its seals", async () => {
  const society = await pruned();
  let [facts, seals] = [0, 0];
  for await (const piece of exportFacts(stage.database, society, { from: null, before: null })) {
    facts += piece.facts;
    seals += piece.seals;
  }
  assert.deepEqual([facts, seals], [6, 2]);
});

test("a verification beside the sweeper has nothing to tell", async () => {
  const society = await chain([...Array(12).fill([2, 1]), [1, 8 * years]]);
  const reports = [];
  for (let seal = 0; seal < 12; seal += 1) {
    const [report] = await Promise.all([
      verify(society),
      pruneFacts(parts(), society, later(start, { days: 400 })),
    ]);
    reports.push(report.problems.total);
  }
  assert.deepEqual(reports, Array(12).fill(0));
});
