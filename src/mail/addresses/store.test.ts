import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type pg from "pg";
import { storyStart } from "../../../test/clock.ts";
import { testDatabase } from "../../../test/database.ts";
import { sampleSocieties } from "../../../test/mail/sample.ts";
import { connectClient } from "../../platform/database/config.ts";
import type { Sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";
import { markFailing } from "./store.ts";

const [hikari, minato] = sampleSocieties;
const database = await testDatabase();
let root: pg.Client;
let app: pg.Client;
before(async () => {
  root = await connectClient({ config: database.rootConfig, applicationName: "kenpo test" });
  app = await connectClient({ config: database.appConfig, applicationName: "kenpo test" });
  // Neither members nor entrances are there: this session checks no foreign key.
  await root.query("set session_replication_role = replica");
});
after(async () => {
  await Promise.all([root.end(), app.end()]);
  await database.drop();
});

const addAccounts = (society: string, count: number) =>
  root.query(
    `insert into account (society_id, id, member_id, entrance_id, user_id, password_hash,
       password_changed_at, email, wants_update_mails, language, registered_at)
     select $1, id, id, id, '-', '', $2, 'Member-' || n || '@example.jp', false, 'ja', $2
     from (select gen_random_uuid() as id, n from generate_series(1, $3::integer) n)`,
    [society, storyStart, count],
  );

/** The statement as it is sent, in a transaction of the app that leaves nothing behind. */
const rowsOf = async (prefix: string, address: string) => {
  const sent: Sql[] = [];
  const tx = { society: hikari, write: (statement: Sql) => void sent.push(statement) };
  const failed = { address, code: "recipient-550", queuedAt: storyStart };
  markFailing(tx as unknown as Tx, [failed], storyStart);
  const { text, values } = sent[0] as Sql;
  await app.query(`begin; set local app.society_id = '${hikari}'`);
  try {
    return await app.query(`${prefix} ${text}`, [...values]);
  } finally {
    await app.query("rollback");
  }
};

for (const analyzed of [false, true])
  test(`among 20,000 accounts a refused address reads its own alone, statistics: ${analyzed}`, async () => {
    await root.query("alter table account set (autovacuum_enabled = off)");
    await root.query("truncate account cascade");
    await addAccounts(hikari, 20_000);
    await addAccounts(minato, 1000);
    if (analyzed) await root.query("analyze account");
    const { rows } = await rowsOf("explain", "member-77@EXAMPLE.jp");
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    assert.match(plan, /Index Cond: .*email_key = /);
    assert.doesNotMatch(plan, /Seq Scan on account/);
    const { rowCount } = await rowsOf("", "member-77@EXAMPLE.jp");
    assert.equal(rowCount, 1);
  });
