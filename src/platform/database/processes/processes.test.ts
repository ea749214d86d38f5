import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { type TestClock, testClock } from "../../../../test/clock.ts";
import { testDatabase } from "../../../../test/database.ts";
import { later } from "../../../kernel/time.ts";
import { machineClock } from "../../clock.ts";
import { connectClient } from "../config.ts";
import { connectDatabase } from "../connect.ts";
import { sql } from "../sql.ts";
import { judgeClock, measureClock } from "./clock.ts";
import { checkRoom } from "./connections.ts";
import { type Joining, join } from "./join.ts";
import type { Membership } from "./types.ts";

const database = await testDatabase();
after(database.drop);
beforeEach(async () => {
  await database.owner.directory(sql`delete from process`);
  await database.owner.directory(sql`delete from lease`);
});

/** A process that speaks only when it is told to. */
const processOn = async (clock: TestClock, own: Partial<Joining> = {}) => {
  const [warnings, skews, failures]: [string[], number[], unknown[]] = [[], [], []];
  let beat = async () => {};
  let ends = 0;
  const membership: Membership = await join({
    ...{ database: database.app, clock, measure: async () => 0, kind: "worker" },
    ...{ host: "one.example", pid: 1, connections: 2, leases: ["seals"], isAlone: false },
    schedule: (work) => {
      beat = work;
      return {
        stop: () => {
          ends += 1;
        },
      };
    },
    warn: (line) => warnings.push(line),
    clocksPart: (ms) => skews.push(ms),
    failed: (error) => failures.push(error),
    ...own,
  });
  return { ...membership, beat: () => beat(), warnings, skews, failures, ends: () => ends };
};

const living = async () =>
  (await database.app.directory<{ host: string }>(sql`select host from process order by host`)).map(
    ({ host }) => host,
  );

test("one process at a time holds a work, as long as it says that it lives", async () => {
  const clock = testClock();
  const first = await processOn(clock);
  const second = await processOn(clock, { host: "two.example" });
  for (let beats = 0; beats < 6; beats += 1) {
    clock.advance({ seconds: 3 });
    await first.beat();
    await second.beat();
    assert.deepEqual([first.holds("seals"), second.holds("seals")], [true, false]);
  }
  assert.deepEqual([first.holds("sweeps"), second.holds("sweeps")], [false, false]);
  assert.deepEqual(await living(), ["one.example", "two.example"]);
});

test("what a killed process held passes on within 15 s, and nobody holds it twice", async () => {
  const clock = testClock();
  const killed = await processOn(clock);
  const other = await processOn(clock, { host: "two.example" });
  const owners: string[] = [];
  for (let seconds = 3; seconds <= 15; seconds += 3) {
    clock.advance({ seconds: 3 });
    await other.beat();
    const held = [killed.holds("seals") ? "killed" : "", other.holds("seals") ? "other" : ""];
    owners.push(held.filter(Boolean).join("+"));
  }
  assert.deepEqual(owners, ["killed", "killed", "killed", "other", "other"]);
  assert.deepEqual([killed.isSure(), other.isSure()], [false, true]);
  assert.deepEqual(await living(), ["two.example"]);
});

test("who leaves hands over at once", async () => {
  const clock = testClock();
  const first = await processOn(clock);
  const second = await processOn(clock, { host: "two.example" });
  await first.leave();
  assert.equal(first.ends(), 1);
  assert.deepEqual(await living(), ["two.example"]);
  await second.beat();
  assert.ok(second.holds("seals"));
});

test("a process that slept is not sure of anything, comes back, and takes nothing away", async () => {
  const clock = testClock();
  const asleep = await processOn(clock);
  const other = await processOn(clock, { host: "two.example" });
  for (let beats = 0; beats < 5; beats += 1) {
    clock.advance({ seconds: 3 });
    await other.beat();
  }
  assert.equal(asleep.isSure(), false);
  await asleep.beat();
  assert.deepEqual([asleep.isSure(), asleep.holds("seals")], [true, false]);
  assert.deepEqual(await living(), ["one.example", "two.example"]);
});

