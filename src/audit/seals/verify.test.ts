import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import fc from "fast-check";
import type pg from "pg";
import { chainIn } from "../../../test/audit/chain.ts";
import { testDatabase } from "../../../test/database.ts";
import { newId, type SocietyId } from "../../kernel/ids.ts";
import { openSecrets } from "../../platform/crypto/secrets.ts";
import { connectClient } from "../../platform/database/config.ts";
import { nextSeal } from "./sealing.ts";
import { headOf, insertSeal } from "./store.ts";
import type { Head, Problem } from "./types.ts";
import { type ChainReport, verifyChain } from "./verify.ts";
import { witnessChain } from "./witness.ts";

const database = await testDatabase();
const { secret, secrets, parts, record, sealAll } = chainIn(database);
/** The server's administrator: bound by nothing, as whoever broke into the database. */
let root: pg.Client;
before(async () => {
  root = await connectClient({ config: database.rootConfig, applicationName: "kenpo test" });
  // What the schema would refuse is no obstacle to them either.
  await root.query(`alter table audit_fact drop constraint audit_fact_check`);
});
after(async () => {
  await root.end();
  await database.drop();
});

const sizes = [3, 4, 2, 5];

/** A society with a seal of 3, 4, 2 and 5 facts, each in transactions of 1 and the rest. */
const chain = async () => {
  const society = newId<"society">(0) as SocietyId;
  for (const size of sizes) {
    await record(society, 1);
    await record(society, size - 1);
    await sealAll(society);
  }
  const { rows } = await root.query<{ id: string }>(
    "select id from audit_fact where society_id = $1 order by era, transaction_id, id",
    [society],
  );
  const ids = rows.map(({ id }) => id);
  /** The ids of a seal's facts. */
  const of = (number: number) => {
    const start = sizes.slice(0, number - 1).reduce((sum, size) => sum + size, 0);
    return ids.slice(start, start + (sizes[number - 1] ?? 0));
  };
  return { society, of, ids };
};

const verify = (society: SocietyId, kept: Head | null = null, by = secrets) =>
  verifyChain({ database: database.app, secrets: by }, society, kept);
const told = ({ problems }: ChainReport): readonly Problem[] => problems.first;

const columns: Readonly<Record<string, string>> = {
  at: "at + interval '1 microsecond'",
  actor_kind: "'operator'",
  actor_id: "'00000000-0000-7000-8000-0000000000ab'",
  action: "'account.unlocked'",
  subject_kind: "'member'",
  subject_id: "'account-9'",
  member_id: "null",
  request_id: "'other'",
  source: "'cli'",
  details: `details || '{"n": 1.0}'`,
};

for (const [column, value] of Object.entries(columns))
  test(`altered: ${column}`, async () => {
    const { society, of } = await chain();
    const fact = of(2)[1] as string;
    await root.query(
      `update audit_fact set ${column} = ${value} where society_id = $1 and id = $2`,
      [society, fact],
    );
    assert.deepEqual(told(await verify(society)), [{ what: "fact-altered", seal: 2, fact }]);
  });

