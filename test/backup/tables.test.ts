import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { backedUp, leftOut } from "../../src/cli/backup/tables.ts";
import { type TestDatabase, testDatabase } from "../database.ts";
import { asRoot, everyTable } from "./content.ts";

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.drop());

const listed = [...backedUp.map(({ table }) => table), ...Object.keys(leftOut)];

test("every table is backed up, or left out for a reason", async () => {
  const there = await asRoot(database, everyTable);
  assert.deepEqual(listed.toSorted(), there.toSorted());
  assert.ok(Object.values(leftOut).every((reason) => reason !== ""));
});

test("what is referred to is restored before", async () => {
  const references = await asRoot(database, async (root) => {
    const { rows } = await root.query<{ from: string; to: string }>(`
      select distinct conrelid::regclass::text as "from", confrelid::regclass::text as "to"
      from pg_constraint k join pg_namespace n on n.oid = k.connamespace
      where n.nspname = 'public' and contype = 'f' and conrelid <> confrelid`);
    return rows;
  });
  const order = backedUp.map(({ table }) => table);
  assert.ok(references.length > 5);
  for (const { from, to } of references.filter(({ from: one }) => order.includes(one))) {
    assert.ok(order.includes(to), `${from} refers to ${to}, which is left out`);
    assert.ok(order.indexOf(to) < order.indexOf(from), `${to} must stand before ${from}`);
  }
});

test("the app may read every column that is backed up", async () => {
  const unread = await asRoot(database, async (root) => {
    const app = "user" in database.appConfig ? database.appConfig.user : "kenpo_test_app";
    const { rows } = await root.query(
      `select attrelid::regclass::text as table, attname from pg_attribute
       where attrelid = any ($1::regclass[]) and attnum > 0 and not attisdropped
         and not has_column_privilege($2::text, attrelid, attnum, 'select')`,
      [backedUp.map(({ table }) => table), app],
    );
    return rows;
  });
  assert.deepEqual(unread, []);
});
