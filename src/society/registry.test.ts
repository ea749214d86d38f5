import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type TestDatabase, testDatabase } from "../../test/database.ts";
import { newId, type SocietyId } from "../kernel/ids.ts";
import { type Instant, later } from "../kernel/time.ts";
import { sql } from "../platform/database/sql.ts";
import { addSociety, loadSamples, openRegistry, policyAt, sampleDocument } from "./index.ts";
import {
  addVersion,
  countChange,
  documentIn,
  documentOf,
  setCurrentVersion,
  versionsOf,
} from "./store.ts";
import type { Registry } from "./types.ts";

const now = "2026-11-20T01:02:03.004Z" as Instant;
const baseUrl = "http://localhost:3000";
let database: TestDatabase;
let registry: Registry;

before(async () => {
  database = await testDatabase();
  registry = await openRegistry({ database: database.app, baseUrl });
});
after(() => database.drop());

type Document = ReturnType<typeof sampleDocument>;

const add = (document: Document, { dryRun = false, at = now } = {}) =>
  addSociety(database.app, {
    document,
    actor: { kind: "operator" },
    origin: { requestId: "test-run", source: "cli" },
    reason: "test",
    now: at,
    dryRun,
  });

/** Another society like a sample. */
const alike = (code: string, insurerNumber: string, sample: Document): Document => ({
  ...sample,
  code,
  insurerNumber: insurerNumber as Document["insurerNumber"],
});

const loaded = () => loadSamples(database.app, { now, registry });
const idOf = (code: string): SocietyId => {
  const society = registry.byCode(code);
  assert.ok(society, code);
  return society.id;
};
const countOf = async () =>
  (await database.app.directory<{ count: number }>(sql`select count from registry_change`))[0]
    ?.count;

test("an empty installation has no entrance and no society", () => {
  assert.equal(registry.entranceAt("localhost:3000"), undefined);
  assert.deepEqual(registry.all(), []);
});

test("a dry run writes nothing", async () => {
  const count = await countOf();
  const planned = await add(sampleDocument("hikari"), { dryRun: true });
  assert.ok(planned.ok && planned.outcome === "added");
  await registry.refresh();
  assert.deepEqual(registry.all(), []);
  assert.equal(await countOf(), count);
});

test("the samples stand at their hosts, and loading them again changes nothing", async () => {
  await loaded();
  const codesAt = (host: string) =>
    registry.entranceAt(host)?.societies.map((id) => registry.society(id)?.code);
  assert.deepEqual(codesAt("localhost:3000")?.sort(), ["hikari", "kaede", "minato"]);
  assert.deepEqual(codesAt("asahi.localhost:3000"), ["asahi"]);
  assert.deepEqual(codesAt("SAKURA.localhost:3000"), ["sakura"]);
  for (const unknown of ["hikari.localhost:3000", "localhost", "evil.example", ""])
    assert.equal(registry.entranceAt(unknown), undefined, unknown);
  const count = await countOf();
  await loaded();
  assert.equal(await countOf(), count);
});

test("an entrance has the name of its society, a shared one its own", async () => {
  await loaded();
  const asahi = registry.entranceAt("asahi.localhost:3000");
  assert.equal(asahi?.name.ja, "あさひ精工健康保険組合");
  assert.equal(asahi?.origin, "http://asahi.localhost:3000");
  assert.equal(asahi?.brand.mark, "あ");
  const shared = registry.entranceAt("localhost:3000");
  assert.deepEqual([shared?.name.en, shared?.kind], ["Kenpo Portal", "shared"]);
});

test("the same rows serve under another base address", async () => {
  await loaded();
  const elsewhere = await openRegistry({
    database: database.app,
    baseUrl: "https://login.kenpo.example",
  });
  assert.equal(elsewhere.entranceAt("login.kenpo.example")?.societies.length, 3);
  const asahi = elsewhere.entranceAt("asahi.login.kenpo.example");
  assert.equal(asahi?.origin, "https://asahi.login.kenpo.example");
  assert.equal(elsewhere.entranceAt("localhost:3000"), undefined);
});

