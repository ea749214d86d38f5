import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type TestDatabase, testDatabase } from "../../../test/database.ts";
import { addTwoSocieties, ours, sharedEntrance, theirs } from "../../../test/two-societies.ts";
import { endFlowsOf } from "../../flow/index.ts";
import { type AccountId, asId, type Id, type MemberId, type SocietyId } from "../../kernel/ids.ts";
import { type Instant, later } from "../../kernel/time.ts";
import { type SqlValue, sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";
import {
  accountOf,
  awaitLetter,
  lockAccountOf,
  releaseUserIds,
  renewAccount,
} from "../accounts/index.ts";
import { countSessions, endSessionsOf } from "../sessions/index.ts";
import { holdLogin } from "../sign-in/store.ts";
import { letterIn, memberByLogin } from "./store.ts";

// Every store function that a new letter needs, as the right and as the wrong society.

const now = "2026-11-20T01:00:00.000Z" as Instant;
const id = <K extends string>(n: number) =>
  asId<K>(`00000000-0000-7000-8000-${String(n).padStart(12, "0")}`);
const member = id<"member">(11) as MemberId;
const account = id<"account">(12) as AccountId;
const [older, newer, batch] = [id<"credential">(13), id<"credential">(14), id<"batch">(15)];
const entranceId = sharedEntrance;

let database: TestDatabase;
const as = <T>(society: SocietyId, work: (tx: Tx) => Promise<T>) =>
  database.app.inSociety(society, work);

const begin = (tx: Tx) => {
  const write = (parts: TemplateStringsArray, ...values: readonly SqlValue[]) =>
    tx.write(sql(parts, ...values));
  write`
    insert into member (society_id, id, symbol, member_number, branch_number, symbol_key,
      number_key, name, name_kana, name_key, kana_key, born_on, relationship, acquired_on,
      created_at, changed_at)
    values (${ours}, ${member}, '10', '1001', '00', '10', '1001', '佐藤　花子', 'サトウ ハナコ',
      '佐藤花子', 'サトウハナコ', '1979-08-22', '本人', '2020-04-01', ${now}, ${now})`;
  write`
    insert into credential_batch (society_id, id, state, prepared_at, activated_at, number)
    values (${ours}, ${batch}, 'activated', ${now}, ${now}, 1)`;
  write`
    insert into provisional_credential (society_id, id, batch_id, member_id, issued_id,
      password_hash, state, expires_at, issued_at, used_at)
    values (${ours}, ${older}, ${batch}, ${member}, '8123456789016', 'h', 'used',
        '2027-01-01T00:00:00Z', ${now}, ${now}),
      (${ours}, ${newer}, ${batch}, ${member}, '9123456789015', 'h', 'active',
        '2027-01-01T00:00:00Z', ${now}, null)`;
  write`
    insert into account (society_id, id, member_id, entrance_id, user_id, password_hash,
      password_changed_at, email, email_confirmed_at, email_failed_at, email_failure,
      wants_update_mails, language, registered_at)
    values (${ours}, ${account}, ${member}, ${entranceId}, '8123456789016', 'old', ${now},
      'h@example.jp', ${now}, ${now}, 'smtp-550', false, 'ja', ${now})`;
  write`
    insert into login_directory (entrance_id, login_key, society_id, kind, target_id)
    values (${entranceId}, '8123456789016', ${ours}, 'account', ${account}),
      (${entranceId}, 'hanako-own', ${ours}, 'account', ${account}),
      (${entranceId}, '9123456789015', ${ours}, 'provisional', ${newer})`;
  write`
    insert into session (society_id, id, account_id, started_at, seen_at, idle_seconds, ends_at,
      device, source)
    values (${ours}, ${id(16)}, ${account}, ${now}, ${now}, 1800, '2027-01-01T00:00:00Z', '-', '-'),
      (${ours}, ${id(17)}, ${account}, ${now}, '2026-11-19T01:00:00Z', 1800,
        '2027-01-01T00:00:00Z', '-', '-')`;
  write`
    insert into session_token (token_hash, entrance_id, society_id, session_id)
    values ('t', ${entranceId}, ${ours}, ${id(16)})`;
  write`
    insert into known_browser (society_id, account_id, browser_hash, seen_at)
    values (${ours}, ${account}, 'b', ${now})`;
  write`
    insert into flow (society_id, id, kind, entrance_id, subject_id, member_id, policy_version,
      state, started_at, changed_at, expires_at)
    values (${ours}, ${id(18)}, 'first-sign-in', ${entranceId}, ${older}, ${member}, 1, '', ${now},
        ${now}, '2027-01-01T00:00:00Z'),
      (${ours}, ${id(19)}, 'first-sign-in', ${entranceId}, ${newer}, ${member}, 1, '', ${now},
        ${now}, '2027-01-01T00:00:00Z')`;
};

type Rows = Record<string, unknown>;

/** Whatever these functions may write. */
const tables = async (): Promise<Rows> => {
  const [rows] = await database.app.read(ours, [
    sql`select
        (select to_jsonb(a) from account a where a.society_id = ${ours}) as account,
        (select jsonb_agg(jsonb_build_array(d.login_key, d.kind, d.target_id) order by d.login_key)
          from login_directory d where d.society_id = ${ours}) as logins,
        (select jsonb_agg(s.ended_at order by s.id) from session s
          where s.society_id = ${ours}) as sessions,
        (select count(*)::int from session_token where society_id = ${ours}) as tokens,
        (select count(*)::int from known_browser where society_id = ${ours}) as browsers,
        (select jsonb_agg(f.outcome order by f.id) from flow f
          where f.society_id = ${ours}) as flows,
        (select jsonb_agg(c.version) from terms_consent c
          where c.society_id = ${ours}) as consents`,
  ]);
  return rows?.[0] as Rows;
};

before(async () => {
  database = await testDatabase();
  await addTwoSocieties(database);
  await as(ours, async (tx) => begin(tx));
});
after(() => database.drop());

const renewal = {
  id: account,
  userId: { shown: "Hanako-Own", key: "hanako-own" },
  passwordHash: "new",
  email: "H@example.jp",
  confirmedAt: now,
  keepsFailure: true,
  wantsUpdateMails: true,
  language: "en",
  termsVersion: "common-1",
} as const;
const releasing = { entranceId, accountId: account, memberId: member, key: "hanako-own" };
const running = { kind: "first-sign-in", memberId: member, exceptSubject: newer };
const waiting = { accountId: account, letterId: newer, nobodysHash: "nobody's", now };
const who = { entranceId, loginKey: "x", loginMac: "m", sourceMac: "s", browserHash: "b", at: now };
const login = (passwordHash: string) => ({
  browser: "source s",
  targetId: account as Id<string>,
  passwordHash,
  factorMethod: null,
});

test("another society finds nobody, and what it writes changes nothing", async () => {
  const before = await tables();
  const seen = await as(theirs, async (tx) => {
    const found = [
      await accountOf(tx, member),
      await lockAccountOf(tx, member),
      await memberByLogin(tx, { entranceId, loginKey: "8123456789016" }),
      await countSessions(tx, account, now),
      await endSessionsOf(tx, account, now),
      await holdLogin(tx, who, login("old")),
    ];
    endFlowsOf(tx, running, { outcome: "letter-replaced", now });
    awaitLetter(tx, waiting);
    releaseUserIds(releasing)(tx);
    return found;
  });
  assert.deepEqual(seen, [undefined, undefined, null, 0, 0, "changed"]);
  await assert.rejects(as(theirs, (tx) => letterIn(tx, { batchId: batch, memberId: member })));
  // A consent of somebody who is not there.
  await assert.rejects(
    as(theirs, async (tx) => renewAccount(renewal, now)(tx)),
    { code: "23503" },
  );
  assert.deepEqual(await tables(), before);
});

test("whose an ID is: a registered one, or of any letter that went out", async () => {
  const found = await as(ours, async (tx) => [
    await memberByLogin(tx, { entranceId, loginKey: "hanako-own" }),
    await memberByLogin(tx, { entranceId, loginKey: "9123456789015" }),
    await memberByLogin(tx, { entranceId, loginKey: "nobody" }),
    await letterIn(tx, { batchId: batch, memberId: member }),
  ]);
  assert.deepEqual(found, [member, member, null, newer]);
});

test("flows of older letters end, that of the new one goes on", async () => {
  await as(ours, async (tx) => endFlowsOf(tx, running, { outcome: "letter-replaced", now }));
  assert.deepEqual((await tables()).flows, ["letter-replaced", null]);
});

test("every session ends, the idle one too, and living ones are counted", async () => {
  assert.equal(await as(ours, (tx) => endSessionsOf(tx, account, now)), 1);
  const { sessions, tokens, browsers } = await tables();
  assert.deepEqual([tokens, browsers], [0, 0]);
  assert.ok((sessions as unknown[]).every((at) => at !== null));
});

test("a sign-in holds what it found, or learns that it is another by now", async () => {
  assert.equal(await as(ours, (tx) => holdLogin(tx, who, login("old"))), "open");
  const soon = later(now, { seconds: 1 });
  const locks = (byStaff: Instant | null, until: Instant | null) =>
    as(ours, async (tx) =>
      tx.write(sql`
        update account set locked_at = ${byStaff}, factor_locked_until = ${until}
         where society_id = ${tx.society} and id = ${account}`),
    );
  for (const [byStaff, until, expected] of [
    [now, null, "changed"],
    [null, soon, "changed"],
    [null, now, "open"],
    [null, null, "open"],
  ] as const) {
    await locks(byStaff, until);
    assert.equal(await as(ours, (tx) => holdLogin(tx, who, login("old"))), expected);
  }
  await as(ours, async (tx) => awaitLetter(tx, waiting));
  assert.equal(await as(ours, (tx) => holdLogin(tx, who, login("old"))), "changed");
  const found = await as(ours, (tx) => accountOf(tx, member));
  assert.equal(found?.awaitsLetter, newer);
});

test("renewed: one user ID, the letter's leads to its letter again, what failed there is kept", async () => {
  await as(ours, async (tx) => {
    releaseUserIds(releasing)(tx);
    renewAccount(renewal, now)(tx);
    renewAccount(renewal, now)(tx);
  });
  const after = await tables();
  assert.deepEqual(after.logins, [
    ["8123456789016", "provisional", older],
    ["9123456789015", "provisional", newer],
    ["hanako-own", "account", account],
  ]);
  assert.deepEqual(after.consents, ["common-1"]);
  const row = after.account as Record<string, unknown>;
  assert.deepEqual(
    [row.user_id, row.password_hash, row.awaits_letter, row.email_failure, row.language],
    ["Hanako-Own", "new", null, "smtp-550", "en"],
  );
  const other = { ...renewal, email: "other@example.jp", confirmedAt: null, keepsFailure: false };
  await as(ours, async (tx) => renewAccount(other, now)(tx));
  const found = (await tables()).account as Record<string, unknown>;
  assert.deepEqual([found.email_failure, found.email_confirmed_at], [null, null]);
});
