import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import { connectClient } from "../../src/platform/database/config.ts";
import { testClock } from "../clock.ts";
import { type TestDatabase, testDatabase } from "../database.ts";
import { hikariIn } from "../hikari.ts";
import { type Content, contentOf, counted } from "./content.ts";
import { backupShell } from "./installation.ts";

// kill -9 in the middle: there is no half backup that could be taken for one, and no half restore.

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const clock = testClock();
const secret = randomBytes(32);
const secrets = openSecrets(secret);
let source: TestDatabase;
let target: TestDatabase;
let root: pg.Client;
let folder = "";
let empty: Content;

const rootOf = ({ rootConfig: config }: TestDatabase) =>
  connectClient({ config, applicationName: "kenpo test", statementTimeoutMs: 0, lockTimeoutMs: 0 });

before(async () => {
  [source, target] = [await testDatabase(), await testDatabase()];
  await hikariIn(source.app, clock.now());
  folder = await mkdtemp(join(tmpdir(), "kenpo-backup-kill-"));
  empty = await contentOf(target);
  root = await rootOf(target);
});
after(async () => {
  await root.end();
  await Promise.all([source.drop(), target.drop()]);
  await rm(folder, { recursive: true });
});

const start = (what: "export" | "import", database: TestDatabase, name: string) => {
  const child = spawn(project("scripts/node"), [project("bench/backup/once.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const { appConfig: app, ownerConfig: owner } = database;
  const given = { what, app, owner, secret: secret.toString("base64") };
  child.stdin.end(JSON.stringify({ ...given, folder: join(folder, name) }));
  return child;
};

/** Asks until it is so. */
const until = async (client: pg.Client, child: ChildProcess | null, query: string) => {
  for (;;) {
    const { rows } = await client.query<{ is: boolean }>(`select ${query} as is`);
    if (rows[0]?.is) return;
    if (child && child.exitCode !== null) throw new Error(`never seen: ${query}`);
  }
};
const ours = "datname = current_database() and application_name = 'kenpo backup-once'";
const waits = `exists (select from pg_stat_activity where ${ours} and wait_event_type = 'Lock')`;
const isGone = `not exists (select from pg_stat_activity where ${ours})`;

const killWaiting = async (client: pg.Client, child: ChildProcess) => {
  const ended = once(child, "exit");
  await until(client, child, waits);
  child.kill("SIGKILL");
  await ended;
};

test("an export that is killed is no backup", async () => {
  // inside its transaction the holder would see the same activity for ever
  const [holder, watcher] = [await rootOf(source), await rootOf(source)];
  await holder.query("begin; lock table audit_seal in access exclusive mode");
  await killWaiting(watcher, start("export", source, "killed"));
  await holder.query("rollback");
  await until(watcher, null, isGone);
  await Promise.all([holder.end(), watcher.end()]);
  const left = await readdir(join(folder, "killed"));
  assert.ok(left.includes("audit_fact.sealed"));
  assert.ok(!left.includes("manifest.json"));
  const kenpo = backupShell({ database: target, secrets, clock });
  const done = await kenpo("import", {}, [join(folder, "killed")]);
  assert.deepEqual([done.code, done.json.code], [1, "incomplete"]);
  const again = await backupShell({ database: source, secrets, clock })("export", {
    out: join(folder, "killed"),
  });
  assert.deepEqual([again.code, again.json.code], [1, "not-empty"]);
  assert.match(again.complained, /途中で終わった書き出しの残り/);
});

const lock = 4711;
/** Where the import then waits while `root` holds the lock. */
const waitAt = (table: string, when: string) => `
  create function wait_here() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock(${lock}); return new; end $$;
  create trigger wait_here before ${when} on ${table} for each row execute function wait_here()`;

const forced = async () =>
  (
    await root.query(`select relname, relforcerowsecurity from pg_class
      where relkind = 'r' order by 1`)
  ).rows;

test("an export in a process of its own", async () => {
  const child = start("export", source, "good");
  const said = JSON.parse(await text(child.stdout));
  assert.equal(said.code, 0);
});

for (const [name, table, when] of [
  ["while rows go in", "audit_fact", "insert"],
  ["when all rows are in and compared", "registry_change", "update"],
] as const)
  test(`kill -9 of an import ${name}: nothing is left of it`, async () => {
    const before = await forced();
    await root.query(`select pg_advisory_lock(${lock})`);
    await root.query(waitAt(table, when));
    await killWaiting(root, start("import", target, "good"));
    await root.query(`select pg_advisory_unlock(${lock})`);
    await until(root, null, isGone);
    await root.query("drop function wait_here cascade");
    assert.deepEqual(await contentOf(target), empty);
    assert.deepEqual(await forced(), before);
    const { rows } = await root.query("select audit_era() as era");
    assert.equal(rows[0]?.era, 1);
  });

test("and the same backup goes in afterwards", async () => {
  const child = start("import", target, "good");
  const said = JSON.parse(await text(child.stdout));
  assert.equal(said.code, 0);
  const { society, audit_fact: facts } = counted(await contentOf(target));
  const { rows } = await root.query("select count(*)::int as n from audit_fact");
  assert.deepEqual([society, facts], [1, rows[0]?.n]);
});
