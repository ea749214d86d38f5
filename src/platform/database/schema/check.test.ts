import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { testDatabase } from "../../../../test/database.ts";
import { instantOf } from "../../../kernel/time.ts";
import { sql } from "../sql.ts";
import { checkSchema } from "./check.ts";

const migrations = fileURLToPath(new URL("../../../../migrations", import.meta.url));
const database = await testDatabase();
after(database.drop);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kenpo-check-"));
  cpSync(migrations, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const check = () => checkSchema(database.appConfig, folder);
const refusedWith = (message: RegExp) =>
  assert.rejects(check(), (error: Error) => {
    assert.match(error.message, message);
    assert.equal(error.message.includes("\n"), false);
    return true;
  });

test("the schema of this version will do, and so will that of a newer one", async () => {
  await check();
  await database.owner.directory(sql`
    insert into migration values (9999, '9999_newer.sql', 'of a newer version', ${instantOf(0)})`);
  await check();
});

test("an older schema is refused, and what is missing is named", async () => {
  writeFileSync(join(folder, "9001_one.sql"), "");
  await refusedWith(/older than this program \(9001_one\.sql missing\): run kenpo migrate/);
  writeFileSync(join(folder, "9002_two.sql"), "");
  await refusedWith(/\(9001_one\.sql and 1 more missing\)/);
});

test("another text of an applied migration is refused", async () => {
  writeFileSync(join(folder, "0001_ground.sql"), "select 1;");
  await refusedWith(/0001_ground\.sql was changed/);
});

test("a database that was never migrated is told as such, not as a missing table", async () => {
  await database.owner.directory(sql`alter table migration rename to away`);
  await refusedWith(/\(0001_ground\.sql and \d+ more missing\): run kenpo migrate/);
  await database.owner.directory(sql`alter table away rename to migration`);
});
