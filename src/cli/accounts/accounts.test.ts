import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { testClock } from "../../../test/clock.ts";
import { type TestDatabase, testDatabase } from "../../../test/database.ts";
import { hikariIn } from "../../../test/hikari.ts";
import { shellFor } from "../../../test/shell.ts";
import { insertFactor } from "../../identity/methods/store.ts";
import { newId } from "../../kernel/ids.ts";
import { epochMsOf } from "../../kernel/time.ts";
import { openSecrets } from "../../platform/crypto/secrets.ts";
import { connectClient } from "../../platform/database/config.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Registry, Society } from "../../society/index.ts";
import type { Installation } from "../command.ts";
import { credentialCommands } from "../credentials/commands.ts";
import { memberCommands } from "../members/members.ts";
import { accountCommands } from "./commands.ts";

const clock = testClock();
const secrets = openSecrets(Buffer.alloc(32, 7), []);
let database: TestDatabase;
let registry: Registry;
let hikari: Society;
let folder = "";

const shell = shellFor(
  [...memberCommands, ...credentialCommands, ...accountCommands],
  () =>
    ({
      database: database.app,
      clock,
      registry,
      secrets,
      copyConnection: () =>
        connectClient({ config: database.appConfig, applicationName: "kenpo test" }),
    }) as unknown as Installation,
);
const reissue = (values = {}, positionals: readonly string[] = []) =>
  shell("accounts reissue", { society: "hikari", reason: "紛失", ...values }, positionals);

const member = (number: string, rest: string) =>
  `10,${number},00,鈴木　花子,ｽｽﾞｷ ﾊﾅｺ,1979-08-22,本人,${rest}`;

/** Registered, and signed in at one browser. */
const registered = async (number: string, own: { locked?: boolean } = {}) => {
  const id = newId<"account">(epochMsOf(clock.now()));
  const session = newId<"session">(epochMsOf(clock.now()));
  await database.app.inSociety(hikari.id, async (tx) => {
    tx.write(sql`
      insert into account (society_id, id, member_id, entrance_id, user_id, password_hash,
        password_changed_at, email, wants_update_mails, language, registered_at, locked_at)
      select ${hikari.id}, ${id}, m.id, ${hikari.entranceId}, ${`Hana-${number}`}, 'theirs',
        ${clock.now()}, ${`m${number}@example.jp`}, false, 'ja', ${clock.now()},
        ${own.locked ? clock.now() : null}::timestamptz
        from member m where m.society_id = ${hikari.id} and m.member_number = ${number}
          and m.branch_number = '00'`);
    tx.write(sql`
      insert into login_directory (entrance_id, login_key, society_id, kind, target_id)
      values (${hikari.entranceId}, ${`hana-${number}`}, ${hikari.id}, 'account', ${id})`);
    tx.write(sql`
      insert into session (society_id, id, account_id, started_at, seen_at, idle_seconds, ends_at,
        device, source)
      values (${hikari.id}, ${session}, ${id}, ${clock.now()}, ${clock.now()}, 1800,
        '2027-01-01T00:00:00Z', '-', '192.0.2.1')`);
  });
  return id;
};

/** Registered, with an app and recovery codes. */
const enrols = async (number: string) => {
  const accountId = await registered(number);
  await database.app.inSociety(hikari.id, async (tx) => {
    for (const method of ["totp", "recovery-codes"] as const) {
      const id = newId<"factor">(epochMsOf(clock.now()));
      await insertFactor({ id, accountId, method, name: method, addedAt: clock.now() })(tx);
    }
  });
};

/** Everything that a command could change. */
const tables = async () => {
  const [rows] = await database.app.read(hikari.id, [
    sql`select
        (select jsonb_agg(to_jsonb(a) order by a.id) from account a
          where a.society_id = ${hikari.id}) as accounts,
        (select jsonb_agg(to_jsonb(s) order by s.id) from session s
          where s.society_id = ${hikari.id}) as sessions,
        (select jsonb_agg(to_jsonb(p) order by p.id) from provisional_credential p
          where p.society_id = ${hikari.id}) as letters,
        (select jsonb_agg(to_jsonb(f) order by f.id) from factor f
          where f.society_id = ${hikari.id}) as factors,
        (select jsonb_agg(to_jsonb(e) order by e.member_id) from mail_exemption e
          where e.society_id = ${hikari.id}) as exemptions,
        (select count(*)::int from mail where society_id = ${hikari.id}) as mails,
        (select count(*)::int from audit_fact where society_id = ${hikari.id}) as facts`,
  ]);
  return rows?.[0] as Record<string, unknown>;
};

