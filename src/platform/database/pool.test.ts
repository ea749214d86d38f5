import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type TestDatabase, testDatabase } from "../../../test/database.ts";
import { connectDatabase } from "./connect.ts";
import { databaseStateIn } from "./ready.ts";
import { sql } from "./sql.ts";

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.drop());

const migrations = new URL("../../../migrations", import.meta.url).pathname;

test("a pool tells what is open, idle, waited for and handed out", async () => {
  const config = database.appConfig;
  const pool = connectDatabase({ config, applicationName: "kenpo test", maxConnections: 1 });
  const { waitedSeconds: _, ...atFirst } = pool.pool();
  assert.deepEqual(atFirst, { most: 1, open: 0, idle: 0, waiting: 0, taken: 0 });
  const works = [1, 2, 3].map(() => pool.directory(sql`select 1`));
  assert.deepEqual([pool.pool().open, pool.pool().waiting], [1, 2]);
  await Promise.all(works);
  const { waitedSeconds, ...afterwards } = pool.pool();
  assert.deepEqual(afterwards, { most: 1, open: 1, idle: 1, waiting: 0, taken: 3 });
  assert.ok(waitedSeconds > 0);
  await pool.close();
});

test("the schema is right when every migration of ours is applied as it is, whatever else is", async () => {
  const stateOf = databaseStateIn(migrations);
  const isRight = async () => (await stateOf(database.app)).isSchemaRight;
  assert.equal(await isRight(), true);
  await database.owner.directory(sql`insert into migration
    select 9999, 'of a newer version', 'x', applied_at from migration where number = 1`);
  assert.equal(await isRight(), true);
  await database.owner.directory(sql`update migration set sha256 = 'x' where number = 19`);
  assert.equal(await isRight(), false);
  await database.owner.directory(sql`delete from migration where number = 19`);
  assert.equal(await isRight(), false);
});
