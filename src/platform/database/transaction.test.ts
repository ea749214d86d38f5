import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { type TestDatabase, testDatabase } from "../../../test/database.ts";
import { asId, type SocietyId } from "../../kernel/ids.ts";
import { connectClient } from "./config.ts";
import { connectDatabase } from "./connect.ts";
import { codeOf, failureKind, isUniqueViolation } from "./failures.ts";
import { sql } from "./sql.ts";
import type { Tx } from "./types.ts";

const hikari = asId<"society">("00000000-0000-7000-8000-00000000000a");
const minato = asId<"society">("00000000-0000-7000-8000-00000000000b");

let database: TestDatabase;
let owner: pg.Client;
// The app's own role may end its own sessions.
let killer: pg.Client;
const unhandled: unknown[] = [];
process.on("unhandledRejection", (reason) => unhandled.push(reason));

before(async () => {
  database = await testDatabase();
  owner = await connectClient({ config: database.ownerConfig, applicationName: "test" });
  killer = await connectClient({ config: database.appConfig, applicationName: "test" });
  const app = (await database.app.directory<{ name: string }>(sql`select current_user as name`))[0];
  await owner.query(`
    create table note (society_id uuid not null, id integer not null check (id > 0), words text not null,
      primary key (society_id, id));
    call protect_by_society('note');
    grant select, insert, update, delete on note to ${app?.name}`);
});

beforeEach(async () => {
  await owner.query(
    "alter table note no force row level security; delete from note; alter table note force row level security",
  );
});

after(async () => {
  await owner.end();
  await killer.end();
  await database.drop();
  assert.deepEqual(unhandled, []);
});

const add = (tx: Tx, id: number, words = "") =>
  tx.write(sql`insert into note values (${tx.society}, ${id}, ${words})`);
const ids = async (society: SocietyId) => {
  const all = sql`select id from note where society_id = ${society} order by id`;
  const [rows] = await database.app.read(society, [all]);
  return (rows as { id: number }[]).map(({ id }) => id);
};

test("writes and answers of one transaction are kept together", async () => {
  const one = await database.app.inSociety(hikari, async (tx) => {
    add(tx, 1, "first");
    add(tx, 2);
    return tx.one<{ words: string }>(
      sql`select words from note where society_id = ${hikari} and id = 1`,
    );
  });
  assert.deepEqual(one, { words: "first" });
  assert.deepEqual(await ids(hikari), [1, 2]);
});

test("another society, or none, sees and changes nothing", async () => {
  await database.app.inSociety(hikari, async (tx) => add(tx, 1));
  assert.deepEqual(await database.app.directory(sql`select id from note`), []);
  await database.app.inSociety(minato, async (tx) => {
    assert.deepEqual(await tx.query(sql`select id from note`), []);
    tx.write(sql`delete from note`);
  });
  assert.deepEqual(await ids(hikari), [1]);
  const stray = database.app.inSociety(minato, async (tx) =>
    tx.write(sql`insert into note values (${hikari}, 2, '')`),
  );
  await assert.rejects(stray, { code: "42501" });
  // The connection that goes back to the pool forgets the society.
  const setting = sql`select current_setting('app.society_id', true) as set`;
  assert.deepEqual(await database.app.directory(setting), [{ set: "" }]);
});

test("what the work throws undoes everything and is passed on as it is", async () => {
  const bug = new Error("a bug");
  const thrown = database.app.inSociety(hikari, async (tx) => {
    add(tx, 1);
    throw bug;
  });
  await assert.rejects(thrown, (error) => error === bug);
  assert.deepEqual(await ids(hikari), []);
});

test("a failed write fails the whole, by its own name", async () => {
  const fails = (work: (tx: Tx) => Promise<unknown>) =>
    assert.rejects(
      database.app.inSociety(hikari, async (tx) => {
        add(tx, 1);
        add(tx, -1);
        add(tx, 2);
        return work(tx);
      }),
      { code: "23514", constraint: "note_id_check" },
    );
  await fails(async () => "not noticed");
  await fails((tx) => tx.query(sql`select 1`));
  await fails(async (tx) => void tx.query(sql`select 1 where false`));
  await fails((tx) => tx.query(sql`select 1`).catch(() => "swallowed"));
  assert.deepEqual(await ids(hikari), []);
});

test("a taken key is told from other failures", async () => {
  const twice = database.app.inSociety(hikari, async (tx) => {
    add(tx, 1);
    add(tx, 1);
  });
  const error = await twice.catch((reason: unknown) => reason);
  assert.equal(isUniqueViolation(error, "note_pkey"), true);
  assert.equal(isUniqueViolation(error, "other_key"), false);
  assert.equal(isUniqueViolation(new Error("note_pkey"), "note_pkey"), false);
  assert.equal(failureKind(error), "other");
});

