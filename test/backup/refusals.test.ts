import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { fittingOf, openBackup } from "../../src/cli/backup/checking.ts";
import { restore } from "../../src/cli/backup/restoring.ts";
import { manifestFile, readManifest, writeManifest } from "../../src/platform/backup/manifest.ts";
import type { Manifest } from "../../src/platform/backup/types.ts";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import { connectClient } from "../../src/platform/database/config.ts";
import { testClock } from "../clock.ts";
import { type TestDatabase, testDatabase } from "../database.ts";
import { hikariIn } from "../hikari.ts";
import { asRoot, type Content, contentOf } from "./content.ts";
import { backupShell, installationOf } from "./installation.ts";

// Refused where the backup is not to blame, before anything changes or with everything taken back.

const clock = testClock();
const secrets = openSecrets(randomBytes(32));
let source: TestDatabase;
let target: TestDatabase;
let empty: Content;
let folder = "";
let good = "";
let manifest: Manifest;

before(async () => {
  [source, target] = [await testDatabase(), await testDatabase()];
  await hikariIn(source.app, clock.now());
  folder = await mkdtemp(join(tmpdir(), "kenpo-refusals-"));
  good = join(folder, "good");
  assert.equal((await onSource("export", { out: good })).code, 0);
  manifest = await readManifest(good, secrets);
  empty = await contentOf(target);
});
afterEach(async () => assert.deepEqual(await contentOf(target), empty));
after(async () => {
  await Promise.all([source.drop(), target.drop()]);
  await rm(folder, { recursive: true });
});

const onSource: ReturnType<typeof backupShell> = (...words) =>
  backupShell({ database: source, secrets, clock })(...words);
const onTarget: ReturnType<typeof backupShell> = (...words) =>
  backupShell({ database: target, secrets, clock })(...words);

/** The target prepared by this SQL, and as it was again. */
const withChange = async (sql: string, undo: string, work: () => Promise<void>) => {
  await asRoot(target, (root) => root.query(sql));
  try {
    await work();
  } finally {
    await asRoot(target, (root) => root.query(undo));
  }
};

test("wrong words are wrong usage", async () => {
  assert.equal((await onSource("export")).code, 2);
  assert.equal((await onSource("export", { out: good }, ["more"])).code, 2);
  assert.equal((await onTarget("import")).code, 2);
  assert.equal((await onTarget("import", {}, [good, good])).code, 2);
});

test("an export into a folder with something in it, into none, or of nothing", async () => {
  const full = await onSource("export", { out: good });
  assert.deepEqual([full.code, full.json.code], [1, "not-empty"]);
  const nowhere = await onSource("export", { out: join(folder, "none", "out") });
  assert.equal(nowhere.code, 1);
  assert.match(nowhere.complained, /見つかりません/);
  await writeFile(join(folder, "file"), "");
  const file = await onSource("export", { out: join(folder, "file") });
  assert.equal(file.code, 1);
  const nothing = await onTarget("export", { out: join(folder, "nothing") });
  assert.deepEqual([nothing.code, nothing.json.code], [1, "nothing"]);
  assert.ok(!(await readdir(folder)).includes("nothing"));
});

test("an export that fails leaves the folder as it was found", async () => {
  const made = join(folder, "made");
  const found = join(folder, "found");
  await mkdir(found);
  const gone = "alter table audit_seal rename to was_seal";
  await asRoot(source, (root) => root.query(gone));
  try {
    for (const out of [made, found])
      await assert.rejects(onSource("export", { out }), /audit_seal/);
  } finally {
    await asRoot(source, (root) => root.query("alter table was_seal rename to audit_seal"));
  }
  assert.ok(!(await readdir(folder)).includes("made"));
  assert.deepEqual(await readdir(found), []);
  const again = await onSource("export", { out: found });
  assert.equal(again.code, 0, again.complained);
});

test("an export while another holds a table for itself", async () => {
  const out = join(folder, "held");
  const impatient = backupShell({ database: source, secrets, clock }, (whole) => ({
    ...whole,
    copyConnection: () =>
      connectClient({
        config: source.appConfig,
        applicationName: "kenpo test",
        lockTimeoutMs: 50,
      }),
  }));
  await asRoot(source, async (root) => {
    await root.query("begin; lock table mail in access exclusive mode");
    const busy = await impatient("export", { out });
    assert.deepEqual([busy.code, busy.json.code], [1, "busy"]);
    await root.query("rollback");
  });
  assert.ok(!(await readdir(folder)).includes("held"));
});

