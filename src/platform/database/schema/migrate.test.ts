import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import type pg from "pg";
import { type TestDatabase, testDatabase } from "../../../../test/database.ts";
import { instantOf } from "../../../kernel/time.ts";
import { connectClient } from "../config.ts";
import { migrate } from "./migrate.ts";

let database: TestDatabase;
let owner: pg.Client;
let app: string;
let folder: string;
const now = instantOf(Date.UTC(2026, 10, 20));

before(async () => {
  database = await testDatabase();
  owner = await connectClient({ config: database.ownerConfig, applicationName: "test" });
  const client = await connectClient({ config: database.appConfig, applicationName: "test" });
  app = (await client.query("select current_user as name")).rows[0].name;
  await client.end();
});

// Numbers that no real migration has: those in the template are "of another version" here.
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kenpo-migrations-"));
  await owner.query("drop table if exists one, two; delete from migration where number > 9000");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

after(async () => {
  await owner.end();
  await database.drop();
});

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const run = (lockTimeoutMs = 5000) =>
  migrate({ owner: database.ownerConfig, appRole: { name: app }, folder, now, lockTimeoutMs });
const tables = async () =>
  (await owner.query("select to_regclass('one') as one, to_regclass('two') as two")).rows[0];

test("files go in by number, once, and the app's role is put in", async () => {
  write("9002_two.sql", 'create table two (n integer); grant select on two to :"app";');
  write("9001_one.sql", "create table one (n integer);");
  write("notes.txt", "no migration");
  assert.deepEqual(await run(), ["9001_one.sql", "9002_two.sql"]);
  assert.deepEqual(await run(), []);
  const { rows } = await owner.query(
    "select number, name, applied_at from migration where number > 9000 order by number",
  );
  assert.deepEqual(rows, [
    { number: 9001, name: "9001_one.sql", applied_at: now },
    { number: 9002, name: "9002_two.sql", applied_at: now },
  ]);
  const may = await owner.query("select has_table_privilege($1, 'two', 'select') as may", [app]);
  assert.equal(may.rows[0].may, true);
});

test("a file that fails leaves nothing of itself, and the ones before stay", async () => {
  write("9001_one.sql", "create table one (n integer);");
  write("9002_two.sql", "create table two (n integer); select 1 / 0;");
  await assert.rejects(run(), { code: "migration", message: /9002_two\.sql .*division by zero/ });
  assert.deepEqual(await tables(), { one: "one", two: null });
  write("9002_two.sql", "create table two (n integer);");
  assert.deepEqual(await run(), ["9002_two.sql"]);
});

test("a changed old file is refused before anything is done", async () => {
  write("9001_one.sql", "create table one (n integer);");
  await run();
  write("9001_one.sql", "create table one (n bigint);");
  write("9002_two.sql", "create table two (n integer);");
  await assert.rejects(run(), { code: "migration", message: /9001_one\.sql was changed/ });
  assert.deepEqual(await tables(), { one: "one", two: null });
});

test("two files of one number are refused", async () => {
  write("9001_one.sql", "create table one (n integer);");
  write("9001_two.sql", "create table two (n integer);");
  await assert.rejects(run(), { code: "migration", message: /9001_one\.sql/ });
});

test("two processes at once: one applies, the other finds it done", async () => {
  write("9001_one.sql", "create table one (n integer);");
  const both = await Promise.all([run(), run()]);
  assert.deepEqual(both.flat(), ["9001_one.sql"]);
});

test("a table that is in use is not waited for without end", async () => {
  await owner.query("create table one (n integer)");
  await owner.query("begin; lock table one");
  write("9001_one.sql", "alter table one add column m integer;");
  await assert.rejects(run(50), { code: "migration", message: /holds a lock/ });
  await owner.query("commit");
  assert.deepEqual(await run(), ["9001_one.sql"]);
});
