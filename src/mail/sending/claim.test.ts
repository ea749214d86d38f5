import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type pg from "pg";
import { storyStart } from "../../../test/clock.ts";
import { testDatabase } from "../../../test/database.ts";
import { sampleSocieties } from "../../../test/mail/sample.ts";
import { type Instant, later } from "../../kernel/time.ts";
import { connectClient } from "../../platform/database/config.ts";
import { claimMails } from "./store.ts";

const [hikari] = sampleSocieties;
const database = await testDatabase();
let root: pg.Client;
before(async () => {
  root = await connectClient({ config: database.rootConfig, applicationName: "kenpo test" });
});
after(async () => {
  await root.end();
  await database.drop();
});
beforeEach(async () => {
  await root.query("truncate mail_queue");
});

const now = storyStart;
const leaseEnd = later(now, { minutes: 10 });

/** One due row a second, the first `count` seconds ago. */
const fill = (count: number, isUrgent: boolean) =>
  root.query(
    `insert into mail_queue (society_id, mail_id, due_at, is_urgent)
     select $1, gen_random_uuid(), $2::timestamptz - n * interval '1 second', $3
     from generate_series(1, $4::integer) n`,
    [hikari, now, isUrgent, count],
  );
const claim = (most: number, isOnlyUrgent = false, at: Instant = now) =>
  claimMails(database.app, { at, leaseEnd, most, isOnlyUrgent, holder: null });
const urgentIn = (claimed: readonly { isUrgent: boolean }[]) =>
  claimed.filter(({ isUrgent }) => isUrgent).length;

test("urgent mails are claimed first, whenever they came; then the oldest", async () => {
  await fill(40, false);
  await fill(3, true);
  const first = await claim(10);
  assert.deepEqual([first.length, urgentIn(first)], [10, 3]);
  const { rows } = await root.query(
    "select count(*)::integer as n from mail_queue where due_at = $1 and not is_urgent",
    [leaseEnd],
  );
  assert.equal(rows[0].n, 7);
  const { rows: left } = await root.query(
    "select min(due_at) = $1::timestamptz - interval '33 seconds' as right from mail_queue",
    [now],
  );
  assert.equal(left[0].right, true);
});

test("asked for urgent ones alone, it leaves the rest", async () => {
  await fill(5, false);
  await fill(2, true);
  assert.equal((await claim(10, true)).length, 2);
  assert.equal((await claim(10, true)).length, 0);
  assert.equal((await claim(10)).length, 5);
});

type Plan = { readonly [key: string]: unknown };

/** Pages that one claim touches, in memory or not: no clock is asked. */
const pagesOf = async (most: number): Promise<number> => {
  const { rows } = await root.query(
    `explain (analyze, buffers, timing off, format json)
     select * from claim_mail($1::timestamptz, $2::timestamptz, $3::integer, false, null::uuid)`,
    [now, leaseEnd, most],
  );
  const plan = rows[0]["QUERY PLAN"][0].Plan as Plan;
  return Number(plan["Shared Hit Blocks"]) + Number(plan["Shared Read Blocks"]);
};

for (const analyzed of [false, true])
  test(`100,000 due mails cost a claim no more than 1,000 do, statistics: ${analyzed}`, async () => {
    await root.query("alter table mail_queue set (autovacuum_enabled = off)");
    await fill(1_000, false);
    if (analyzed) await root.query("analyze mail_queue");
    const few = await pagesOf(50);
    await fill(99_000, false);
    if (analyzed) await root.query("analyze mail_queue");
    const many = await pagesOf(50);
    assert.ok(many < few * 3, `${many} pages, ${few} with 1,000 mails`);
  });
