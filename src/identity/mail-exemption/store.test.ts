import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type TestDatabase, testDatabase } from "../../../test/database.ts";
import { addTwoSocieties, ours, theirs } from "../../../test/two-societies.ts";
import { asId, type SocietyId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";
import { deleteExemption, exemptionOf, insertExemption } from "./store.ts";
import { forgetExemptions } from "./sweeping/store.ts";

// Every store function as the right and as the wrong society.

const now = "2026-11-20T01:00:00.000Z" as Instant;
const member = asId<"member">("00000000-0000-7000-8000-000000000011");
const exemption = { reason: "理由", grantedBy: "operator", grantedAt: now };

let database: TestDatabase;
const as = <T>(society: SocietyId, work: (tx: Tx) => Promise<T>) =>
  database.app.inSociety(society, work);
const given = () => as(ours, (tx) => exemptionOf(tx, member));

before(async () => {
  database = await testDatabase();
  await addTwoSocieties(database);
  await as(ours, async (tx) =>
    tx.write(sql`
      insert into member (society_id, id, symbol, member_number, branch_number, symbol_key,
        number_key, name, name_kana, name_key, kana_key, born_on, relationship, acquired_on,
        created_at, changed_at)
      values (${ours}, ${member}, '10', '1001', '00', '10', '1001', '佐藤　花子', 'サトウ ハナコ',
        '佐藤花子', 'サトウハナコ', '1979-08-22', '本人', '2020-04-01', ${now}, ${now})`),
  );
});
after(() => database.drop());

test("another society neither gives, sees nor ends it", async () => {
  await assert.rejects(as(theirs, (tx) => insertExemption(tx, member, exemption)));
  assert.equal(await as(ours, (tx) => insertExemption(tx, member, exemption)), true);
  assert.equal(await as(ours, (tx) => insertExemption(tx, member, exemption)), false);
  assert.equal(await as(theirs, (tx) => exemptionOf(tx, member)), undefined);
  assert.equal(await as(theirs, (tx) => deleteExemption(tx, member)), false);
  await as(theirs, async (tx) => forgetExemptions(tx, [member]));
  assert.deepEqual(await given(), exemption);
  assert.equal(await as(ours, (tx) => deleteExemption(tx, member)), true);
  assert.equal(await as(ours, (tx) => deleteExemption(tx, member)), false);
});

test("it goes with its member", async () => {
  await as(ours, (tx) => insertExemption(tx, member, exemption));
  await as(ours, async (tx) => forgetExemptions(tx, [member]));
  assert.equal(await given(), undefined);
});