test("every column of a fact is covered", async () => {
  const { rows } = await root.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = 'audit_fact'::regclass and attnum > 0 and not attisdropped`,
  );
  const names = rows.map(({ name }) => name);
  const places = ["society_id", "id", "transaction_id", "era"];
  assert.deepEqual(names.toSorted(), [...Object.keys(columns), ...places].toSorted());
});

for (const [what, value] of [
  ["infinity", "'infinity'"],
  ["the year 200000", "'200000-01-01'"],
  ["before Christ", "at - interval '4050 years'"],
] as const)
  test(`altered: at is ${what}`, async () => {
    const { society, of } = await chain();
    const fact = of(1)[0] as string;
    await root.query(`update audit_fact set at = ${value} where society_id = $1 and id = $2`, [
      ...[society, fact],
    ]);
    assert.deepEqual(told(await verify(society)), [{ what: "fact-altered", seal: 1, fact }]);
  });

test("deleted: one, and all of a seal", async () => {
  const { society, of } = await chain();
  const gone = [of(1)[2] as string, ...of(3)];
  await root.query("delete from audit_fact where society_id = $1 and id = any($2)", [
    ...[society, gone],
  ]);
  assert.deepEqual(
    told(await verify(society)),
    gone.map((fact, i) => ({ what: "fact-missing", seal: i === 0 ? 1 : 3, fact })),
  );
});

test("reordered: two change places, within a seal and between seals", async () => {
  for (const [a, b] of [
    [of4First, of4Last],
    [of2First, of4Last],
  ] as const) {
    const { society, of } = await chain();
    const [one, two] = [a(of), b(of)];
    await root.query(
      `update audit_fact f set transaction_id = o.transaction_id from audit_fact o
       where f.society_id = $1 and o.society_id = $1
         and (f.id, o.id) in (($2, $3), ($3, $2))`,
      [society, one, two],
    );
    const problems = told(await verify(society));
    for (const fact of [one, two])
      assert.ok(
        problems.some((one) => "fact" in one && one.fact === fact && one.what === "fact-moved"),
        JSON.stringify(problems),
      );
  }
});
type Of = (number: number) => readonly string[];
const of4First = (of: Of) => of(4)[0] as string;
const of4Last = (of: Of) => of(4)[4] as string;
const of2First = (of: Of) => of(2)[0] as string;

test("moved behind the head, into another era, into another society, under another id", async () => {
  const moves: readonly (readonly [string, Problem["what"]])[] = [
    ["transaction_id = '99999999999'", "fact-moved"],
    ["era = 0", "fact-moved"],
    [`society_id = '${newId(0)}'`, "fact-missing"],
    ["id = gen_random_uuid()", "fact-missing"],
  ];
  for (const [move, what] of moves) {
    const { society, of } = await chain();
    const fact = of(2)[3] as string;
    await root.query(`update audit_fact set ${move} where society_id = $1 and id = $2`, [
      ...[society, fact],
    ]);
    const problems = told(await verify(society));
    assert.ok(
      problems.some((one) => one.what === what && "fact" in one && one.fact === fact),
      `${move}: ${JSON.stringify(problems)}`,
    );
  }
});

test("added: one dated back", async () => {
  const { society, of } = await chain();
  const added = newId<"fact">(0);
  await root.query(
    `insert into audit_fact select society_id, $3, at, actor_kind, actor_id, action, subject_kind,
       subject_id, member_id, request_id, source, details, transaction_id, era
     from audit_fact where society_id = $1 and id = $2`,
    [society, of(3)[1], added],
  );
  assert.deepEqual(told(await verify(society)), [{ what: "fact-added", seal: 3, fact: added }]);
});

test("added: one dated back to before the chain began", async () => {
  const { society, of } = await chain();
  const added = newId<"fact">(0);
  await root.query(
    `insert into audit_fact select society_id, $3, at, actor_kind, actor_id, action, subject_kind,
       subject_id, member_id, request_id, source, details, transaction_id, -1
     from audit_fact where society_id = $1 and id = $2`,
    [society, of(3)[1], added],
  );
  assert.deepEqual(told(await verify(society)), [{ what: "fact-added", seal: 1, fact: added }]);
});

const sealColumns: Readonly<Record<string, string>> = {
  previous_root: "repeat('0', 64)",
  root: "repeat('0', 64)",
  sealed_at: "sealed_at + interval '1 microsecond'",
  leaves: "set_byte(leaves, 23, get_byte(leaves, 23) # 1)",
  mac: "'AAAA'",
};
for (const [column, value] of Object.entries(sealColumns))
  test(`a seal's ${column} altered`, async () => {
    const { society } = await chain();
    await root.query(
      `update audit_seal set ${column} = ${value} where society_id = $1 and number = 2`,
      [society],
    );
    const problems = told(await verify(society));
    const isOfSeal = ({ what, seal }: Problem) =>
      seal === 2 && (what === "seal-altered" || what === "mac-wrong");
    assert.ok(problems.length > 0 && problems.every(isOfSeal), JSON.stringify(problems));
  });

test("a seal's end moved: that seal is named first", async () => {
  for (const change of [
    "last_transaction = '3'",
    "last_era = 0",
    "last_fact_id = '00000000-0000-0000-0000-000000000000'",
    "facts = 3, leaves = substr(leaves, 25)",
  ]) {
    const { society } = await chain();
    await root.query(`update audit_seal set ${change} where society_id = $1 and number = 2`, [
      society,
    ]);
    const [first] = told(await verify(society));
    assert.equal(first?.seal, 2, change);
  }
});

