import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import type pg from "pg";
import { type TestDatabase, testDatabase } from "../../../../test/database.ts";
import { connectClient, type DatabaseConfig } from "../config.ts";
import { checkAppRole, ensureAppRole } from "./app-role.ts";

let database: TestDatabase;
let root: pg.Client;
const name = `kenpo_test_role_${randomBytes(4).toString("hex")}`;
let databaseName: string;
const password = "a'b\\c\"d";

before(async () => {
  database = await testDatabase();
  root = await connectClient({ config: database.rootConfig, applicationName: "test" });
  databaseName = (await root.query("select current_database() as name")).rows[0].name;
});
after(async () => {
  await root.query(`drop owned by ${name}; drop role ${name}`);
  await root.end();
  await database.drop();
});

const asRole = (config: DatabaseConfig): DatabaseConfig => {
  if ("host" in config) return { ...config, user: name, password };
  const url = new URL(config.connectionString);
  url.searchParams.set("user", name);
  url.searchParams.set("password", password);
  return { connectionString: url.href };
};

test("an owner without the power is told what to create", async () => {
  const owner = await connectClient({ config: database.ownerConfig, applicationName: "test" });
  await assert.rejects(ensureAppRole(owner, name, password), {
    code: "app-role",
    message: new RegExp(`CREATE ROLE "${name}" LOGIN[^]*DATABASE_APP_URL`),
  });
  await owner.end();
});

test("the role is made once, with its password, and may be used", async () => {
  await ensureAppRole(root, name, password);
  await ensureAppRole(root, name, "another");
  await root.query(`grant connect on database ${databaseName} to ${name}`);
  await assert.rejects(checkAppRole(asRole(database.appConfig)), {
    message: /GRANT TEMPORARY ON DATABASE/,
  });
  await root.query(`grant temporary on database ${databaseName} to ${name}`);
  await checkAppRole(asRole(database.appConfig));
  await checkAppRole(database.appConfig);
});

test("who is stronger than an app is refused", async () => {
  const refused = (words: RegExp) =>
    assert.rejects(checkAppRole(asRole(database.appConfig)), { code: "app-role", message: words });
  const owner = (
    await root.query(
      "select relowner::regrole::text as name from pg_class where oid = 'society'::regclass",
    )
  ).rows[0].name;
  await assert.rejects(checkAppRole(database.ownerConfig), { message: /owns the tables/ });
  await root.query(`grant ${owner} to ${name}`);
  await refused(/owns the tables/);
  await root.query(`revoke ${owner} from ${name}; alter role ${name} bypassrls`);
  await refused(/bypasses row security/);
  await root.query(`alter role ${name} nobypassrls superuser`);
  await refused(/superuser/);
  await root.query(`alter role ${name} nosuperuser`);
  await checkAppRole(asRole(database.appConfig));
});

test("who cannot come in is told so without the password", async () => {
  await root.query(`alter role ${name} password 'other'`);
  const error = await checkAppRole(asRole(database.appConfig)).catch((reason: unknown) => reason);
  // A server may trust its socket; then there is nothing to refuse.
  if (error === undefined) return;
  assert.match((error as Error).message, /DATABASE_APP_URL: cannot connect/);
  assert.ok(!(error as Error).message.includes(password));
});
