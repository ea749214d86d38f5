import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { comesTrue, journeysIn } from "./journeys.ts";
import { openSeveral, type Several } from "./several.ts";
import { asksRoot } from "./truth.ts";

/** The heart of two-of-each.test.ts on the newest PostgreSQL, as a server of the operator's. */

let town: Several;
before(async () => {
  town = await openSeveral(18);
});
after(() => town.close());
const { goesRound } = journeysIn(() => town);

test("PostgreSQL 18 as a server: migrated, served by two, worked by two", async () => {
  const [version] = await asksRoot<{ major: number }>(
    town,
    "select current_setting('server_version_num')::int / 10000 as major",
  );
  assert.equal(version?.major, 18);
  await town.servers[0].cli("migrate");
  await town.openTown();
  await Promise.all([...town.servers, ...town.workers].map((process) => process.start()));
  assert.equal((await asksRoot(town, "select from process")).length, 4);
});

for (const code of ["hikari", "asahi"])
  test(`${code}: letter to sign-in on PostgreSQL 18`, () => goesRound(code, `${code}@example.jp`));

test("a command whose machine's clock is days ahead of the server's writes nothing", async () => {
  await asksRoot(town, "create schema wrong; grant usage on schema wrong to public");
  await asksRoot(
    town,
    `create function wrong.clock_timestamp() returns timestamptz language sql
       as $$ select pg_catalog.clock_timestamp() - interval '4 days' $$`,
  );
  const path = "alter role kenpo_app in database kenpo";
  await asksRoot(town, `${path} set search_path = wrong, pg_catalog, public`);
  await assert.rejects(town.servers[0].cli("credentials", "batches", "--society", "hikari"), {
    message: /kenpo: Clock: this machine's clock is 3456\d\d\.\d s ahead of the database server's/,
  });
  await asksRoot(town, `${path} reset search_path`);
});

test("kill -9 of a server: the other one goes on, and all is sealed and true", async () => {
  const [killed, left] = town.servers;
  await killed.kill();
  await goesRound("sakura", "afterwards@example.jp");
  await comesTrue("every fact is sealed", async () => {
    const waiting = await asksRoot(town, "select societies_to_seal()");
    return waiting.length === 0;
  });
  assert.equal(JSON.parse(await left.cli("audit", "verify", "--json")).ok, true);
});
