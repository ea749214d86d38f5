import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { type TestDatabase, testDatabase } from "../../../../test/database.ts";
import { addTwoSocieties, ours, sharedEntrance, theirs } from "../../../../test/two-societies.ts";
import { type AccountId, asId, type FactorId, type SocietyId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import { openSecrets } from "../../../platform/crypto/secrets.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import { insertFactor } from "../store.ts";
import { resealRecoveryCodes } from "./reseal/index.ts";
import { hashCode, openHashes, sealHashes } from "./sealed.ts";
import { codesLeft, codesOf, insertCodes, rewriteCodes } from "./store.ts";

const now = "2026-11-20T01:00:00.000Z" as Instant;
const id = <K extends string>(n: number) =>
  asId<K>(`00000000-0000-7000-8000-${String(n).padStart(12, "0")}`);
const member = id<"member">(11);
const account = id<"account">(12) as AccountId;
const factorId = id<"factor">(13) as FactorId;
const [older, current] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const secrets = openSecrets(current, [older]);
const place = { society: ours, factorId };
const hashes = ["4kmwt-29hpz", "7xbcd-e3fgr"].map(hashCode);

let database: TestDatabase;
const as = <T>(society: SocietyId, work: (tx: Tx) => Promise<T>) =>
  database.app.inSociety(society, work);

before(async () => {
  database = await testDatabase();
  await addTwoSocieties(database);
  await as(ours, async (tx) => {
    tx.write(sql`
      insert into member (society_id, id, symbol, member_number, branch_number, symbol_key,
        number_key, name, name_kana, name_key, kana_key, born_on, relationship, acquired_on,
        created_at, changed_at)
      values (${ours}, ${member}, '10', '1001', '00', '10', '1001', '佐藤　花子', 'サトウ ハナコ',
        '佐藤花子', 'サトウハナコ', '1979-08-22', '本人', '2020-04-01', ${now}, ${now})`);
    tx.write(sql`
      insert into account (society_id, id, member_id, entrance_id, user_id, password_hash,
        password_changed_at, wants_update_mails, language, registered_at)
      values (${ours}, ${account}, ${member}, ${sharedEntrance}, 'hanako', 'h', ${now}, false,
        'ja', ${now})`);
  });
});
after(() => database.drop());
beforeEach(() =>
  as(ours, async (tx) => {
    tx.write(sql`delete from factor where society_id = ${tx.society}`);
    const method = "recovery-codes";
    await insertFactor({ id: factorId, accountId: account, method, name: "", addedAt: now })(tx);
    const codes = sealHashes(openSecrets(older), place, hashes);
    insertCodes({ factorId, codes, left: 2 })(tx);
  }),
);

const rowAs = (society: SocietyId) => as(society, (tx) => codesOf(tx, account));
const hashesNow = async () => openHashes(secrets, place, (await rowAs(ours))?.codes ?? "");

test("what was written is read back, sealed, by its own society only", async () => {
  assert.deepEqual(await hashesNow(), hashes);
  for (const hash of hashes) assert.ok(!(await rowAs(ours))?.codes.includes(hash));
  assert.equal(await rowAs(theirs), undefined);
  assert.equal(await as(ours, (tx) => codesLeft(tx, account)), 2);
  assert.equal(await as(theirs, (tx) => codesLeft(tx, account)), null);
});

test("the wrong society rewrites nothing and writes none", async () => {
  const rewritten = rewriteCodes({ factorId, codes: "x", left: 0 });
  await as(theirs, async (tx) => rewritten(tx));
  assert.deepEqual(await hashesNow(), hashes);
  const inserted = insertCodes({ factorId, codes: "x", left: 0 });
  await assert.rejects(as(theirs, async (tx) => inserted(tx)));
  await as(ours, async (tx) => rewritten(tx));
  assert.equal(await as(ours, (tx) => codesLeft(tx, account)), 0);
});

test("they go with their factor", async () => {
  await as(ours, async (tx) => tx.write(sql`delete from factor where society_id = ${tx.society}`));
  assert.equal(await rowAs(ours), undefined);
});

test("a row that is put elsewhere does not open", async () => {
  const sealed = (await rowAs(ours))?.codes ?? "";
  const elsewhere = [
    { society: theirs, factorId },
    { society: ours, factorId: id<"factor">(14) as FactorId },
  ];
  for (const other of elsewhere) assert.throws(() => openHashes(secrets, other, sealed));
});

test("a change of the secret seals them anew, once, and only its society's", async () => {
  const resealing = { database: database.app, secrets, isRehearsal: false };
  const none = { resealed: 0, unreadable: 0 };
  assert.deepEqual(await resealRecoveryCodes({ ...resealing, society: theirs }), none);
  const mine = { ...resealing, society: ours };
  const one = { resealed: 1, unreadable: 0 };
  assert.deepEqual(await resealRecoveryCodes({ ...mine, isRehearsal: true }), one);
  assert.deepEqual(await resealRecoveryCodes(mine), one);
  assert.deepEqual(await resealRecoveryCodes(mine), none);
  assert.ok((await rowAs(ours))?.codes.startsWith(`${secrets.keyId}.`));
  assert.deepEqual(await hashesNow(), hashes);
});
