import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { beginAuditEra, verifyChain } from "../../src/audit/index.ts";
import type { SocietyId } from "../../src/kernel/ids.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { chainIn } from "../audit/chain.ts";
import { type TestDatabase, testDatabase } from "../database.ts";
import { hikariIn } from "../hikari.ts";
import { asRoot } from "./content.ts";
import { backupShell } from "./installation.ts";

// A backup of a restored installation goes into a server whose transaction ids are beyond the
// backup's: its facts still come before new ones, and are sealed.

let [source, target] = [{} as TestDatabase, {} as TestDatabase];
let folder = "";
before(async () => {
  [source, target] = [await testDatabase(), await testDatabase()];
  folder = await mkdtemp(join(tmpdir(), "kenpo-era-"));
});
after(async () => {
  await Promise.all([source.drop(), target.drop()]);
  await rm(folder, { recursive: true });
});

const eraOf = async (database: TestDatabase) =>
  (await database.app.directory<{ era: number }>(sql`select audit_era() as era`))[0]?.era;

test("the third restore of the same installation goes on with its chain", async () => {
  await asRoot(source, (root) =>
    root.query(`create or replace function audit_era() returns integer
      language sql stable parallel safe return 3`),
  );
  const chain = chainIn(source);
  const { clock, secrets } = chain;
  const registry = await hikariIn(source.app, clock.now());
  const society = registry.byCode("hikari")?.id as SocietyId;
  await chain.record(society, 5);
  await chain.sealAll(society);
  await chain.record(society, 5);
  const kept = (await verifyChain(chain.parts, society)).head;
  const out = join(folder, "third");
  const exported = await backupShell({ database: source, secrets, clock })("export", { out });
  assert.equal(exported.code, 0, exported.complained);
  // later than the backup: ids of this server are beyond those in it
  const imported = await backupShell({ database: target, secrets, clock })("import", {}, [out]);
  assert.equal(imported.code, 0, imported.complained);
  await beginAuditEra(target.app);
  assert.equal(await eraOf(target), 4);
  const restored = chainIn(target);
  await restored.record(society, 2);
  await restored.sealAll(society, secrets);
  const report = await verifyChain({ database: target.app, secrets }, society, kept);
  assert.deepEqual([report.problems.total, report.unsealed], [0, 0]);
  // society.added and the export, ten told before, the restore, two after
  assert.equal(report.facts, 15);
});
