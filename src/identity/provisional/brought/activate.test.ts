import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type pg from "pg";
import { testClock } from "../../../../test/clock.ts";
import { type TestDatabase, testDatabase } from "../../../../test/database.ts";
import { hikariIn } from "../../../../test/hikari.ts";
import { type AccountId, type Id, type MemberId, newId } from "../../../kernel/ids.ts";
import { epochMsOf } from "../../../kernel/time.ts";
import { openPasswords } from "../../../platform/crypto/passwords.ts";
import { openSecrets } from "../../../platform/crypto/secrets.ts";
import { connectClient } from "../../../platform/database/config.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { Society } from "../../../society/index.ts";
import { insertAccount, keepIssuedId } from "../../accounts/index.ts";
import { lockLetter, useLetter } from "../../first-sign-in/store.ts";
import { issuedAsUserId } from "../../user-ids/index.ts";
import { bringLetters } from "./bring.ts";
import type { Counts } from "./types.ts";

const clock = testClock();
const passwords = openPasswords({ lanes: 2, places: 64 });
const secrets = openSecrets(Buffer.alloc(32, 7), []);
let database: TestDatabase;
let root: pg.Client;
let society: Society;

before(async () => {
  database = await testDatabase();
  root = await connectClient({ config: database.rootConfig, applicationName: "kenpo test" });
  const registry = await hikariIn(database.app, clock.now());
  const found = registry.byCode("hikari");
  assert.ok(found);
  society = found;
});
after(async () => {
  await root.end();
  await database.drop();
});

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => database.app.inSociety(society.id, work);

const person = async (number: string): Promise<MemberId> => {
  const [id, now] = [newId<"member">(epochMsOf(clock.now())), clock.now()];
  await inOurs(async (tx) =>
    tx.write(sql`
      insert into member (society_id, id, symbol, member_number, branch_number, symbol_key,
        number_key, name, name_kana, name_key, kana_key, born_on, relationship, acquired_on,
        created_at, changed_at)
      values (${tx.society}, ${id}, '10', ${number}, '00', '10', ${number}, '鈴木　花子',
        'ｽｽﾞｷ ﾊﾅｺ', '鈴木花子', 'スズキハナコ', '1979-08-22', '本人', '2020-04-01', ${now}, ${now})`),
  );
  return id;
};

type Person = { readonly id: MemberId; readonly number: string; readonly userId: string };

/** How each stood when its transaction was tried: a deadlock's victim is tried once more. */
const bring = async (people: readonly Person[], recorded: Counts[] = []) => {
  const portion = people.map(({ id, number, userId }) => ({
    to: { id, symbol: "10", memberNumber: number, branchNumber: "00", name: "鈴木　花子" },
    userId,
    wantedId: userId,
    because: null,
    password: "sunflower1",
  }));
  const brought = await bringLetters(
    { database: database.app, clock, passwords },
    {
      society,
      href: "http://localhost:3000/sign-in",
      portions: (async function* () {
        yield portion;
      })(),
      total: people.length,
      file: null,
      secrets,
      actor: { kind: "operator" },
      origin: { requestId: "run", source: "cli" },
      progress: () => {},
      tell: () => {},
      record: (_, counts) => recorded.push(counts),
    },
  );
  assert.ok(brought.ok);
  return brought.value;
};

const letterOf = async (memberId: MemberId) => {
  const letter = await inOurs((tx) =>
    tx.one<{ id: Id<"credential"> }>(sql`
      select id from provisional_credential
      where society_id = ${tx.society} and member_id = ${memberId} and state = 'active'`),
  );
  assert.ok(letter);
  return letter.id;
};

type Keeping = { readonly memberId: MemberId; readonly letter: Id<"credential">; userId: string };

/** What the finish of a first sign-in writes after it has locked its letter. */
const register = async (tx: Tx, { memberId, letter, userId }: Keeping): Promise<AccountId> => {
  const [accountId, now] = [newId<"account">(epochMsOf(clock.now())), clock.now()];
  const { entranceId } = society;
  const account = {
    id: accountId,
    memberId,
    entranceId,
    userId: issuedAsUserId(userId),
    passwordHash: "x",
    email: null,
    isEmailConfirmed: false,
    wantsUpdateMails: false,
    language: "ja",
    termsVersion: "1",
  } as const;
  const kept = keepIssuedId({ entranceId, credentialId: letter, accountId })(tx);
  insertAccount(account, now)(tx);
  useLetter(letter, now)(tx);
  await kept;
  return accountId;
};

const login = async (key: string) => {
  const { rows } = await root.query<{ kind: string; target_id: string }>(
    "select kind, target_id from login_directory where login_key = $1",
    [key],
  );
  return rows;
};

/** Until this work waits for a lock in this database; or is over, which should not be. */
const waitsForLock = async (work: Promise<unknown>) => {
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  work.then(end, end);
  const waiting = `select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  while (!isOver && (await root.query(waiting)).rowCount === 0);
  assert.ok(!isOver, "it did not wait");
};

test("a first sign-in that finishes while its letter is replaced: no deadlock, one of them is first", async () => {
  const memberId = await person("1001");
  const other = await person("1002");
  const hana = { id: memberId, number: "1001", userId: "hanako" };
  await bring([hana]);
  const letter = await letterOf(memberId);
  const locked = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  let tries = 0;
  const finishing = inOurs(async (tx) => {
    tries += 1;
    const { credentialState } = await lockLetter(tx, { subjectId: letter, memberId });
    assert.equal(credentialState, "active");
    locked.resolve();
    await goOn.promise;
    return register(tx, { memberId, letter, userId: "hanako" });
  });
  await locked.promise;
  const recorded: Counts[] = [];
  const bringing = bring([hana, { id: other, number: "1002", userId: "jiro" }], recorded);
  await waitsForLock(bringing);
  goOn.resolve();
  const [accountId, { counts, dropped }] = await Promise.all([finishing, bringing]);
  assert.deepEqual([counts, dropped], [{ kept: 1, renamed: 0, weak: 1 }, [memberId]]);
  assert.deepEqual([tries, recorded.length], [1, 1], "one of them was a deadlock's victim");
  assert.deepEqual(await login("hanako"), [{ kind: "account", target_id: accountId }]);
  const { rows } = await root.query(
    "select state from provisional_credential where member_id = $1 order by id",
    [memberId],
  );
  assert.deepEqual(rows, [{ state: "used" }]);
});

test("an issued ID that leads elsewhere meanwhile fails the registration, all of it", async () => {
  const memberId = await person("1003");
  const taro = { id: memberId, number: "1003", userId: "taro" };
  await bring([taro]);
  const letter = await letterOf(memberId);
  await bring([taro]);
  await assert.rejects(
    inOurs((tx) => register(tx, { memberId, letter, userId: "taro" })),
    /issued ID/,
  );
  const { rows } = await root.query("select from account where member_id = $1", [memberId]);
  assert.deepEqual([rows.length, (await login("taro"))[0]?.kind], [0, "provisional"]);
});