test("an entrance is found by the host of its first passkey once its address is another one", async () => {
  await loaded();
  const { entranceId } = registry.society(idOf("asahi")) ?? {};
  assert.equal(registry.entrance(entranceId as never)?.rpId, "asahi.localhost");
  assert.deepEqual(registry.movedFrom("asahi.localhost"), []);
  await database.app.directory(sql`
    with fixed as (update entrance set rp_id = 'asahi.localhost' where id = ${entranceId as never})
    update registry_change set count = count + 1`);
  await registry.refresh();
  assert.deepEqual(registry.movedFrom("asahi.localhost"), []);
  const elsewhere = await openRegistry({
    database: database.app,
    baseUrl: "https://login.kenpo.example",
  });
  assert.deepEqual(
    elsewhere.movedFrom("asahi.localhost").map(({ host, rpId }) => [host, rpId]),
    [["asahi.login.kenpo.example", "asahi.localhost"]],
  );
  // the others have no passkey yet: they are at home wherever they are
  assert.deepEqual(elsewhere.movedFrom("localhost"), []);
});

test("the same document twice changes nothing", async () => {
  await loaded();
  const count = await countOf();
  const again = await add(sampleDocument("hikari"));
  assert.ok(again.ok && again.outcome === "unchanged");
  assert.equal(await countOf(), count);
});

test("a change is a new version, dated, with its cause, audited, and seen by running servers", async () => {
  await loaded();
  const id = idOf("minato");
  const started = registry.byCode("minato");
  const document = structuredClone(sampleDocument("minato"));
  document.policy.lock.minutes = 45;
  const changed = await add(document, { at: later(now, { minutes: 5 }) });
  assert.ok(changed.ok && changed.outcome === "changed");
  assert.deepEqual([changed.version, changed.changed], [2, ["policy.lock.minutes"]]);
  assert.equal(registry.byCode("minato")?.policy.lock.minutes, 30);
  await registry.refresh();
  assert.equal(registry.byCode("minato")?.policy.lock.minutes, 45);
  await database.app.inSociety(id, async (tx) => {
    const versions = await versionsOf(tx);
    assert.deepEqual(versions[0], {
      version: 2,
      by: "operator",
      reason: "test",
      at: later(now, { minutes: 5 }),
    });
    const facts = await tx.query<{ action: string; details: object }>(sql`
      select action, details from audit_fact where society_id = ${id} order by id`);
    assert.deepEqual(
      facts.map(({ action }) => action),
      ["society.added", "society.changed"],
    );
    assert.deepEqual(facts[1]?.details, { version: 2, changed: "policy.lock.minutes" });
    // A flow keeps the policy that it began with.
    assert.ok(started);
    assert.equal((await policyAt(tx, started, 1)).lock.minutes, 30);
    const today = registry.byCode("minato");
    assert.ok(today);
    assert.equal((await policyAt(tx, today, 1)).lock.minutes, 30);
    assert.equal((await policyAt(tx, today, 2)).lock.minutes, 45);
  });
});

test("an installation with a society of its own gets no samples", async () => {
  const own = await testDatabase();
  const itsRegistry = await openRegistry({ database: own.app, baseUrl });
  await addSociety(own.app, {
    document: alike("nagi", "06990063", sampleDocument("sakura")),
    actor: { kind: "operator" },
    origin: { requestId: "test-run", source: "cli" },
    reason: "test",
    now,
  });
  await itsRegistry.refresh();
  await loadSamples(own.app, { now, registry: itsRegistry });
  assert.deepEqual(
    itsRegistry.all().map(({ code }) => code),
    ["nagi"],
  );
  await own.drop();
});

test("two that add the same society at once make one", async () => {
  const twin = alike("tsubaki", "06990063", sampleDocument("sakura"));
  const results = await Promise.all([add(twin), add(twin), add(twin)]);
  const outcomes = results.map((result) => result.ok && result.outcome).sort();
  assert.deepEqual(outcomes, ["added", "unchanged", "unchanged"]);
});