test("removed: a seal in the middle, the first, and several", async () => {
  for (const numbers of [[2], [1], [2, 3]]) {
    const { society } = await chain();
    await root.query("delete from audit_seal where society_id = $1 and number = any($2)", [
      ...[society, numbers],
    ]);
    assert.deepEqual(
      told(await verify(society)),
      numbers.map((seal) => ({ what: "seal-missing", seal })),
    );
  }
});

test("the tail cut off, with its facts or sealed anew: seen by a head kept elsewhere", async () => {
  const { society, of } = await chain();
  const { head } = await verify(society);
  assert.equal(head?.number, 4);
  await root.query("delete from audit_seal where society_id = $1 and number = 4", [society]);
  await root.query("delete from audit_fact where society_id = $1 and id = $2", [
    ...[society, of4Last(of)],
  ]);
  assert.deepEqual(told(await verify(society)), []);
  assert.deepEqual(told(await verify(society, head)), [{ what: "head-missing", seal: 4 }]);
  await sealAll(society);
  assert.deepEqual(told(await verify(society, head)), [{ what: "head-other", seal: 4 }]);
  const grown = await verify(society);
  await record(society, 1);
  await sealAll(society);
  assert.deepEqual(told(await verify(society, grown.head)), []);
});

test("a chain forged without the secret, every root right, has no right MAC", async () => {
  const { society } = await chain();
  await root.query("delete from audit_seal where society_id = $1", [society]);
  const stranger = openSecrets(randomBytes(32));
  await sealAll(society, stranger);
  assert.deepEqual(told(await verify(society)), [{ what: "key-unknown", seal: 1 }]);
  await root.query("update audit_seal set key_id = $2 where society_id = $1", [
    ...[society, secrets.keyId],
  ]);
  assert.deepEqual(told(await verify(society)), [{ what: "mac-wrong", seal: 1 }]);
});

test("after a change of the secret a witness vouches for what the earlier one signed", async () => {
  const { society, of } = await chain();
  const next = randomBytes(32);
  const [alone, both] = [openSecrets(next), openSecrets(next, [secret])];
  assert.deepEqual(told(await verify(society, null, alone)), [{ what: "key-unknown", seal: 1 }]);
  const witness = (isRehearsal: boolean) =>
    witnessChain({ ...parts, secrets: both }, society, { isRehearsal });
  assert.equal((await witness(true)).kind, "due");
  const witnessed = await witness(false);
  assert.deepEqual([witnessed.kind, (await witness(false)).kind], ["witnessed", "current"]);
  const report = await verify(society, null, alone);
  assert.deepEqual(
    [report.problems.total, report.vouched, report.seals, report.facts],
    [0, 4, 5, 14],
  );
  await record(society, 2);
  await sealAll(society, both);
  assert.equal((await verify(society, null, alone)).problems.total, 0);
  // Whoever alters what is vouched for is found without the earlier secret.
  await root.query("update audit_fact set source = 'cli' where society_id = $1 and id = $2", [
    ...[society, of2First(of)],
  ]);
  assert.deepEqual(told(await verify(society, null, alone)), [
    { what: "fact-altered", seal: 2, fact: of2First(of) },
  ]);
  await root.query("update audit_seal set mac = 'x' where society_id = $1 and number = 5", [
    society,
  ]);
  assert.ok(
    told(await verify(society, null, alone)).some(
      ({ what, seal }) => what === "mac-wrong" && seal === 5,
    ),
  );
});

test("a witness vouches for its own chain only, not for another one put before it", async () => {
  const { society, of } = await chain();
  const next = randomBytes(32);
  await witnessChain({ ...parts, secrets: openSecrets(next, [secret]) }, society, {
    isRehearsal: false,
  });
  // Another history under a key that nobody knows, every root right, up to the true witness.
  await root.query("update audit_fact set source = 'cli' where society_id = $1 and id = $2", [
    ...[society, of2First(of)],
  ]);
  await root.query("create temporary table witness as select * from audit_seal where number = 5");
  await root.query("delete from audit_seal where society_id = $1", [society]);
  const stranger = openSecrets(randomBytes(32));
  await sealAll(society, stranger);
  for (let number = 2; number < 5; number += 1)
    await database.app.inSociety(society, async (tx) =>
      insertSeal(
        tx,
        nextSeal({ ...parts, secrets: stranger }, { society, head: await headOf(tx) }, []),
      ),
    );
  await root.query("insert into audit_seal select * from witness where society_id = $1", [society]);
  assert.deepEqual(told(await verify(society, null, openSecrets(next))), [
    { what: "seal-altered", seal: 5 },
    { what: "key-unknown", seal: 1 },
  ]);
});

