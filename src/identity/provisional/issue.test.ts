import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { verify } from "@node-rs/argon2";
import { parse } from "csv-parse/sync";
import { testClock } from "../../../test/clock.ts";
import { type TestDatabase, testDatabase } from "../../../test/database.ts";
import { addTwoSocieties, ours, sharedEntrance, theirs } from "../../../test/two-societies.ts";
import { newId, type SocietyId } from "../../kernel/ids.ts";
import { epochMsOf, todayInTokyo } from "../../kernel/time.ts";
import { openPasswords } from "../../platform/crypto/passwords.ts";
import { connectClient } from "../../platform/database/config.ts";
import { sql } from "../../platform/database/sql.ts";
import { countLetters, type Issue, issueLetters } from "./issue.ts";
import { type ListFile, openListFile } from "./list-file.ts";
import { foldPrinted, isIssuedId } from "./secrets.ts";
import { activate, holdIssueLock, reserveIssuedIds } from "./store.ts";
import type { Recipients } from "./types.ts";

const clock = testClock();
const passwords = openPasswords({ lanes: 2, places: 64 });
let database: TestDatabase;
let folder = "";

before(async () => {
  database = await testDatabase();
  await addTwoSocieties(database);
});
after(() => database.drop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kenpo-letters-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  const root = await connectClient({ config: database.rootConfig, applicationName: "kenpo test" });
  await root.query("truncate member, credential_batch, audit_fact, login_directory cascade");
  await root.end();
});

type Person = { branch?: string; born?: string; lost?: string; acquired?: string; name?: string };

let count = 1000;
const person = async (own: Person = {}, society: SocietyId = ours) => {
  count += 1;
  const { branch = "00", born = "1979-08-22", lost = null, acquired = "2020-04-01" } = own;
  const [id, number, now] = [newId<"member">(epochMsOf(clock.now())), String(count), clock.now()];
  await database.app.inSociety(society, async (tx) =>
    tx.write(sql`
      insert into member (society_id, id, symbol, member_number, branch_number, symbol_key,
        number_key, name, name_kana, name_key, kana_key, born_on, relationship, acquired_on,
        lost_on, created_at, changed_at)
      values (${tx.society}, ${id}, '10', ${number}, ${branch}, '10', ${number},
        ${own.name ?? "佐藤　花子"}, 'ｻﾄｳ ﾊﾅｺ', '佐藤花子', 'サトウハナコ', ${born}, '本人', ${acquired},
        ${lost}, ${now}, ${now})`),
  );
  return id;
};

const recipients = (own: Partial<Recipients> = {}): Recipients => ({
  entranceId: sharedEntrance,
  on: todayInTokyo(clock.now()),
  who: "insured",
  isOnlyNew: false,
  now: clock.now(),
  ...own,
});

type Own = { to?: Partial<Recipients>; file?: ListFile; name?: string; society?: SocietyId };

const openFile = async (name: string): Promise<ListFile> => {
  const opened = await openListFile(join(folder, name));
  assert.ok(opened.ok);
  return opened.value;
};

const issue = async ({ to = {}, file, name = "out.csv", society = ours }: Own = {}) => {
  const order: Issue = {
    society,
    recipients: recipients(to),
    lifetimeDays: 180,
    actor: { kind: "operator" },
    origin: { requestId: "run", source: "cli" },
    file: file ?? (await openFile(name)),
    progress: () => {},
  };
  return issueLetters({ database: database.app, clock, passwords }, order);
};

const listed = async (name = "out.csv") => {
  const text = await readFile(join(folder, name), "utf8");
  return parse<Record<string, string>>(text, {
    bom: true,
    columns: true,
    record_delimiter: "\r\n",
  });
};

type Letter = { state: string; issued_id: string; password_hash: string; expires_at: string };
const letters = (society: SocietyId = ours) =>
  database.app.inSociety(society, (tx) =>
    tx.query<Letter>(sql`
      select state, issued_id, password_hash, expires_at from provisional_credential
      where society_id = ${tx.society} order by id`),
  );
const states = async () => (await letters()).map(({ state }) => state).sort();
const directory = () =>
  database.app.inSociety(ours, (tx) =>
    tx.query<{ login_key: string }>(
      sql`select login_key from login_directory where society_id = ${tx.society}`,
    ),
  );

