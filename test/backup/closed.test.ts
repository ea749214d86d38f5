import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import { addSociety, closeSociety, openRegistry, sampleDocument } from "../../src/society/index.ts";
import { testClock } from "../clock.ts";
import { type TestDatabase, testDatabase } from "../database.ts";
import { asRoot } from "./content.ts";
import { backupShell } from "./installation.ts";

// What a backup and a restore write of societies whose contract ended, and the numbers of letters
// that were sent since the backup.

const clock = testClock();
const secrets = openSecrets(randomBytes(32));
let [source, target] = [{} as TestDatabase, {} as TestDatabase];
let folder = "";
before(async () => {
  [source, target] = [await testDatabase(), await testDatabase()];
  folder = await mkdtemp(join(tmpdir(), "kenpo-closed-"));
  const origin = { requestId: "run", source: "cli" };
  for (const code of ["hikari", "minato"] as const) {
    const why = { actor: { kind: "operator" }, origin, reason: "test", now: clock.now() } as const;
    await addSociety(source.app, { document: sampleDocument(code), ...why });
  }
  const registry = await openRegistry({ database: source.app, baseUrl: "http://localhost:3000" });
  for (const society of registry.all())
    await closeSociety(source.app, society, { reason: "test", origin, now: clock.now() });
  await asRoot(source, async (root) => {
    await root.query(
      "insert into credential_batch_count select id, 12 from society where code = 'hikari'",
    );
    await root.query(
      `update society_ending set erasing_at = closed_at, erasing_reason = 'test', erased_at = closed_at
       where society_id = (select id from society where code = 'minato')`,
    );
  });
});
after(async () => {
  await Promise.all([source.drop(), target.drop()]);
  await rm(folder, { recursive: true });
});

const rowsIn = (database: TestDatabase, query: string) =>
  asRoot(database, async (root) => (await root.query({ text: query, rowMode: "array" })).rows);
const facts = `select s.code, action from audit_fact join society s on s.id = society_id
  where action like 'backup.%'`;

test("where every society is closed, all of it is backed up, and no record of theirs moves on", async () => {
  const done = await backupShell({ database: source, secrets, clock })("export", {
    out: join(folder, "out"),
  });
  assert.equal(done.code, 0, done.complained);
  assert.equal(done.json.societies, 2);
  assert.deepEqual(await rowsIn(source, facts), []);
});

test("a restored society passes over the numbers that it may have given since; an erased one gets no row", async () => {
  clock.advance({ hours: 30 });
  const done = await backupShell({ database: target, secrets, clock })("import", {}, [
    join(folder, "out"),
  ]);
  assert.equal(done.code, 0, done.complained);
  assert.deepEqual(await rowsIn(target, facts), [["hikari", "backup.restored"]]);
  const counts = `select s.code, last from credential_batch_count join society s on s.id = society_id`;
  assert.deepEqual(await rowsIn(target, counts), [["hikari", 12 + 100 + 30]]);
});