test("nobody vouches for a chain that is not as it was", async () => {
  const { society, of } = await chain();
  await root.query("delete from audit_fact where society_id = $1 and id = $2", [
    ...[society, of2First(of)],
  ]);
  const both = openSecrets(randomBytes(32), [secret]);
  const witnessed = await witnessChain({ ...parts, secrets: both }, society, {
    isRehearsal: false,
  });
  assert.equal(witnessed.kind, "wrong");
  assert.equal((await verify(society)).seals, 4);
});

const tampering = fc.oneof(
  fc.record({
    kind: fc.constant("alter" as const),
    at: fc.nat(13),
    column: fc.constantFrom(...Object.keys(columns)),
  }),
  fc.record({ kind: fc.constant("delete" as const), at: fc.nat(13) }),
  fc.record({ kind: fc.constant("add" as const), at: fc.nat(12) }),
  fc.record({
    kind: fc.constant("move" as const),
    at: fc.nat(13),
    by: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ kind: fc.constant("unseal" as const), number: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    kind: fc.constant("reseal" as const),
    number: fc.integer({ min: 1, max: 4 }),
    column: fc.constantFrom(...Object.keys(sealColumns)),
  }),
);

test("any tampering is found, at the fact or seal where it was done", async () => {
  const { society, ids } = await chain();
  await fc.assert(
    fc.asyncProperty(tampering, async (done) => {
      await root.query("begin");
      // Within a transaction that is rolled back afterwards, seen by its own connection alone.
      const fact = "at" in done ? (ids[done.at] as string) : "";
      const added = newId<"fact">(0);
      if (done.kind === "alter")
        await root.query(
          `update audit_fact set ${done.column} = ${columns[done.column]}
           where society_id = $1 and id = $2`,
          [society, fact],
        );
      if (done.kind === "delete")
        await root.query("delete from audit_fact where society_id = $1 and id = $2", [
          ...[society, fact],
        ]);
      if (done.kind === "move")
        await root.query(
          `update audit_fact set transaction_id = (transaction_id::text::bigint - $3::bigint)::text::xid8
           where society_id = $1 and id = $2`,
          [society, fact, done.by],
        );
      if (done.kind === "add")
        await root.query(
          `insert into audit_fact select society_id, $3, at, actor_kind, actor_id, action,
             subject_kind, subject_id, member_id, request_id, source, details, transaction_id, era
           from audit_fact where society_id = $1 and id = $2`,
          [society, fact, added],
        );
      if (done.kind === "unseal")
        await root.query("delete from audit_seal where society_id = $1 and number = $2", [
          ...[society, done.number],
        ]);
      if (done.kind === "reseal")
        await root.query(
          `update audit_seal set ${done.column} = ${sealColumns[done.column]}
           where society_id = $1 and number = $2`,
          [society, done.number],
        );
      try {
        const problems = told(await verifyChain({ database: asRoot, secrets }, society));
        assert.ok(problems.length > 0, "nothing was found");
        const isNamed = problems.some((one) => {
          if ("number" in done) return one.seal === done.number;
          return "fact" in one && one.fact === (done.kind === "add" ? added : fact);
        });
        assert.ok(isNamed, JSON.stringify(problems));
      } finally {
        await root.query("rollback");
      }
      assert.deepEqual(told(await verify(society)), []);
    }),
    { numRuns: 200 },
  );
});

/** Reads on the tampering connection itself, in its open transaction. */
const asRoot = {
  ...database.app,
  read: async (
    _: SocietyId,
    statements: readonly { text: string; values: readonly unknown[] }[],
  ) => {
    const answers: unknown[][] = [];
    for (const { text, values } of statements)
      answers.push((await root.query(text, [...values])).rows);
    return answers;
  },
};