test("an import where something is", async () => {
  const here = await onSource("import", {}, [good]);
  assert.deepEqual([here.code, here.json.code], [1, "not-empty"]);
  assert.match(here.complained, /KENPO_SAMPLES=0/);
  // no society, but a row of somebody's
  await withChange(
    `insert into member (society_id, id, symbol, member_number, branch_number, symbol_key, number_key,
       name, name_kana, name_key, kana_key, born_on, relationship, acquired_on, created_at, changed_at)
     values (gen_random_uuid(), gen_random_uuid(), '1', '1', '00', '1', '1', 'a', 'a', 'a', 'a',
       '1979-08-22', '本人', '2020-04-01', '2026-01-01', '2026-01-01')`,
    "delete from member",
    async () => {
      const done = await onTarget("import", {}, [good]);
      assert.deepEqual(done.json, { ok: false, code: "not-empty", table: "member" });
      assert.equal(done.code, 1);
    },
  );
});

test("an import without the owner, or while another holds a table", async () => {
  const parts = { database: target, secrets, clock };
  const alone = backupShell(parts, ({ ownerConnection: _, ...rest }) => rest);
  const done = await alone("import", {}, [good]);
  assert.deepEqual([done.code, done.json.code], [1, "no-owner"]);
  assert.match(done.complained, /DATABASE_URL/);
  const impatient = backupShell(parts, (whole) => ({
    ...whole,
    ownerConnection: () =>
      connectClient({
        config: target.ownerConfig,
        applicationName: "kenpo test",
        lockTimeoutMs: 50,
      }),
  }));
  await asRoot(target, async (root) => {
    await root.query("begin; lock table mail in share mode");
    const busy = await impatient("import", {}, [good]);
    assert.deepEqual([busy.code, busy.json.code], [1, "busy"]);
    await root.query("rollback");
  });
});

test("rows that the database does not take, or does not keep as they were", async () => {
  await withChange(
    "alter table audit_fact add constraint never check (action = 'other.action')",
    "alter table audit_fact drop constraint never",
    async () => {
      const done = await onTarget("import", {}, [good]);
      assert.deepEqual([done.code, done.json.code], [1, "not-taken"]);
      assert.match(done.complained, /audit_fact: .*23514 never.*何も変わっていません/);
    },
  );
  await withChange(
    `create function alter_it() returns trigger language plpgsql as
       $$ begin new.reason := 'another'; return new; end $$;
     create trigger alter_it before insert on society_version
       for each row execute function alter_it()`,
    "drop function alter_it cascade",
    async () => {
      const done = await onTarget("import", {}, [good]);
      assert.deepEqual([done.code, done.json.code], [1, "differs"]);
      assert.match(done.complained, /society_version: .*何も変わっていません/);
    },
  );
  await withChange(
    `create function drop_it() returns trigger language plpgsql as
       $$ begin return null; end $$;
     create trigger drop_it before insert on society_version
       for each row execute function drop_it()`,
    "drop function drop_it cascade",
    async () => {
      assert.equal((await onTarget("import", {}, [good])).json.code, "differs");
    },
  );
});

test("a file that goes bad between reading and restoring", async () => {
  const installation = await installationOf({ database: target, secrets, clock });
  const backup = await openBackup(installation, good);
  const bad = join(folder, "bad");
  await mkdir(bad);
  for (const name of await readdir(good)) {
    const bytes = await readFile(join(good, name));
    const isLast = name === "audit_fact.sealed";
    await writeFile(join(bad, name), isLast ? bytes.subarray(0, -1) : bytes);
  }
  const owner = await installation.ownerConnection?.();
  assert.ok(owner);
  try {
    const restoring = { installation, owner, backup: { ...backup, folder: bad } };
    await assert.rejects(restore({ ...restoring, progress: () => {} }), {
      fault: "altered",
      file: "audit_fact.sealed",
    });
  } finally {
    await owner.end();
  }
});

test("a backup of another version says which", async () => {
  const { migrations } = manifest;
  const more = { name: "9999_later.sql", sha256: "f".repeat(64) };
  const changed = migrations.map((one, i) => (i === 3 ? { ...one, sha256: more.sha256 } : one));
  const fits = (theirs: Manifest["migrations"]) =>
    fittingOf({ ...manifest, migrations: theirs }, migrations);
  assert.deepEqual(
    [migrations, migrations.slice(0, -1), [...migrations, more], changed].map(fits),
    ["same", "older", "newer", "other"],
  );
  assert.equal(fittingOf({ ...manifest, tables: [] }, migrations), "other");
  const newer = join(folder, "newer");
  await mkdir(newer);
  await writeManifest(
    { folder: newer, secrets },
    { ...manifest, migrations: [...migrations, more] },
  );
  const done = await onTarget("import", {}, [newer]);
  assert.deepEqual(
    [done.code, done.json],
    [1, { ok: false, code: "schema-newer", folder: newer, last: more.name }],
  );
  assert.match(done.complained, /新しい版の kenpo .*9999_later\.sql/);
  assert.deepEqual(await readdir(newer), [manifestFile]);
});
