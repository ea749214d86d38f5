import assert from "node:assert/strict";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { after, afterEach, before, describe, test } from "node:test";
import { verify } from "@node-rs/argon2";
import type pg from "pg";
import { openStage, type Person, type Stage } from "../../../../test/issuing/stage.ts";
import { ours, sharedEntrance, theirs } from "../../../../test/two-societies.ts";
import { newId, type SocietyId } from "../../../kernel/ids.ts";
import { epochMsOf } from "../../../kernel/time.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Policy } from "../../../society/index.ts";
import { openListFile } from "../list-file.ts";
import { foldPrinted, isIssuedId } from "../printed/secrets.ts";
import { activate, holdIssueLock, reserveIssuedIds } from "../store.ts";

let stage: Stage;

before(async () => {
  stage = await openStage();
});
after(() => stage.close());
afterEach(() => stage.clear());

type Letter = { state: string; issued_id: string; password_hash: string; expires_at: string };
const letters = (society: SocietyId = ours) =>
  stage.database.app.inSociety(society, (tx) =>
    tx.query<Letter>(sql`
      select state, issued_id, password_hash, expires_at from provisional_credential
      where society_id = ${tx.society} order by id`),
  );
const states = async () => (await letters()).map(({ state }) => state).sort();
const directory = () =>
  stage.database.app.inSociety(ours, (tx) =>
    tx.query<{ login_key: string }>(
      sql`select login_key from login_directory where society_id = ${tx.society}`,
    ),
  );

describe("issuing", () => {
  test("the list, the hashes, the directory and the facts tell of the same letters", async () => {
    const hana = await stage.person({ name: "＝佐藤　花子" });
    const result = await stage.issue();
    assert.deepEqual(result.ok && [result.value.count, result.value.lastDay], [1, "2027-05-19"]);
    const [line] = await stage.listed();
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
      "整理番号",
    ]);
    assert.equal(line.整理番号, "1-00001-7");
    assert.deepEqual([line.氏名, line.有効期限], ["'＝佐藤　花子", "2027-05-19"]);
    assert.equal(line.仮ユーザID, letter.issued_id);
    assert.ok(isIssuedId(letter.issued_id));
    assert.ok(await verify(letter.password_hash, foldPrinted(line.仮パスワード ?? "")));
    assert.match(letter.password_hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    // until the last day is over in Tokyo
    assert.deepEqual([letter.state, letter.expires_at], ["active", "2027-05-19T15:00:00.000Z"]);
    assert.deepEqual(await directory(), [{ login_key: letter.issued_id }]);
    const facts = await stage.database.app.inSociety(ours, (tx) =>
      tx.query(sql`select action, member_id from audit_fact where society_id = ${tx.society}`),
    );
    assert.deepEqual(facts, [{ action: "credential.issued", member_id: hana }]);
  });
  test("the list is UTF-8 with BOM and CRLF, quoted, and readable by its owner only", async () => {
    await stage.person();
    await stage.issue();
    const bytes = await readFile(stage.inPlace("out.csv"));
    assert.equal(bytes.toString("hex", 0, 3), "efbbbf");
    assert.match(
      bytes.toString(),
      /^\ufeff"記号",.*\r\n"10","\d+","00","佐藤　花子","\d{13}","[-2-9a-z]{14}","/,
    );
    assert.equal((await stat(stage.inPlace("out.csv"))).mode & 0o777, 0o600);
    assert.deepEqual(await readdir(stage.folder()), ["out.csv"]);
  });
  test("more people than one portion, each once, by 記号・番号・枝番", async () => {
    for (let i = 0; i < 70; i++) await stage.person();
    await stage.issue();
    const numbers = (await stage.listed()).map(({ 番号 }) => 番号);
    assert.equal(numbers.length, 70);
    assert.deepEqual(numbers, [...new Set(numbers)].sort());
  });
  test("a taken ID at the entrance is not given again, whoever has it", async () => {
    const id = newId<"credential">(epochMsOf(stage.clock.now()));
    const wanted = [{ id, issuedId: "1234567890123" }];
    const reserve = (society: SocietyId) =>
      stage.database.app.inSociety(society, (tx) => reserveIssuedIds(tx, sharedEntrance, wanted));
    assert.deepEqual([...(await reserve(theirs))], ["1234567890123"]);
    assert.deepEqual([...(await reserve(ours))], []);
  });
});

describe("who gets a letter", () => {
  const adults: Partial<Policy["letter"]> = { recipients: "adults" };
  const table: readonly (readonly [string, Person, Partial<Policy["letter"]>, number])[] = [
    ["an insured person", {}, {}, 1],
    ["not a dependent", { branch: "01" }, {}, 0],
    ["an adult dependent where adults do", { branch: "01" }, adults, 1],
    ["a child never", { branch: "01", born: "2008-11-21" }, adults, 0],
    ["from the 18th birthday on", { branch: "01", born: "2008-11-20" }, adults, 1],
    ["not whose cover has ended today", { lost: "2026-11-20" }, {}, 0],
    ["whose cover ends tomorrow", { lost: "2026-11-21" }, {}, 1],
    ["not whose cover begins tomorrow", { acquired: "2026-11-21" }, {}, 0],
  ];
  for (const [name, own, letter, expected] of table)
    test(name, async () => {
      await stage.person(own);
      assert.equal((await stage.plan({ letter })).count, expected);
      const result = await stage.issue({ letter });
      assert.equal(result.ok ? result.value.count : result.code, expected || "nobody");
    });
  test("not who is registered", async () => {
    const id = await stage.person();
    await stage.register(id, "hanako");
    assert.equal((await stage.plan()).count, 0);
    assert.equal((await stage.plan({ wanted: { includesRegistered: true } })).count, 1);
  });
  test("only new: whoever has no letter that works", async () => {
    await stage.person();
    await stage.issue();
    await stage.person();
    const onlyNew = async () => (await stage.plan({ wanted: { isOnlyNew: true } })).count;
    assert.deepEqual([await onlyNew(), (await stage.plan()).count], [1, 2]);
    stage.clock.advance({ days: 181 });
    assert.equal(await onlyNew(), 2);
    stage.clock.advance({ days: -181 });
  });
  test("nobody: no file, no batch", async () => {
    assert.deepEqual(await stage.issue(), { ok: false, code: "nobody", facts: {} });
    assert.deepEqual([await readdir(stage.folder()), await letters()], [[], []]);
  });
});