test("after an outage of the database nobody is taken for gone who had no chance to speak", async () => {
  const clock = testClock();
  const first = await processOn(clock);
  const second = await processOn(clock, { host: "two.example" });
  clock.advance({ minutes: 1 });
  await first.beat();
  assert.deepEqual(await living(), ["one.example", "two.example"]);
  await second.beat();
  clock.advance({ seconds: 3 });
  await first.beat();
  await second.beat();
  assert.deepEqual(await living(), ["one.example", "two.example"]);
  assert.deepEqual([first.holds("seals"), second.holds("seals")], [true, false]);
});

test("alone in its own database, a process knows that all others are gone", async () => {
  const clock = testClock();
  await processOn(clock);
  const next = await processOn(clock, { host: "again.example", isAlone: true });
  assert.deepEqual(await living(), ["again.example"]);
  assert.ok(next.holds("seals"));
});

test("what is done every hour is due an hour after it was done, whoever did it", async () => {
  const clock = testClock();
  const first = await processOn(clock);
  assert.ok(first.isDue("seals", 3600), "never done");
  await first.done("seals");
  assert.equal(first.isDue("seals", 3600), false);
  await first.leave();
  const second = await processOn(clock);
  assert.equal(second.isDue("seals", 3600), false);
  clock.advance({ minutes: 59 });
  await second.beat();
  assert.equal(second.isDue("seals", 3600), false);
  clock.advance({ minutes: 1 });
  assert.equal(second.isDue("seals", 3600), false, "not held any more");
  await second.beat();
  assert.ok(second.isDue("seals", 3600));
});

test("two clocks half a minute apart hold one work one after the other all the same", async () => {
  const right = testClock();
  const fast = testClock(later(right.now(), { seconds: 25 }));
  const first = await processOn(right);
  const second = await processOn(fast, { host: "fast.example", measure: async () => 25_000 });
  assert.equal(second.warnings.length, 2);
  for (let beats = 0; beats < 6; beats += 1) {
    for (const clock of [right, fast]) clock.advance({ seconds: 3 });
    await first.beat();
    await second.beat();
    assert.deepEqual([first.holds("seals"), second.holds("seals")], [true, false]);
  }
  assert.deepEqual(await living(), ["fast.example", "one.example"]);
});

