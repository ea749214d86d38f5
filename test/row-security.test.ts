import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type pg from "pg";
import { connectClient } from "../src/platform/database/config.ts";
import { type TestDatabase, testDatabase } from "./database.ts";
import { judgeFunctions, judgeTables, judgeViews, tablesOf } from "./row-security/catalogue.ts";
import { directoryTables } from "./row-security/listed.ts";
import { layBare, prove } from "./row-security/proof.ts";

const applicationName = "row security";
let database: TestDatabase;
let owner: pg.Client;
let app: pg.Client;
let appRole: string;

before(async () => {
  database = await testDatabase();
  owner = await connectClient({ config: database.ownerConfig, applicationName });
  app = await connectClient({ config: database.appConfig, applicationName });
  appRole = (await app.query("select current_user as name")).rows[0].name;
});

after(async () => {
  await owner.end();
  await app.end();
  await database.drop();
});

test("every table is protected or listed, and so is every function of the owner", async () => {
  assert.deepEqual(judgeTables(await tablesOf(owner, appRole)), []);
  assert.deepEqual(await judgeFunctions(owner), []);
  assert.deepEqual(await judgeViews(owner), []);
});

test("the app is neither owner nor superuser, and makes no tables", async () => {
  const { rows } = await app.query(`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      has_schema_privilege('public', 'create') as creates,
      exists (select from pg_class where relowner = r.oid) as owns
    from pg_roles r where rolname = current_user`);
  assert.deepEqual(Object.values(rows[0]), [false, false, false, false, false, false]);
});

describe("what is not protected is named", () => {
  const protectedTable = "create table leak (society_id uuid not null, id uuid not null";
  const cases: readonly (readonly [string, RegExp])[] = [
    ["create table leak (id uuid primary key)", /leak: has no society_id/],
    [`${protectedTable}, primary key (society_id, id))`, /leak: row security is not enabled/],
    [
      `${protectedTable}, primary key (society_id, id)); alter table leak enable row level security;
       create policy society on leak using (society_id = current_society()) with check (society_id = current_society())`,
      /leak: row security is not forced/,
    ],
    [
      `${protectedTable}, primary key (society_id, id)); call protect_by_society('leak');
       create policy staff on leak using (true)`,
      /leak: odd policy/,
    ],
    [
      `${protectedTable}, primary key (id, society_id)); call protect_by_society('leak')`,
      /leak_pkey begins with id/,
    ],
    [
      `${protectedTable}, primary key (society_id, id), unique (id)); call protect_by_society('leak')`,
      /leak_id_key begins with id/,
    ],
    [
      `${protectedTable}, primary key (society_id, id)); call protect_by_society('leak');
       create table leak2 (society_id uuid not null, id uuid not null, other uuid, wrong uuid, primary key (society_id, id),
         foreign key (other, wrong) references leak); call protect_by_society('leak2')`,
      /leak2: .* may point into another society/,
    ],
    [
      `${protectedTable}, primary key (society_id, id)); call protect_by_society('leak'); grant truncate on leak to :app`,
      /leak: the app may truncate/,
    ],
    ["grant delete on entrance to :app", /entrance: the app may delete/],
    [
      "create function leak() returns bigint language sql security definer as 'select count(*) from member'",
      /leak: runs as the owner[\s\S]*leak: search_path[\s\S]*leak: everybody/,
    ],
    ["create view leak as select * from member", /leak: views must be/],
  ];
  for (const [text, complaint] of cases) {
    test(String(complaint), async () => {
      await owner.query("begin");
      try {
        await owner.query(text.replaceAll(":app", appRole));
        const complaints = [
          ...judgeTables(await tablesOf(owner, appRole)),
          ...(await judgeFunctions(owner)),
          ...(await judgeViews(owner)),
        ];
        assert.match(complaints.join("\n"), complaint);
      } finally {
        await owner.query("rollback");
      }
    });
  }
});

test("with a row of one society, another society and none see and change nothing", async (t) => {
  const tables = await tablesOf(owner, appRole);
  await layBare(owner, appRole);
  const bound = tables.filter(({ name }) => directoryTables[name]?.rows !== "all");
  assert.ok(bound.length > 0);
  for (const { name } of bound) await t.test(name, () => prove(owner, app, name));
  // The proof itself can fail: without its policy a table is open to the other society.
  await owner.query("alter table society_version disable row level security");
  await owner.query("truncate society_version");
  await assert.rejects(prove(owner, app, "society_version"), /society .*0b: select from/);
});