describe("activation", () => {
  test("alone voids older letters; their IDs stay resolvable", async () => {
    await stage.person();
    await stage.issue();
    await stage.issue({ name: "second.csv" });
    assert.deepEqual(await states(), ["active", "void"]);
    assert.equal((await directory()).length, 2);
  });
  test("a break before it leaves the older letters valid, and no list", async () => {
    await stage.person();
    await stage.issue();
    const broken = async (): Promise<never> => {
      throw new Error("disk full");
    };
    const sink = { ...(await stage.openList("broken.csv")), finish: broken };
    await assert.rejects(stage.issue({ sink }), /disk full/);
    assert.deepEqual([await states(), (await directory()).length], [["active"], 1]);
    assert.ok(!(await readdir(stage.folder())).some((name) => name.includes("broken")));
  });
  test("a batch that a crash left prepared is swept by the next run, its IDs too", async () => {
    await stage.person();
    await stage.issue();
    const list = await stage.openList("crash.csv");
    const reached = Promise.withResolvers<void>();
    const finish = () => {
      reached.resolve();
      return new Promise<never>(() => {});
    };
    let lock: pg.Client | undefined;
    const onLock = (client: pg.Client) => {
      lock = client;
    };
    void stage.issue({ sink: { ...list, finish }, onLock });
    await reached.promise;
    assert.deepEqual(await stage.issue(), { ok: false, code: "busy", facts: {} });
    await lock?.end();
    assert.deepEqual(await states(), ["active", "prepared"]);
    await stage.issue({ name: "next.csv" });
    assert.deepEqual([await states(), (await directory()).length], [["active", "void"], 2]);
    await list.discard();
  });
  test("an unknown or activated batch is not activated again", async () => {
    await stage.person();
    const result = await stage.issue();
    assert.ok(result.ok);
    const again = {
      batchId: result.value.batch.id,
      now: stage.clock.now(),
      actor: { kind: "system" } as const,
    };
    const run = (society: SocietyId) =>
      stage.database.app.inSociety(society, (tx) =>
        activate(tx, { ...again, origin: { requestId: "run", source: "cli" } }),
      );
    assert.deepEqual([await run(ours), await run(theirs)], [false, false]);
  });
  test("another society's letters are neither seen, voided nor swept", async () => {
    await stage.person();
    await stage.person({}, theirs);
    await stage.issue();
    await stage.issue({ name: "theirs.csv", society: theirs });
    assert.deepEqual([await states(), (await letters(theirs)).length], [["active"], 1]);
  });
});

describe("the list file", () => {
  test("an existing file is not written over, even when it appears meanwhile", async () => {
    const path = stage.inPlace("out.csv");
    const opened = await openListFile(path);
    assert.ok(opened.ok);
    await writeFile(path, "mine");
    assert.deepEqual(await opened.value.finish(), { ok: false, code: "file-exists", facts: {} });
    await opened.value.discard();
    assert.deepEqual(
      [await readFile(path, "utf8"), await readdir(stage.folder())],
      ["mine", ["out.csv"]],
    );
    assert.ok(!(await openListFile(path)).ok);
  });
  test("of two that are written at once, the one that was pushed aside is not finished", async () => {
    const [first, second] = [
      await openListFile(stage.inPlace("out.csv")),
      await openListFile(stage.inPlace("out.csv")),
    ];
    assert.ok(first.ok && second.ok);
    assert.deepEqual(await first.value.finish(), { ok: false, code: "file-exists", facts: {} });
    await first.value.discard();
    assert.ok((await second.value.finish()).ok);
    assert.deepEqual(await readdir(stage.folder()), ["out.csv"]);
  });
  test("what a crash left is written over", async () => {
    await writeFile(stage.inPlace(".out.csv.part"), "left");
    const opened = await openListFile(stage.inPlace("out.csv"));
    assert.ok(opened.ok);
    assert.ok((await opened.value.finish()).ok);
    assert.match(await readFile(stage.inPlace("out.csv"), "utf8"), /^\ufeff"記号"/);
  });
});

test("one run a society at a time; the lock goes with its connection", async () => {
  const [first, second] = [await stage.connect(), await stage.connect()];
  assert.deepEqual(
    [await holdIssueLock(first, ours), await holdIssueLock(second, ours)],
    [true, false],
  );
  assert.equal(await holdIssueLock(second, theirs), true);
  await Promise.all([first.end(), second.end()]);
});
