import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { chainIn } from "../../../test/audit/chain.ts";
import { testDatabase } from "../../../test/database.ts";
import { addTwoSocieties, ours, theirs } from "../../../test/two-societies.ts";
import { newId, type SocietyId } from "../../kernel/ids.ts";
import { openSecrets } from "../../platform/crypto/secrets.ts";
import { connectClient } from "../../platform/database/config.ts";
import { type Sql, sql } from "../../platform/database/sql.ts";
import type { Database, Tx } from "../../platform/database/types.ts";
import { beginning } from "./root.ts";
import { sealFacts } from "./sealing.ts";
import {
  factsBetween,
  factsToSeal,
  headOf,
  latestSeal,
  sealsAfter,
  societiesToSeal,
} from "./store.ts";
import { verifyChain } from "./verify.ts";
import { type SealingReport, startSealing } from "./worker.ts";

const database = await testDatabase();
const { clock, secret, secrets, parts, record, unsealed, sealAll } = chainIn(database);
let other: pg.Client;
before(async () => {
  await addTwoSocieties(database);
  other = await connectClient({ config: database.appConfig, applicationName: "kenpo test" });
});
after(async () => {
  await other.end();
  await database.drop();
});

const someSociety = () => newId<"society">(0) as SocietyId;
const verified = (society: SocietyId, by = secrets) =>
  verifyChain({ database: database.app, secrets: by }, society);
const isRight = async (society: SocietyId, expected: { facts: number; seals?: number }) => {
  const { problems, facts, seals, unsealed: left } = await verified(society);
  assert.deepEqual(problems, { first: [], total: 0 });
  assert.deepEqual([facts, left], [expected.facts, 0]);
  if (expected.seals !== undefined) assert.equal(seals, expected.seals);
};

test("facts are sealed by the thousand, and a chain without facts is right", async () => {
  const society = someSociety();
  await isRight(society, { facts: 0, seals: 0 });
  await record(society, 2500);
  await sealAll(society);
  await isRight(society, { facts: 2500, seals: 3 });
  await record(society, 1);
  await sealAll(society);
  await isRight(society, { facts: 2501, seals: 4 });
  assert.deepEqual(await sealFacts(parts, society), { kind: "nothing" });
});

/** A fact in a transaction that stays open, with an id that sorts before or after the others'. */
const openFact = async (society: SocietyId, id: string) => {
  await other.query(`begin; set local app.society_id = '${society}'`);
  await other.query(
    `insert into audit_fact (society_id, id, at, actor_kind, action, subject_kind, subject_id,
       request_id, source) values ($1, $2, $3, 'system', 'late.commit', 'x', 'x', 'late-commit', 'cli')`,
    [society, id, clock.now()],
  );
};

for (const id of ["00000000-0000-7000-8000-000000000001", "ffffffff-ffff-7fff-bfff-ffffffffffff"])
  test(`a fact that commits late is never skipped (${id.slice(0, 8)})`, async () => {
    const society = someSociety();
    await openFact(society, id);
    await record(society, 5);
    // The older transaction is at work: what came after it waits, so that it keeps its place.
    assert.deepEqual(await sealFacts(parts, society), { kind: "nothing" });
    await other.query("commit");
    await sealAll(society);
    await isRight(society, { facts: 6 });
  });

test("a transaction that is given up holds nothing back", async () => {
  const society = someSociety();
  await openFact(society, "00000000-0000-7000-8000-000000000001");
  await record(society, 5);
  await other.query("rollback");
  await sealAll(society);
  await isRight(society, { facts: 5 });
});

test("several sealers at once make one chain", async () => {
  const society = someSociety();
  for (let round = 0; round < 3; round += 1) {
    await record(society, 2300);
    for (let asks = 0; (await unsealed(society)) > 0; asks += 1) {
      assert.ok(asks < 500_000);
      await Promise.all(Array.from({ length: 6 }, () => sealFacts(parts, society)));
    }
  }
  await isRight(society, { facts: 6900 });
});

test("killed within a seal's transaction: the next one takes its place", async () => {
  const society = someSociety();
  await record(society, 4200);
  const killed = spawnSync(process.execPath, [
    ...process.execArgv.filter((argument) => !argument.startsWith("--test")),
    fileURLToPath(new URL("../../../test/audit/killed-sealer.ts", import.meta.url)),
    JSON.stringify({ config: database.appConfig, secret: secret.toString("base64"), society }),
    clock.now(),
  ]);
  assert.equal(killed.signal, "SIGKILL", killed.stderr.toString());
  const head = async () => (await latestSeal(database.app, society))?.number;
  assert.equal(await head(), 2);
  const { problems, unsealed: left } = await verified(society);
  assert.deepEqual([problems.total, left], [0, 2200]);
  await sealAll(society);
  await isRight(society, { facts: 4200, seals: 5 });
});

test("the worker seals every society's facts and tells each head", async () => {
  const reports: SealingReport[] = [];
  const worker = startSealing({
    ...parts,
    schedule: () => ({ stop: () => {} }),
    report: (report) => void reports.push(report),
    failed: (error) => assert.fail(error as Error),
  });
  await record(ours, 1001);
  await record(theirs, 2);
  for (let asks = 0; (await unsealed(ours)) + (await unsealed(theirs)) > 0; asks += 1) {
    assert.ok(asks < 500_000);
    await worker.drain();
  }
  assert.deepEqual(await societiesToSeal(database.app), []);
  const heads = reports.map((one) =>
    one.outcome === "sealed" ? [one.society, one.seal, one.count] : one,
  );
  assert.deepEqual(heads.toSorted(), [
    [ours, 1, 1000],
    [ours, 2, 1],
    [theirs, 1, 2],
  ]);
  for (const society of [ours, theirs]) {
    const roots = reports.filter((one) => one.society === society && one.outcome === "sealed");
    const { head } = await verified(society);
    assert.equal((roots.at(-1) as { root: string }).root, head?.root);
  }
  await worker.stop();
});