test("a clock that is too far from the server's, or from another process's, refuses the start", async () => {
  const clock = testClock();
  await assert.rejects(processOn(clock, { measure: async () => -30_001 }), {
    code: "clock",
    message: /^Clock: this machine's clock is 30\.0 s behind the database server's: .*NTP/,
  });
  const at = (seconds: number) => testClock(later(clock.now(), { seconds }));
  const behind = await processOn(at(-20), { measure: async () => -20_000 });
  assert.match(behind.warnings[0] ?? "", /^warning: this machine's clock is 20\.0 s behind/);
  await assert.rejects(processOn(at(20), { measure: async () => 20_000 }), {
    message: /40\.0 s ahead of that of the process on one\.example/,
  });
  assert.deepEqual(await living(), ["one.example"]);
});

test("clocks that part while we run are told once", async () => {
  const clock = testClock();
  let ahead = 10;
  const own = await processOn(clock, { measure: async () => ahead });
  assert.deepEqual(own.warnings, []);
  for (ahead of [2_000, 2_001, 60_000, 0, -3_000]) await own.beat();
  assert.deepEqual(own.skews, [2_001, -3_000]);
  assert.equal(own.clockAheadMs(), -3_000);
});

test("the server's clock is this machine's here, and a wrong one is measured", async () => {
  const wrong = { now: () => later(machineClock.now(), { seconds: -45 }) };
  const [right, behind] = [
    await measureClock(database.app, machineClock),
    await measureClock(database.app, wrong),
  ];
  assert.equal(judgeClock(right, "the server's"), null);
  assert.equal(Math.round(behind / 1000), -45);
});

test("a clock that died with its process refuses nobody, whether its row is old or of times to come", async () => {
  const clock = testClock();
  for (const [host, at] of [
    ["old.example", later(clock.now(), { days: -2_000 })],
    ["new.example", later(clock.now(), { days: 2_000 })],
  ] as const)
    await database.app.directory(sql`
      insert into process (id, kind, host, pid, connections, clock_ahead_ms, started_at, seen_at)
      values (gen_random_uuid(), 'worker', ${host}, 1, 1000, 60000, ${at}, ${at})`);
  await database.app.directory(sql`
    insert into lease (name, holder, until)
    select 'seals', id, seen_at from process where host = 'new.example'`);
  const own = await processOn(clock);
  assert.deepEqual(own.warnings, []);
  clock.advance({ seconds: 3 });
  await own.beat();
  assert.deepEqual(await living(), ["one.example"]);
  assert.ok(own.holds("seals"));
});

test("when the server's clock is set nobody is taken for gone who had no chance to speak", async () => {
  const clock = testClock();
  let aheadMs = 0;
  const measure = async () => aheadMs;
  const first = await processOn(clock, { measure });
  const second = await processOn(clock, { host: "two.example", measure });
  for (aheadMs of [-60_000, 60_000]) {
    clock.advance({ seconds: 3 });
    for (const one of [first, second]) {
      await one.beat();
      assert.deepEqual(await living(), ["one.example", "two.example"]);
    }
  }
});

test("without room on the server a start is refused; with too little for all it is told", async () => {
  const [limits] = await database.app.directory<{ most: number }>(sql`
    select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
      - coalesce(current_setting('reserved_connections', true)::int, 0) as most`);
  const most = limits?.most ?? 0;
  await assert.rejects(checkRoom(database.app, { own: most + 1, others: 0 }), {
    code: "connections",
    message: new RegExp(
      `^KENPO_POOL: ${most + 1} connections are wanted, and \\d+ of the server's ${most} are free`,
    ),
  });
  assert.equal(await checkRoom(database.app, { own: 2, others: 0 }), null);
  await processOn(testClock(), { connections: 50 });
  await processOn(testClock(), { connections: 49 });
  const third = await processOn(testClock(), { connections: 2 });
  assert.match(third.warnings[0] ?? "", /may open 101 connections, the server allows/);
});

const asRoot = async (statement: string) => {
  const config = database.rootConfig;
  const root = await connectClient({ config, applicationName: "kenpo test" });
  try {
    return (await root.query(statement)).rows[0];
  } finally {
    await root.end();
  }
};

test("who shares a server: a role's or a database's limit counts its own connections alone", async () => {
  const { name } = await asRoot("select current_database() as name");
  const narrow = `narrow_${name}`;
  await asRoot(`create role ${narrow} login password 'narrow' connection limit 3`);
  await asRoot(`grant connect on database ${name} to ${narrow}`);
  const config = { ...database.appConfig, user: narrow, password: "narrow" };
  const own = connectDatabase({ config, applicationName: "kenpo test", maxConnections: 1 });
  try {
    // More of others than this role may have.
    const others = Array.from({ length: 4 }, () => database.app.directory(sql`select pg_sleep(0)`));
    await Promise.all(others);
    assert.equal(await checkRoom(own, { own: 3, others: 0 }), null);
    assert.match((await checkRoom(own, { own: 3, others: 1 })) ?? "", /the role allows 3/);
    await assert.rejects(checkRoom(own, { own: 4, others: 0 }), {
      message: /and 3 of the role's 3 are free: .*alter role … connection limit$/,
    });
    await asRoot(`alter database ${name} connection limit 2`);
    await assert.rejects(checkRoom(own, { own: 3, others: 0 }), {
      message: /of the database's 2 are free: .*alter database … connection limit$/,
    });
  } finally {
    await asRoot(`alter database ${name} connection limit -1`);
    await own.close();
    await asRoot(`drop owned by ${narrow}`);
    await asRoot(`drop role ${narrow}`);
  }
});

test("a beat that fails is told, and the next one goes on", async () => {
  const clock = testClock();
  let isAway = false;
  const directory: typeof database.app.directory = (statement) =>
    isAway ? Promise.reject(new Error("away")) : database.app.directory(statement);
  const own = await processOn(clock, { database: { ...database.app, directory } });
  isAway = true;
  clock.advance({ seconds: 9 });
  await own.beat();
  assert.deepEqual([own.failures.length, own.isSure()], [1, false]);
  isAway = false;
  await own.beat();
  assert.ok(own.isSure());
});