describe("issuing", () => {
  test("the list, the hashes, the directory and the facts tell of the same letters", async () => {
    const hana = await person({ name: "＝佐藤　花子" });
    const result = await issue();
    assert.deepEqual(result.ok && [result.value.count, result.value.lastDay], [1, "2027-05-19"]);
    const [line] = await listed();
    const [letter] = await letters();
    assert.ok(line && letter);
    assert.deepEqual(Object.keys(line), [
      "記号",
      "番号",
      "枝番",
      "氏名",
      "仮ユーザID",
      "仮パスワード",
      "有効期限",
    ]);
    assert.deepEqual([line.氏名, line.有効期限], ["'＝佐藤　花子", "2027-05-19"]);
    assert.equal(line.仮ユーザID, letter.issued_id);
    assert.ok(isIssuedId(letter.issued_id));
    assert.ok(await verify(letter.password_hash, foldPrinted(line.仮パスワード ?? "")));
    assert.match(letter.password_hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    // until the last day is over in Tokyo
    assert.deepEqual([letter.state, letter.expires_at], ["active", "2027-05-19T15:00:00.000Z"]);
    assert.deepEqual(await directory(), [{ login_key: letter.issued_id }]);
    const facts = await database.app.inSociety(ours, (tx) =>
      tx.query(sql`select action, member_id from audit_fact where society_id = ${tx.society}`),
    );
    assert.deepEqual(facts, [{ action: "credential.issued", member_id: hana }]);
  });
  test("the list is UTF-8 with BOM and CRLF, quoted, and readable by its owner only", async () => {
    await person();
    await issue();
    const bytes = await readFile(join(folder, "out.csv"));
    assert.equal(bytes.toString("hex", 0, 3), "efbbbf");
    assert.match(
      bytes.toString(),
      /^\ufeff"記号",.*\r\n"10","\d+","00","佐藤　花子","\d{13}","[-2-9a-z]{14}","/,
    );
    assert.equal((await stat(join(folder, "out.csv"))).mode & 0o777, 0o600);
    assert.deepEqual(await readdir(folder), ["out.csv"]);
  });
  test("more people than one portion, each once, by 記号・番号・枝番", async () => {
    for (let i = 0; i < 70; i++) await person();
    await issue();
    const numbers = (await listed()).map(({ 番号 }) => 番号);
    assert.equal(numbers.length, 70);
    assert.deepEqual(numbers, [...new Set(numbers)].sort());
  });
  test("a taken ID at the entrance is not given again, whoever has it", async () => {
    const id = newId<"credential">(epochMsOf(clock.now()));
    const wanted = [{ id, issuedId: "1234567890123" }];
    const reserve = (society: SocietyId) =>
      database.app.inSociety(society, (tx) => reserveIssuedIds(tx, sharedEntrance, wanted));
    assert.deepEqual([...(await reserve(theirs))], ["1234567890123"]);
    assert.deepEqual([...(await reserve(ours))], []);
  });
});

describe("who gets a letter", () => {
  const table: readonly (readonly [string, Person, Partial<Recipients>, number])[] = [
    ["an insured person", {}, {}, 1],
    ["not a dependent", { branch: "01" }, {}, 0],
    ["an adult dependent where adults do", { branch: "01" }, { who: "adults" }, 1],
    ["a child never", { branch: "01", born: "2008-11-21" }, { who: "adults" }, 0],
    ["from the 18th birthday on", { branch: "01", born: "2008-11-20" }, { who: "adults" }, 1],
    ["not whose cover has ended today", { lost: "2026-11-20" }, {}, 0],
    ["whose cover ends tomorrow", { lost: "2026-11-21" }, {}, 1],
    ["not whose cover begins tomorrow", { acquired: "2026-11-21" }, {}, 0],
  ];
  for (const [name, own, to, expected] of table)
    test(name, async () => {
      await person(own);
      assert.equal(await countLetters(database.app, ours, recipients(to)), expected);
      const result = await issue({ to });
      assert.equal(result.ok ? result.value.count : result.code, expected || "nobody");
    });
  test("not who is registered", async () => {
    const id = await person();
    await database.app.inSociety(ours, async (tx) =>
      tx.write(sql`
        insert into account (society_id, id, member_id, entrance_id, user_id, password_hash,
          password_changed_at, wants_update_mails, language, registered_at)
        values (${tx.society}, ${newId(epochMsOf(clock.now()))}, ${id}, ${sharedEntrance}, 'hanako', 'x',
          ${clock.now()}, false, 'ja', ${clock.now()})`),
    );
    assert.equal(await countLetters(database.app, ours, recipients()), 0);
  });
  test("only new: whoever has no letter that works", async () => {
    await person();
    await issue();
    await person();
    const onlyNew = () => countLetters(database.app, ours, recipients({ isOnlyNew: true }));
    assert.deepEqual(
      [await onlyNew(), await countLetters(database.app, ours, recipients())],
      [1, 2],
    );
    clock.advance({ days: 181 });
    assert.equal(await onlyNew(), 2);
    clock.advance({ days: -181 });
  });
  test("nobody: no file, no batch", async () => {
    assert.deepEqual(await issue(), { ok: false, code: "nobody", facts: {} });
    assert.deepEqual([await readdir(folder), await letters()], [[], []]);
  });
});

describe("activation", () => {
  test("alone voids older letters; their IDs stay resolvable", async () => {
    await person();
    await issue();
    await issue({ name: "second.csv" });
    assert.deepEqual(await states(), ["active", "void"]);
    assert.equal((await directory()).length, 2);
  });
  test("a break before it leaves the older letters valid, and no list", async () => {
    await person();
    await issue();
    const broken = async (): Promise<never> => {
      throw new Error("disk full");
    };
    const file = { ...(await openFile("broken.csv")), finish: broken };
    await assert.rejects(issue({ file }), /disk full/);
    assert.deepEqual([await states(), (await directory()).length], [["active"], 1]);
    assert.ok(!(await readdir(folder)).some((name) => name.includes("broken")));
  });
  test("a batch that a crash left prepared is swept by the next run, its IDs too", async () => {
    await person();
    await issue();
    const list = await openFile("crash.csv");
    const reached = Promise.withResolvers<void>();
    const finish = () => {
      reached.resolve();
      return new Promise<never>(() => {});
    };
    void issue({ file: { ...list, finish } });
    await reached.promise;
    assert.deepEqual(await states(), ["active", "prepared"]);
    await issue({ name: "next.csv" });
    assert.deepEqual([await states(), (await directory()).length], [["active", "void"], 2]);
    await list.discard();
  });
  test("an unknown or activated batch is not activated again", async () => {
    await person();
    const result = await issue();
    assert.ok(result.ok);
    const again = {
      batchId: result.value.batchId,
      now: clock.now(),
      actor: { kind: "system" } as const,
    };
    const run = (society: SocietyId) =>
      database.app.inSociety(society, (tx) =>
        activate(tx, { ...again, origin: { requestId: "run", source: "cli" } }),
      );
    assert.deepEqual([await run(ours), await run(theirs)], [false, false]);
  });
  test("another society's letters are neither seen, voided nor swept", async () => {
    await person();
    await person({}, theirs);
    await issue();
    await issue({ name: "theirs.csv", society: theirs });
    assert.deepEqual([await states(), (await letters(theirs)).length], [["active"], 1]);
  });
});

describe("the list file", () => {
  test("an existing file is not written over, even when it appears meanwhile", async () => {
    const path = join(folder, "out.csv");
    const opened = await openListFile(path);
    assert.ok(opened.ok);
    await writeFile(path, "mine");
    assert.deepEqual(await opened.value.finish(), { ok: false, code: "file-exists", facts: {} });
    await opened.value.discard();
    assert.deepEqual([await readFile(path, "utf8"), await readdir(folder)], ["mine", ["out.csv"]]);
    assert.ok(!(await openListFile(path)).ok);
  });
  test("what a crash left is written over", async () => {
    await writeFile(join(folder, ".out.csv.part"), "left");
    const opened = await openListFile(join(folder, "out.csv"));
    assert.ok(opened.ok);
    assert.ok((await opened.value.finish()).ok);
    assert.match(await readFile(join(folder, "out.csv"), "utf8"), /^\ufeff"記号"/);
  });
});

test("one run a society at a time; the lock goes with its connection", async () => {
  const open = () => connectClient({ config: database.appConfig, applicationName: "kenpo test" });
  const [first, second] = [await open(), await open()];
  assert.deepEqual(
    [await holdIssueLock(first, ours), await holdIssueLock(second, ours)],
    [true, false],
  );
  assert.equal(await holdIssueLock(second, theirs), true);
  await Promise.all([first.end(), second.end()]);
});
