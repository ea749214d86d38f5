import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { reportBatches } from "../../src/identity/provisional/batches/store.ts";
import { voidOfRegistered } from "../../src/identity/provisional/issuing/store.ts";
import {
  keptBatch,
  lockPortionsOfOtherKeys,
  portionsAfter,
  rewritePortions,
  stillActive,
} from "../../src/identity/provisional/kept/store.ts";
import {
  lockByReference,
  lockLastOf,
  voidReturned,
} from "../../src/identity/provisional/returned/store.ts";
import type { Id, MemberId, SocietyId } from "../../src/kernel/ids.ts";
import { sql } from "../../src/platform/database/sql.ts";
import type { Tx } from "../../src/platform/database/types.ts";
import { ours, theirs } from "../two-societies.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let member: MemberId;
let credential: Id<"credential">;
let batchId: Id<"batch">;

before(async () => {
  stage = await openStage();
  member = await stage.person({ number: "1001" });
  const issued = await stage.issue();
  assert.ok(issued.ok);
  batchId = issued.value.batch.id;
  const [row] = await stage.database.app.inSociety(ours, (tx) =>
    tx.query<{ id: Id<"credential"> }>(
      sql`select id from provisional_credential where society_id = ${tx.society}`,
    ),
  );
  assert.ok(row);
  credential = row.id;
});
after(() => stage.close());

const as = <T>(society: SocietyId, work: (tx: Tx) => Promise<T>) =>
  stage.database.app.inSociety(society, work);

const now = () => stage.clock.now();
const none = { keyId: "none", after: "00000000-0000-0000-0000-000000000000", most: 9 };
const key = { symbol: "10", memberNumber: "1001", branchNumber: "00" };

/** What each reads, as a number of things found. */
const reads: Readonly<Record<string, (tx: Tx) => Promise<number>>> = {
  keptBatch: async (tx) => ((await keptBatch(tx, 1)) ? 1 : 0),
  "keptBatch, the last": async (tx) => ((await keptBatch(tx, null)) ? 1 : 0),
  portionsAfter: async (tx) =>
    (await portionsAfter(tx, { batchId, now: now() }, { last: 0, most: 9 })).length,
  stillActive: async (tx) => (await stillActive(tx, [credential], now())).size,
  lockPortionsOfOtherKeys: async (tx) => (await lockPortionsOfOtherKeys(tx, none)).length,
  lockByReference: async (tx) => (await lockByReference(tx, [{ batch: 1, number: 1 }])).length,
  lockLastOf: async (tx) => ((await lockLastOf(tx, key)) ? 1 : 0),
  reportBatches: async (tx) => (await reportBatches(tx, now())).length,
};
for (const [name, read] of Object.entries(reads))
  test(`${name} finds its own society's, and nothing of another's`, async () => {
    assert.deepEqual([await as(ours, read), await as(theirs, read)], [1, 0]);
  });

const everything = () =>
  as(ours, async (tx) => [
    await tx.query(sql`select * from provisional_credential where society_id = ${tx.society}`),
    await tx.query(sql`select * from letter_portion where society_id = ${tx.society}`),
  ]);

test("what another society writes changes nothing here", async () => {
  const before = await everything();
  await as(theirs, async (tx) => {
    voidReturned(tx, [credential], now());
    const [portion] = await as(ours, (own) => lockPortionsOfOtherKeys(own, none));
    assert.ok(portion);
    rewritePortions(tx, [{ ...portion, sealed: "theirs" }]);
    assert.deepEqual(await voidOfRegistered(tx, { batchId, now: now() }), []);
  });
  assert.deepEqual(await everything(), before);
});

test("a plan holds its own society's members only", async () => {
  assert.equal((await stage.plan()).count, 1);
  assert.equal((await stage.plan({ society: theirs })).count, 0);
  assert.equal((await stage.plan({ society: theirs, wanted: { only: member } })).count, 0);
});

test("a plan is gone with its connection", async () => {
  await stage.plan();
  const client = await stage.connect();
  const { rows } = await client.query("select from pg_class where relname = 'letter_plan'");
  await client.end();
  assert.deepEqual(rows, []);
});
