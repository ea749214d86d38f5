import assert from "node:assert/strict";
import { after, test } from "node:test";
import { testDatabase } from "../../../../test/database.ts";
import { asId } from "../../../kernel/ids.ts";
import { statusOf, troubleOf } from "../../http/trouble.ts";
import { connectDatabase, type Patience } from "../connect.ts";
import { failureKind } from "../failures.ts";
import { sql } from "../sql.ts";

const database = await testDatabase();
after(database.drop);
const society = asId<"society">("0190ad9a-0000-7000-8000-00000000000a");
const one = sql`select 1 as one`;

/** A pool of one connection, which is at work until it is told to go on. */
const busyPool = async (patience: Patience) => {
  const pool = connectDatabase({
    config: database.appConfig,
    applicationName: "kenpo test",
    maxConnections: 1,
    patience,
  });
  const gate = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const working = pool.inSociety(society, async (tx) => {
    await tx.query(one);
    begun.resolve();
    await gate.promise;
  });
  await begun.promise;
  const goOn = async () => {
    gate.resolve();
    await working;
  };
  return { pool, goOn };
};

const kindOf = (failing: Promise<unknown>) => failing.then(() => "no failure", failureKind);

test("with enough in the queue nobody queues: told at once, and whoever waited is served", async () => {
  const { pool, goOn } = await busyPool({ ms: 10_000, most: 2 });
  const waiting = [pool.directory(one), pool.directory(one)];
  assert.equal(pool.pool().waiting, 2);
  assert.equal(await kindOf(pool.directory(one)), "busy");
  assert.equal(await kindOf(pool.read(society, [one])), "busy");
  assert.equal(pool.pool().waiting, 2);
  await goOn();
  assert.deepEqual(await Promise.all(waiting), [[{ one: 1 }], [{ one: 1 }]]);
  assert.deepEqual(await pool.directory(one), [{ one: 1 }]);
  await pool.close();
});

test("who waited too long is told that it is busy, and the place in the queue is free again", async () => {
  const { pool, goOn } = await busyPool({ ms: 1_500, most: 2 });
  assert.equal(await kindOf(pool.directory(one)), "busy");
  assert.equal(pool.pool().waiting, 0);
  await goOn();
  assert.deepEqual(await pool.directory(one), [{ one: 1 }]);
  await pool.close();
});

test("a busy pool is 503 for the person at the page; a server that is away is another story", async () => {
  const { pool, goOn } = await busyPool({ ms: 1_500, most: 1 });
  const error = await pool.directory(one).catch((reason: unknown) => reason);
  assert.deepEqual([troubleOf(error), statusOf[troubleOf(error)]], ["busy", 503]);
  await goOn();
  await pool.close();
  const away = connectDatabase({
    config: { host: "127.0.0.1", port: 1, user: "a", password: "b", database: "c" },
    applicationName: "kenpo test",
    patience: { ms: 1_500, most: 1 },
  });
  assert.equal(await kindOf(away.directory(one)), "unavailable");
  await away.close();
});