test("nobody goes on from a head that is not ours, and it is told once", async () => {
  const society = ours;
  const stranger = openSecrets(randomBytes(32));
  await record(society, 1);
  const reports: SealingReport[] = [];
  const sealing = (by: typeof secrets) =>
    startSealing({
      ...{ ...parts, secrets: by },
      schedule: () => ({ stop: () => {} }),
      report: (report) => void reports.push(report),
      failed: (error) => assert.fail(error as Error),
    });
  const strange = sealing(stranger);
  for (let asks = 0; reports.length === 0; asks += 1) {
    assert.ok(asks < 500_000);
    await strange.drain();
  }
  await strange.drain();
  assert.deepEqual(reports, [{ outcome: "broken", society, seal: 2, code: "key-unknown" }]);
  await sealAll(society);
  await database.owner.inSociety(society, async (tx) =>
    tx.write(sql`
      update audit_seal set mac = 'x' where society_id = ${society} and number = 3`),
  );
  await record(society, 1);
  const ourOwn = sealing(secrets);
  for (let asks = 0; reports.length < 2; asks += 1) {
    assert.ok(asks < 500_000);
    await ourOwn.drain();
  }
  assert.deepEqual(reports[1], { outcome: "broken", society, seal: 3, code: "mac-wrong" });
});

test("after a restore into a server whose transactions begin anew, facts go on in a new era", async () => {
  const society = theirs;
  const era = async () => {
    const [row] = await database.app.directory<{ era: number }>(
      sql`select begin_audit_era() as era`,
    );
    return row?.era;
  };
  assert.equal(await era(), 1);
  // As a restored dump has it: facts, sealed or not, of transactions that this server has not had.
  await database.owner.inSociety(society, async (tx) => {
    tx.write(sql`delete from audit_fact where society_id = ${society}`);
    tx.write(sql`delete from audit_seal where society_id = ${society}`);
    tx.write(sql`
      insert into audit_fact (society_id, id, at, actor_kind, action, subject_kind, subject_id,
        request_id, source, transaction_id)
      select ${society}, gen_random_uuid(), ${clock.now()}, 'system', 'before.restore', 'x', 'x',
        'restored', 'cli', (9000000000000 + n)::text::xid8 from generate_series(1, 5) as n`);
  });
  assert.equal(await era(), 2);
  assert.equal(await era(), 2);
  await record(society, 3);
  await sealAll(society);
  await isRight(society, { facts: 8 });
  assert.equal((await latestSeal(database.app, society))?.last.era, 2);
});

test("the app may neither change nor remove a seal, nor choose a fact's place", async () => {
  const denied = [
    sql`update audit_seal set root = root where society_id = ${ours}`,
    sql`delete from audit_seal where society_id = ${ours}`,
    sql`truncate audit_seal`,
    sql`insert into audit_fact (society_id, id, at, actor_kind, action, subject_kind, subject_id,
          request_id, source, transaction_id)
        values (${ours}, ${newId(0)}, ${clock.now()}, 'system', 'a.b', 'x', 'x', 'x', 'cli', '1')`,
    sql`insert into audit_fact (society_id, id, at, actor_kind, action, subject_kind, subject_id,
          request_id, source, era)
        values (${ours}, ${newId(0)}, ${clock.now()}, 'system', 'a.b', 'x', 'x', 'x', 'cli', 0)`,
  ];
  for (const statement of denied)
    await assert.rejects(
      database.app.inSociety(ours, async (tx) => tx.write(statement)),
      { code: "42501" },
      statement.text,
    );
});

/** How the server would carry out what a store function sends. */
const planOf = async (
  society: SocietyId,
  ask: (stores: { tx: Tx; reading: Database }) => Promise<unknown>,
) => {
  const sent: Sql[] = [];
  const query = async (statement: Sql): Promise<unknown[]> => {
    sent.push(statement);
    return [];
  };
  const one = async (statement: Sql) => (await query(statement))[0];
  const tx = { society, query, one } as unknown as Tx;
  const read: Database["read"] = async (_, [statement]) => [await query(statement as Sql)];
  await ask({ tx, reading: { ...database.app, read } });
  const { text, values } = sent[0] as Sql;
  await other.query(`begin; set local app.society_id = '${society}'`);
  // Not what the planner likes best for a few rows, but what it may use at all.
  for (const way of ["sort", "seqscan", "bitmapscan"])
    await other.query(`set local enable_${way} = off`);
  const { rows } = await other.query(`explain ${text}`, [...values]);
  await other.query("rollback");
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
};

test("facts and seals are found by the index, row security or not", async () => {
  const society = someSociety();
  await record(society, 3000);
  await sealAll(society);
  const upTo = (await latestSeal(database.app, society))?.last ?? null;
  const from = { society, after: beginning, upTo, most: 1000 };
  const byPlace = /Index Cond: .*ROW\(era, transaction_id, id\) > ROW/;
  for (const [ask, cond] of [
    [({ tx }) => factsToSeal(tx, 1000), byPlace],
    [({ reading }) => factsBetween(reading, from), byPlace],
    [({ tx }) => headOf(tx), /Index Cond: .*number >= /],
    [
      ({ reading }) => sealsAfter(reading, { society, number: 1, most: 9 }),
      /Index Cond: .*number >= /,
    ],
  ] satisfies [Parameters<typeof planOf>[1], RegExp][])
    assert.match(await planOf(society, ask), cond);
});