before(async () => {
  database = await testDatabase();
  registry = await hikariIn(database.app, clock.now());
  hikari = registry.byCode("hikari") as Society;
  folder = await mkdtemp(join(tmpdir(), "kenpo-cli-"));
  const members = join(folder, "members.csv");
  const lines = [
    "記号,番号,枝番,氏名,氏名カナ,生年月日,続柄,資格取得日,資格喪失日",
    ...["1001", "1002", "1003", "1004", "1005"].map((number) => member(number, "2020-04-01,")),
    member("2001", "2020-04-01,2026-11-01"),
    member("2002", "2026-12-01,"),
    "10,1001,01,鈴木　太郎,ｽｽﾞｷ ﾀﾛｳ,1978-08-22,夫,2020-04-01,",
    "10,3001,00,鈴木　\u{30edd}子,ｽｽﾞｷ ﾊﾅｺ,1979-08-22,本人,2020-04-01,",
  ];
  await writeFile(members, `${lines.join("\r\n")}\r\n`);
  const imported = await shell("members import", { society: "hikari" }, [members]);
  assert.equal(imported.code, 0, imported.complained);
  await registered("1001");
  await registered("1003", { locked: true });
});
after(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

describe("accounts reissue", () => {
  test("a rehearsal tells what would happen, and changes nothing", async () => {
    const before = await tables();
    const { code, said, json } = await reissue({ "dry-run": true }, ["ＨＡＮＡ-1001"]);
    assert.equal(code, 0);
    assert.match(said, /10・1001・00 H\.S\. に、仮ID・仮パスワードを再発行します/);
    assert.match(said, /登録が済んでいる方/);
    assert.match(said, /ログイン中の1件/);
    assert.match(said, /お知らせのメールを送ります/);
    assert.match(said, /まだ何も変わっていません/);
    const { dryRun, isRegistered, sessions, isMailed } = json;
    assert.deepEqual([dryRun, isRegistered, sessions, isMailed], [true, true, 1, true]);
    const other = await reissue({ "dry-run": true, member: "10/1002/00" });
    assert.match(other.said, /登録がまだの方です/);
    assert.deepEqual([other.json.isRegistered, other.json.isMailed], [false, false]);
    assert.deepEqual(await tables(), before);
  });

  test("second factors: how many there are, and whether the letter takes them away", async () => {
    await enrols("1004");
    const said = async (values = {}) => {
      const done = await reissue({ "dry-run": true, member: "10/1004/00", ...values });
      assert.equal(done.code, 0, done.complained);
      return done;
    };
    const kept = await said();
    assert.match(kept.said, /認証方法\(2件\)は残り.*--reset-factors を付けて/);
    assert.deepEqual([kept.json.factors, kept.json.resetsFactors], [2, false]);
    const reset = await said({ "reset-factors": true });
    assert.match(reset.said, /認証方法\(2件\)は、新しい通知での登録が済んだ時点で/);
    assert.deepEqual([reset.json.factors, reset.json.resetsFactors], [2, true]);
    assert.match((await reissue({ "dry-run": true }, ["hana-1001"])).said, /登録はありません/);
    const nobody = await said({ "reset-factors": true, member: "10/1005/00" });
    assert.doesNotMatch(nobody.said, /認証方法/);
    assert.deepEqual([nobody.json.factors, nobody.json.resetsFactors], [0, false]);
  });

  test("a letter for who is not registered: the older one is void", async () => {
    const csv = join(folder, "first.csv");
    assert.equal((await reissue({ member: " １０／１００２／０ ", csv })).code, 0);
    const [, line = ""] = (await readFile(csv, "utf8")).trim().split("\r\n");
    const issued = /(\d{13})/.exec(line)?.[1] ?? "";
    const again = await reissue({ csv: join(folder, "second.csv") }, [issued]);
    assert.equal(again.code, 0, again.complained);
    const { json } = await reissue({ "dry-run": true }, [issued]);
    assert.equal((json.member as { memberNumber: string }).memberNumber, "1002");
    const states = ((await tables()).letters as { state: string }[]).map(({ state }) => state);
    assert.deepEqual(states.sort(), ["active", "void"]);
  });

  test("PDF and list, for their owner's eyes, and the JSON of what was done", async () => {
    const [pdf, csv] = [join(folder, "both.pdf"), join(folder, "both.csv")];
    const { code, said, json, complained } = await reissue({ member: "10/1005/00", pdf, csv });
    assert.equal(code, 0, complained);
    assert.match(said, /仮パスワードが入っています/);
    assert.match((await readFile(pdf)).subarray(0, 5).toString(), /^%PDF-/);
    assert.deepEqual([json.ok, json.dryRun, json.pdf, json.csv], [true, false, pdf, csv]);
    assert.equal(json.lastDay, "2027-05-19");
  });

  test("the letter and the fact say that second factors are reset", async () => {
    const marks = async () => {
      const [rows] = await database.app.read(hikari.id, [
        sql`select p.resets_factors as letter, f.details -> 'resetsFactors' as fact
              from provisional_credential p
              join audit_fact f on f.society_id = p.society_id
                and f.details ->> 'letter' = p.id::text and f.action = 'account.reissued'
              join member m on m.society_id = p.society_id and m.id = p.member_id
             where p.society_id = ${hikari.id} and m.member_number = '1004' order by p.issued_at`,
      ]);
      return rows;
    };
    const given = { member: "10/1004/00", csv: join(folder, "reset.csv") };
    const done = await reissue({ ...given, "reset-factors": true });
    assert.equal(done.code, 0, done.complained);
    assert.deepEqual(await marks(), [{ letter: true, fact: true }]);
    clock.advance({ minutes: 1 });
    // asked for anew each time: the next letter takes nothing away by itself
    assert.equal((await reissue({ ...given, csv: join(folder, "kept.csv") })).code, 0);
    assert.deepEqual(await marks(), [
      { letter: true, fact: true },
      { letter: false, fact: false },
    ]);
    const { factors } = await tables();
    assert.equal((factors as unknown[]).length, 2, "nothing goes before the letter was used");
  });

  const refused: readonly (readonly [string, object, readonly string[], string, RegExp])[] = [
    ["an unknown user ID", {}, ["nobody-here"], "user-id-unknown", /この組合にいません/],
    ["an unknown member", { member: "10/9999/00" }, [], "member-unknown", /この組合にいません/],
    ["cover that ended", { member: "10/2001/00" }, [], "cover-ended", /2026-11-01に資格が/],
    ["cover to come", { member: "10/2002/00" }, [], "cover-not-begun", /2026-12-01から/],
    ["no recipient", { member: "10/1001/01" }, [], "nobody", /policy\.letter\.recipients/],
    ["a lock of staff", {}, ["hana-1003"], "account-locked", /ロックが外れてから/],
    ["a name that no typeface has", { member: "10/3001/00" }, [], "unprintable", /印刷できない/],
  ];
  for (const [what, values, positionals, code, words] of refused)
    test(`${what} is refused, and nothing changes`, async () => {
      const before = await tables();
      const files = await readdir(folder);
      const done = await reissue({ ...values, pdf: join(folder, "never.pdf") }, positionals);
      assert.equal(done.code, 1, done.complained);
      assert.equal(done.json.code, code);
      assert.match(done.complained, words);
      assert.match(done.complained, /何も変わっていません/);
      assert.deepEqual(await tables(), before);
      assert.deepEqual(await readdir(folder), files);
    });

  test("a file that is there is not written over, one file is not two", async () => {
    const before = await tables();
    const csv = join(folder, "members.csv");
    const there = await reissue({ member: "10/1005/00", csv });
    assert.deepEqual([there.code, there.json.code], [1, "file-exists"]);
    const same = { pdf: join(folder, "same"), csv: join(folder, "same") };
    const one = await reissue({ member: "10/1005/00", ...same });
    assert.deepEqual([one.code, one.json.code], [1, "same-file"]);
    const nowhere = await reissue({ member: "10/1005/00", csv: join(folder, "no", "x.csv") });
    assert.equal(nowhere.code, 1);
    assert.match(nowhere.complained, /見つかりません/);
    assert.deepEqual(await tables(), before);
  });

  const wrong: readonly (readonly [string, object, readonly string[], string])[] = [
    ["nobody is named", {}, [], "whom-once"],
    ["two ways at once", { member: "10/1001/00" }, ["hana-1001"], "whom-once"],
    ["two user IDs", {}, ["hana-1001", "hana-1002"], "whom-once"],
    ["a member's key of one part", { member: "10-1001-00" }, [], "member-form"],
    ["a member's key of four parts", { member: "10/1001/00/0" }, [], "member-form"],
    ["a branch of letters", { member: "10/1001/xx" }, [], "member-form"],
    ["no reason", { reason: undefined }, ["hana-1001"], "reason-missing"],
    ["an empty reason", { reason: " \u3000" }, ["hana-1001"], "reason-empty"],
    ["a long reason", { reason: "あ".repeat(201) }, ["hana-1001"], "reason-long"],
    ["a reason with a bell", { reason: "電\u0007話" }, ["hana-1001"], "reason-character"],
    ["no file", { csv: undefined }, ["hana-1001"], "file-missing"],
    ["no society", { society: undefined }, ["hana-1001"], "society-missing"],
  ];
  for (const [what, values, positionals, code] of wrong)
    test(`${what}: wrong usage`, async () => {
      const before = await tables();
      const done = await reissue({ csv: join(folder, "never.csv"), ...values }, positionals);
      assert.deepEqual([done.code, done.json.code], [2, code]);
      assert.match(done.complained, /。$|\)。?$/);
      assert.deepEqual(await tables(), before);
    });

  test("a society that is not there", async () => {
    const done = await reissue({ society: "nowhere", csv: join(folder, "never.csv") }, ["x"]);
    assert.equal(done.code, 1);
    assert.match(done.complained, /という組合はありません/);
  });
});
