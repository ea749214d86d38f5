import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { instantOf } from "../src/kernel/time.ts";
import { connectClient } from "../src/platform/database/config.ts";
import { type TestDatabase, testDatabase } from "./database.ts";
import { hikariIn } from "./hikari.ts";

const project = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const rows = 300;
let database: TestDatabase;
let root: pg.Client;
/** Holds a table, so that the import waits at a known place; what it sees of others stands still. */
let holder: pg.Client;
let folder = "";
let path = "";

const addMembers = async () => {
  const { rows: found } = await root.query("select id from society where code = 'hikari'");
  await root.query(
    `insert into member (society_id, id, symbol, member_number, branch_number, symbol_key,
       number_key, name, name_kana, name_key, kana_key, born_on, relationship, acquired_on,
       email, created_at, changed_at)
     select $1, gen_random_uuid(), '10', n, '00', '10', n, '鈴木', 'スズキ', '鈴木', 'スズキ',
       '1979-08-22', '本人', '2020-04-01', 'm' || n || '@example.jp', $2, $2
     from generate_series(1000, $3::integer) as n`,
    [found[0]?.id, instantOf(0), 999 + rows],
  );
};

before(async () => {
  database = await testDatabase();
  await hikariIn(database.app, instantOf(0));
  root = await connectClient({ config: database.rootConfig, applicationName: "kenpo test" });
  holder = await connectClient({ config: database.rootConfig, applicationName: "kenpo test" });
  await addMembers();
  folder = await mkdtemp(join(tmpdir(), "kenpo-kill-"));
  path = join(folder, "credentials.csv");
  // every other ID must change, so that mails are at stake too
  const lines = Array.from(
    { length: rows },
    (_, i) => `10,${1000 + i},00,${i % 2 === 0 ? "id" : "番"}${i},sunflower-1`,
  );
  await writeFile(path, `記号,番号,枝番,ユーザID,仮パスワード\n${lines.join("\n")}\n`);
});
after(async () => {
  await Promise.all([root.end(), holder.end()]);
  await database.drop();
  await rm(folder, { recursive: true });
});

const startImport = () => {
  const child = spawn(project("scripts/node"), [project("bench/credentials/import-once.ts")], {
    stdio: ["pipe", "ignore", "inherit"],
  });
  child.stdin.end(JSON.stringify({ config: database.appConfig, code: "hikari", path }));
  return child;
};

/** Asks until it is so. */
const until = async (child: ChildProcess | null, query: string) => {
  for (;;) {
    const { rows: found } = await root.query<{ is: boolean }>(`select ${query} as is`);
    if (found[0]?.is) return;
    if (child && child.exitCode !== null) throw new Error(`never seen: ${query}`);
  }
};

const ofImport = "datname = current_database() and application_name = 'kenpo import-once'";
const isGone = `not exists (select from pg_stat_activity where ${ofImport})`;
const waits = `exists (select from pg_stat_activity where ${ofImport} and wait_event_type = 'Lock')`;

const left = async () => {
  const { rows: found } = await root.query<Record<string, number>>(`
    select
      (select count(*)::int from provisional_credential where state <> 'prepared') as letters,
      (select count(*)::int from import_run) as runs, (select count(*)::int from mail) as mails,
      (select count(*)::int from audit_fact where action ~ '^(credential|import)') as facts,
      (select count(*)::int from pg_class
        where relname in ('staged_credential', 'credential_plan')) as tables`);
  return found[0];
};
const nothing = { letters: 0, runs: 0, mails: 0, facts: 0, tables: 0 };

/** Kills when `isThere`, and lets the database find out. */
const killWhen = async (isThere: string, locked: string | null) => {
  if (locked) await holder.query(`begin; lock table ${locked} in access exclusive mode`);
  const child = startImport();
  const ended = once(child, "exit");
  await until(child, isThere);
  child.kill("SIGKILL");
  await ended;
  if (locked) await holder.query("rollback");
  await until(null, isGone);
};

const someArePrepared =
  "(select count(*) from provisional_credential where state = 'prepared') between 64 and 200";

for (const [name, isThere, locked] of [
  ["while the file is judged", waits, "member"],
  ["while passwords are hashed", someArePrepared, null],
  ["while it is activated", waits, "import_run"],
] as const)
  test(`kill -9 ${name}: nothing works, nobody is written to, no password is left`, async () => {
    await killWhen(isThere, locked);
    assert.deepEqual(await left(), nothing);
  });

test("and the same file goes in afterwards, each ID to its member", async () => {
  const child = startImport();
  assert.deepEqual(await once(child, "exit"), [0, null]);
  const facts = rows + 1;
  assert.deepEqual(await left(), { letters: rows, runs: 1, mails: rows / 2, facts, tables: 0 });
  const { rows: wrong } = await root.query(`
    select from provisional_credential p join member m on m.id = p.member_id
    where p.state = 'prepared' or (p.former_id is null and
      p.issued_id <> 'id' || (m.member_number::integer - 1000))`);
  assert.equal(wrong.length, 0);
});
