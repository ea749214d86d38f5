import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { writeMembersFile } from "../bench/members/generate.ts";
import { connectClient } from "../src/platform/database/config.ts";
import { type TestDatabase, testDatabase } from "./database.ts";
import { addTwoSocieties, ours } from "./two-societies.ts";

const project = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const rows = 20_000;
let database: TestDatabase;
let root: pg.Client;
let folder = "";

before(async () => {
  database = await testDatabase();
  await addTwoSocieties(database);
  root = await connectClient({ config: database.rootConfig, applicationName: "kenpo test" });
  folder = await mkdtemp(join(tmpdir(), "kenpo-kill-"));
  await writeMembersFile(join(folder, "members.csv"), rows);
});
after(async () => {
  await root.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

const startImport = () => {
  const once = project("bench/members/import-once.ts");
  const child = spawn(project("scripts/node"), [once], { stdio: ["pipe", "ignore", "inherit"] });
  const path = join(folder, "members.csv");
  child.stdin.end(JSON.stringify({ config: database.appConfig, society: ours, path }));
  return child;
};

/** Asks until the import's backend runs this statement, or (null) until it is gone. */
const awaitBackend = async (statement: string | null, child: ChildProcess) => {
  for (;;) {
    const { rows: found } = await root.query(
      `select query from pg_stat_activity
       where datname = current_database() and application_name = 'kenpo import-once'`,
    );
    if (statement === null ? found.length === 0 : found[0]?.query.includes(statement)) return;
    if (statement !== null && child.exitCode !== null) throw new Error(`no ${statement} was seen`);
  }
};

const left = async () => {
  const { rows: found } = await root.query<Record<string, number>>(`
    select (select count(*) from member) as members, (select count(*) from import_run) as runs,
      (select count(*) from audit_fact) as facts,
      (select count(*) from pg_class where relname in ('staged_member', 'member_change')) as tables`);
  return found[0];
};

const nothing = { members: 0, runs: 0, facts: 0, tables: 0 };

for (const statement of ["copy staged_member", "insert into member (", "insert into audit_fact"])
  test(`kill -9 during „${statement}“ leaves nothing`, async () => {
    const child = startImport();
    const ended = once(child, "exit");
    await awaitBackend(statement, child);
    child.kill("SIGKILL");
    await ended;
    await awaitBackend(null, child);
    assert.deepEqual(await left(), nothing);
  });

test("and the same file goes in afterwards", async () => {
  const child = startImport();
  assert.deepEqual(await once(child, "exit"), [0, null]);
  assert.deepEqual(await left(), { members: rows, runs: 1, facts: rows + 1, tables: 0 });
});