const atKita = { kind: "own", host: "kenpo.kita.example" } as const;
const refusals: readonly [string, (document: Document) => Document, string][] = [
  ["another entrance", (d) => ({ ...d, entrance: { kind: "own", host: null } }), "entrance-fixed"],
  ["another code", (d) => ({ ...d, code: "hikari-2" }), "number-taken"],
  [
    "a host that is taken",
    (d) => ({ ...alike("tonari", "06990071", d), entrance: atKita }),
    "host-taken",
  ],
];

for (const [what, change, code] of refusals)
  test(`${what} is refused, and nothing is changed`, async () => {
    await loaded();
    const added = await add({
      ...alike("kita", "06990089", sampleDocument("asahi")),
      entrance: atKita,
    });
    assert.ok(added.ok);
    const count = await countOf();
    const refused = await add(change(sampleDocument("hikari")));
    assert.ok(!refused.ok);
    assert.deepEqual(
      refused.problems.map((problem) => problem.code),
      [code],
    );
    assert.equal(await countOf(), count);
  });

test("another society sees no version and writes none", async () => {
  await loaded();
  const hikari = idOf("hikari");
  const kaede = idOf("kaede");
  assert.ok(await documentOf(database.app, hikari, 1));
  const foreign = sql`select count(*) as count from society_version where society_id = ${hikari}`;
  await database.app.inSociety(kaede, async (tx) => {
    assert.deepEqual(await tx.one(foreign), { count: 0 });
    const own = (await documentIn(tx, 1)) as { code: string };
    assert.equal(own.code, "kaede");
  });
  const stranger = newId<"society">(0);
  await database.app.inSociety(stranger, async (tx) => {
    assert.deepEqual(await versionsOf(tx), []);
    assert.equal(await documentIn(tx, 1), undefined);
  });
  const asOther = { version: 9, document: {}, by: "operator", reason: "x", at: now };
  await assert.rejects(
    database.app.inSociety(kaede, async (tx) => addVersion({ ...tx, society: hikari }, asOther)),
    /row-level security/,
  );
});

/** Demands codes by mail of people whose address nobody looks at. */
const codesUnproved = (document: Document): Document => ({
  ...document,
  policy: {
    ...document.policy,
    secondFactor: {
      ...document.policy.secondFactor,
      ...{ demand: "required", methods: ["mail-otp"], recommended: "mail-otp" },
    },
    email: { ...document.policy.email, atRegistration: "required" },
  },
});

test("a rule that came later is asked of who changes a society, and not of what is stored", async () => {
  await loaded();
  const refused = await add(codesUnproved(sampleDocument("kaede")));
  assert.deepEqual(!refused.ok && refused.problems.map(({ path, code }) => [path, code]), [
    ["policy.secondFactor.methods", "mail-codes-unproved"],
  ]);

  // Written before there was the rule: everybody is served, and the same file changes nothing.
  const before = registry.byCode("kaede");
  assert.ok(before);
  const stored = codesUnproved(sampleDocument("kaede"));
  await database.app.inSociety(before.id, async (tx) => {
    const version = before.version + 1;
    addVersion(tx, { version, document: stored, by: "test", reason: "test", at: now });
    setCurrentVersion(tx, { version, insurerNumber: stored.insurerNumber, at: now });
    countChange(tx);
  });
  const opened = await openRegistry({ database: database.app, baseUrl });
  const kaede = opened.byCode("kaede");
  assert.deepEqual(kaede?.policy.secondFactor.methods, ["mail-otp"]);
  assert.ok(opened.byCode("hikari"));
  const again = await add(stored);
  assert.ok(again.ok && again.outcome === "unchanged");
  const other = await add({ ...stored, name: { ja: "新しい名前", en: "Another name" } });
  assert.ok(!other.ok);
  assert.ok((await add(sampleDocument("kaede"))).ok);
  await registry.refresh();
});
