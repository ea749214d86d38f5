import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type TestDatabase, testDatabase } from "../../../test/database.ts";
import { addTwoSocieties, ours, sharedEntrance, theirs } from "../../../test/two-societies.ts";
import { type AccountId, asId, type MemberId, type SocietyId } from "../../kernel/ids.ts";
import { type Instant, later } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";
import { failedClaims, noteWrongClaim } from "./steps/tries/store.ts";
import { onFileOf, setPassword, standingOf } from "./store.ts";
import { holdTemporary, keepTemporary, useTemporary, voidPassword } from "./temporary/store.ts";
import { sweepTemporary } from "./temporary/sweeping/store.ts";

// Every store function as the right and as the wrong society.

const now = "2026-11-20T01:00:00.000Z" as Instant;
const memberId = asId<"member">("00000000-0000-7000-8000-000000000011") as MemberId;
const accountId = asId<"account">("00000000-0000-7000-8000-000000000012") as AccountId;

let database: TestDatabase;
const as = <T>(society: SocietyId, work: (tx: Tx) => Promise<T>) =>
  database.app.inSociety(society, work);

type Row = { readonly hash: string; readonly changedAt: Instant; readonly confirmed: boolean };
const account = () =>
  as(ours, (tx) =>
    tx.one<Row>(sql`
      select password_hash as hash, password_changed_at as "changedAt",
        email_confirmed_at is not null as confirmed
        from account where society_id = ${ours} and id = ${accountId}`),
  );
const temporary = {
  ...{ mac: "mac", madeAt: now, expiresAt: later(now, { hours: 1 }), sentTo: "a@b.c" },
  isIdentityProved: true,
};

before(async () => {
  database = await testDatabase();
  await addTwoSocieties(database);
  await as(ours, async (tx) => {
    tx.write(sql`
      insert into member (society_id, id, symbol, member_number, branch_number, symbol_key,
        number_key, name, name_kana, name_key, kana_key, born_on, relationship, acquired_on,
        created_at, changed_at)
      values (${ours}, ${memberId}, '10', '1001', '00', '10', '1001', '佐藤　花子', 'サトウ ハナコ',
        '佐藤花子', 'サトウハナコ', '1979-08-22', '本人', '2020-04-01', ${now}, ${now})`);
    tx.write(sql`
      insert into account (society_id, id, member_id, entrance_id, user_id, password_hash,
        password_changed_at, email, wants_update_mails, language, registered_at)
      values (${ours}, ${accountId}, ${memberId}, ${sharedEntrance}, 'hanako', 'old', ${now},
        'a@b.c', false, 'ja', ${now})`);
  });
});
after(() => database.drop());

test("another society reads nothing of an account or a member", async () => {
  await assert.rejects(as(theirs, (tx) => standingOf(tx, accountId)));
  await assert.rejects(as(theirs, (tx) => onFileOf(tx, memberId)));
  const stands = await as(ours, (tx) => standingOf(tx, accountId));
  assert.deepEqual([stands.email, stands.secondEmail, stands.lockedAt], ["a@b.c", null, null]);
  assert.equal((await as(ours, (tx) => onFileOf(tx, memberId))).nameKana, "サトウ ハナコ");
});

test("a provisional password: the newest, held, used by one, swept when it is old", async () => {
  await assert.rejects(as(theirs, async (tx) => keepTemporary(accountId, temporary)(tx)));
  await as(ours, async (tx) => keepTemporary(accountId, { ...temporary, mac: "first" })(tx));
  await as(ours, async (tx) => useTemporary(tx, accountId, { by: "browser", at: now }));
  await as(ours, async (tx) => keepTemporary(accountId, temporary)(tx));
  assert.equal(await as(theirs, (tx) => holdTemporary(tx, accountId)), undefined);
  const held = () => as(ours, (tx) => holdTemporary(tx, accountId));
  assert.deepEqual(await held(), { ...temporary, usedBy: null });
  await as(theirs, async (tx) => useTemporary(tx, accountId, { by: "browser", at: now }));
  assert.equal((await held())?.usedBy, null);
  const old = { before: later(now, { hours: 1 }), most: 10 };
  assert.equal(await as(ours, (tx) => sweepTemporary(tx, old)), 0);
  const older = { ...old, before: later(now, { hours: 2 }) };
  assert.equal(await as(theirs, (tx) => sweepTemporary(tx, older)), 0);
  assert.equal(await as(ours, (tx) => sweepTemporary(tx, older)), 1);
});

test("a password is set or made nobody's by its own society alone", async () => {
  const at = later(now, { minutes: 5 });
  const chosen = { accountId, hash: "new", now: at, confirmsEmail: true };
  await as(theirs, async (tx) => setPassword(chosen)(tx));
  await as(theirs, (tx) => voidPassword({ accountId, nobodysHash: "void", now: at })(tx));
  assert.deepEqual(await account(), { hash: "old", changedAt: now, confirmed: false });
  await as(ours, async (tx) => keepTemporary(accountId, temporary)(tx));
  await as(ours, async (tx) => setPassword({ ...chosen, confirmsEmail: false })(tx));
  assert.deepEqual(await account(), { hash: "new", changedAt: at, confirmed: false });
  assert.equal(await as(ours, (tx) => holdTemporary(tx, accountId)), undefined);
  await as(ours, async (tx) => setPassword(chosen)(tx));
  assert.equal((await account())?.confirmed, true);
  await as(ours, (tx) => voidPassword({ accountId, nobodysHash: "void", now: at })(tx));
  assert.equal((await account())?.hash, "void");
});

test("wrong claims count on their account for a day, on their source for an hour", async () => {
  const wrong = {
    entranceId: sharedEntrance,
    sourceMac: "source",
    loginMac: "reset",
    reference: "r",
    accountId,
    at: now,
  };
  await as(ours, async (tx) => noteWrongClaim(wrong)(tx));
  const count = (hours: number) =>
    as(ours, (tx) => failedClaims(tx, { ...wrong, at: later(now, { hours }) }));
  assert.deepEqual(await count(0), { ofAccount: 1, ofSource: 1 });
  assert.deepEqual(await count(2), { ofAccount: 1, ofSource: 0 });
  assert.deepEqual(await count(24), { ofAccount: 0, ofSource: 0 });
});