test("a value that is none is refused before anything is sent", async () => {
  const values = [undefined, {}, [1], 1n, new Date(0)] as unknown as readonly string[];
  for (const value of values) {
    const wrong = database.app.inSociety(hikari, async (tx) => {
      add(tx, 1);
      tx.write(sql`insert into note values (${hikari}, 2, ${value})`);
    });
    await assert.rejects(wrong, TypeError);
  }
  await assert.rejects(database.app.directory(sql`select ${values[0] as string}`), TypeError);
  await assert.rejects(database.app.read(hikari, [sql`select ${values[1] as string}`]), TypeError);
  assert.deepEqual(await ids(hikari), []);
});

test("a society that is no UUID never reaches the server", async () => {
  const evil = "'; drop table note; --" as SocietyId;
  await assert.rejects(
    database.app.inSociety(evil, async () => 1),
    RangeError,
  );
  await assert.rejects(database.app.read(evil, [sql`select 1`]), RangeError);
});

test("a transaction that is over takes no more", async () => {
  let kept: Tx | undefined;
  await database.app.inSociety(hikari, async (tx) => {
    kept = tx;
  });
  assert.throws(() => kept?.write(sql`delete from note`), /over/);
});

test("reads come in one transaction that cannot write", async () => {
  await database.app.inSociety(hikari, async (tx) => add(tx, 1));
  const two = [
    sql`select id from note where society_id = ${hikari}`,
    sql`select ${"x"}::text as y`,
  ];
  assert.deepEqual(await database.app.read(hikari, two), [[{ id: 1 }], [{ y: "x" }]]);
  const writing = database.app.read(hikari, [sql`delete from note where society_id = ${hikari}`]);
  await assert.rejects(writing, { code: "25006" });
});

test("after a deadlock the work is done again", async () => {
  await database.app.inSociety(hikari, async (tx) => {
    add(tx, 1);
    add(tx, 2);
  });
  const arrived = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let runs = 0;
  const both = [0, 1].map((me) =>
    database.app.inSociety(hikari, async (tx) => {
      runs += 1;
      const touch = (id: number) =>
        tx.query(
          sql`update note set words = words || 'x' where society_id = ${hikari} and id = ${id}`,
        );
      await touch(1 + me);
      arrived[me]?.resolve();
      await arrived[1 - me]?.promise;
      await touch(2 - me);
    }),
  );
  await Promise.all(both);
  assert.ok(runs >= 3, `${runs} runs`);
  const [rows] = await database.app.read(hikari, [
    sql`select words from note where society_id = ${hikari}`,
  ]);
  assert.deepEqual(rows, [{ words: "xx" }, { words: "xx" }]);
});

test("a lost connection is recognised, and the next transaction has another", async () => {
  const lost = database.app.inSociety(hikari, async (tx) => {
    add(tx, 1);
    const [me] = await tx.query<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await killer.query("select pg_terminate_backend($1)", [me?.pid]);
    add(tx, 2);
  });
  const error = await lost.catch((reason: unknown) => reason);
  assert.equal(failureKind(error), "unavailable", codeOf(error));
  await killer.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'kenpo test'",
  );
  assert.deepEqual(await ids(hikari).catch(() => ids(hikari)), []);
});

test("statements prepared before a migration are prepared anew", async () => {
  const all = () => database.app.directory(sql`select * from society_version limit 0`);
  await all();
  await owner.query("alter table society_version add column later text");
  assert.deepEqual(await all(), []);
});

/** A server far away: everything takes `ms` in each direction. */
const farAway = async (socket: string, ms: number) => {
  const folder = mkdtempSync(join(tmpdir(), "kenpo-far-"));
  const proxy = createServer((near) => {
    const far = connect(socket);
    near.on("data", (bytes) => pause(ms).then(() => far.write(bytes)));
    far.on("data", (bytes) => pause(ms).then(() => near.write(bytes)));
    for (const end of [near, far]) end.on("error", () => {});
    near.on("close", () => far.destroy());
  }).listen(join(folder, ".s.PGSQL.5432"));
  await once(proxy, "listening");
  const close = () => {
    proxy.close();
    rmSync(folder, { recursive: true });
  };
  return { folder, close };
};

test("begin, any number of writes and the commit cost one round trip", async (t) => {
  const config = database.appConfig;
  if (!("host" in config)) return t.skip("needs the embedded server's socket");
  const oneWay = 100;
  const far = await farAway(join(config.host, ".s.PGSQL.5432"), oneWay);
  const distant = connectDatabase({
    config: { ...config, host: far.folder },
    applicationName: "far",
  });
  await distant.directory(sql`select 1`);
  const timed = async (work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    return (performance.now() - start) / (2 * oneWay);
  };
  const writing = await timed(() =>
    distant.inSociety(hikari, async (tx) => {
      for (let id = 1; id <= 20; id += 1) add(tx, id);
    }),
  );
  const reading = await timed(() => distant.read(hikari, [sql`select 1`, sql`select 2`]));
  await distant.close();
  far.close();
  assert.equal((await ids(hikari)).length, 20);
  assert.ok(writing < 1.9, `writing took ${writing} round trips`);
  assert.ok(reading < 1.9, `reading took ${reading} round trips`);
});
