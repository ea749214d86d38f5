import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { testClock } from "../../../../test/clock.ts";
import { type TestDatabase, testDatabase } from "../../../../test/database.ts";
import { hikariIn } from "../../../../test/hikari.ts";
import { shellFor } from "../../../../test/shell.ts";
import { personOf } from "../../../identity/methods/index.ts";
import { membersOf } from "../../../members/index.ts";
import { connectClient } from "../../../platform/database/config.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Policy, Registry, Society } from "../../../society/index.ts";
import type { Installation } from "../../command.ts";
import { memberCommands } from "../../members/members.ts";
import { accountCommands } from "../commands.ts";

const clock = testClock();
let database: TestDatabase;
let registry: Registry;
let hikari: Society;
let folder = "";
/** What the society allows, where a test asks for something else. */
let secondFactor: Partial<Policy["secondFactor"]> = {};

const asked = (): Registry => ({
  ...registry,
  byCode: (code) => {
    const society = registry.byCode(code);
    if (!society) return undefined;
    const policy = { ...society.policy.secondFactor, ...secondFactor };
    return { ...society, policy: { ...society.policy, secondFactor: policy } };
  },
});
const shell = shellFor([...memberCommands, ...accountCommands], () => {
  const copyConnection = () =>
    connectClient({ config: database.appConfig, applicationName: "kenpo test" });
  return {
    ...{ database: database.app, clock, registry: asked(), copyConnection },
  } as unknown as Installation;
});
const exempts = (values = {}, positionals: readonly string[] = []) =>
  shell(
    "accounts exempt-mail",
    { society: "hikari", reason: "メールをお持ちでない", ...values },
    positionals,
  );
const hana = { member: "10/1001/00" };
const taro = { member: "10/1001/01" };

const stored = async () => {
  const [exemptions, facts] = await database.app.read(hikari.id, [
    sql`select reason, granted_by as "by" from mail_exemption
         where society_id = ${hikari.id} order by granted_at, member_id`,
    sql`select action, actor_kind as actor, subject_kind as subject,
          subject_id = member_id::text as "isTheirs", details from audit_fact
         where society_id = ${hikari.id} and action like 'member.mail-exempt%' order by at, id`,
  ]);
  return { exemptions, facts };
};

const isExempt = (number: string, branchNumber: string) =>
  database.app.inSociety(hikari.id, async (tx) => {
    const key = { symbol: "10", memberNumber: number, branchNumber };
    const member = await membersOf(tx).byKey(key);
    assert.ok(member);
    return (await personOf(tx, member.id)).isMailExempt;
  });

before(async () => {
  database = await testDatabase();
  registry = await hikariIn(database.app, clock.now());
  hikari = registry.byCode("hikari") as Society;
  folder = await mkdtemp(join(tmpdir(), "kenpo-cli-"));
  const file = join(folder, "members.csv");
  const lines = [
    "記号,番号,枝番,氏名,氏名カナ,生年月日,続柄,資格取得日",
    "10,1001,00,鈴木　花子,ｽｽﾞｷ ﾊﾅｺ,1939-08-22,本人,2020-04-01",
    "10,1001,01,鈴木　太郎,ｽｽﾞｷ ﾀﾛｳ,1938-08-22,夫,2020-04-01",
  ];
  await writeFile(file, `${lines.join("\r\n")}\r\n`);
  const imported = await shell("members import", { society: "hikari" }, [file]);
  assert.equal(imported.code, 0, imported.complained);
});
after(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

describe("accounts exempt-mail", () => {
  test("a rehearsal tells what it means, and changes nothing", async () => {
    const { code, said, json } = await exempts({ ...hana, "dry-run": true });
    assert.equal(code, 0);
    assert.match(said, /10・1001・00 H\.S\. のメールアドレスを免除します。/);
    assert.match(said, /メールアドレスはもともと任意です/);
    assert.match(said, /OTPメールではなく、生体認証かOTPアプリを使います/);
    assert.match(said, /まだ何も変わっていません/);
    assert.deepEqual([json.dryRun, json.isExempt, json.isRegistered], [true, true, false]);
    assert.deepEqual(await stored(), { exemptions: [], facts: [] });
  });

  test("given once, with its fact; a second time it is refused", async () => {
    const given = await exempts(hana);
    assert.deepEqual([given.code, given.json.isExempt], [0, true], given.complained);
    assert.match(given.said, /メールアドレスを免除しました。/);
    assert.deepEqual([await isExempt("1001", "00"), await isExempt("1001", "01")], [true, false]);
    const now = await stored();
    assert.deepEqual(now, {
      exemptions: [{ reason: "メールをお持ちでない", by: "operator" }],
      facts: [
        {
          action: "member.mail-exempted",
          actor: "operator",
          subject: "member",
          isTheirs: true,
          details: { reason: "メールをお持ちでない" },
        },
      ],
    });
    const again = await exempts({ ...hana, reason: "もう一度" });
    assert.deepEqual([again.code, again.json.code], [1, "already-exempt"]);
    assert.match(
      again.complained,
      /2026-11-20から、もうメールアドレスを免除されています.*何も変わって/,
    );
    assert.deepEqual(await stored(), now);
  });

  test("of two at the same moment one is told that it was late", async () => {
    const codesOf = (both: readonly { readonly json: Record<string, unknown> }[]) =>
      both.map(({ json }) => json.code ?? "done").toSorted();
    const both = await Promise.all([exempts(taro), exempts(taro)]);
    assert.deepEqual(codesOf(both), ["already-exempt", "done"]);
    assert.equal((await stored()).exemptions?.length, 2);
    const end = { ...taro, end: true };
    assert.deepEqual(codesOf(await Promise.all([exempts(end), exempts(end)])), [
      ...["done", "not-exempt"],
    ]);
  });

  test("ended, with a reason of its own; where there is none it is refused", async () => {
    clock.advance({ minutes: 1 });
    const planned = await exempts({ ...hana, end: true, "dry-run": true });
    assert.match(planned.said, /メールアドレスの免除を終えます。/);
    assert.equal(await isExempt("1001", "00"), true);
    const ended = await exempts({ ...hana, end: true, reason: "アドレスを取得" });
    assert.deepEqual([ended.code, ended.json.isExempt], [0, false], ended.complained);
    assert.equal(await isExempt("1001", "00"), false);
    const { facts, exemptions } = await stored();
    const last = facts?.at(-1) as { action: string; details: object } | undefined;
    assert.equal(last?.action, "member.mail-exemption-ended");
    assert.deepEqual([last?.details, exemptions], [{ reason: "アドレスを取得" }, []]);
    const again = await exempts({ ...hana, end: true });
    assert.deepEqual([again.code, again.json.code], [1, "not-exempt"]);
  });

  test("where only mailed codes are allowed and demanded, nobody is sent into a dead end", async () => {
    const before = await stored();
    secondFactor = { methods: ["mail-otp"], demand: "required", requiredOf: ["insured-person"] };
    const refused = await exempts(hana);
    assert.deepEqual([refused.code, refused.json.code], [1, "no-other-method"]);
    assert.match(refused.complained, /policy\.secondFactor\.methods/);
    assert.deepEqual(await stored(), before);
    // of a dependent none is demanded
    const other = await exempts({ ...taro, "dry-run": true });
    assert.equal(other.code, 0);
    assert.match(other.said, /この組合で使える認証方法はありません/);
    secondFactor = {};
  });

  const wrong: readonly (readonly [string, object, readonly string[], number, string])[] = [
    ["nobody is named", {}, [], 2, "whom-once"],
    ["two ways at once", hana, ["hana"], 2, "whom-once"],
    ["a key of one part", { member: "10-1001" }, [], 2, "member-form"],
    ["no reason", { ...hana, reason: undefined }, [], 2, "reason-missing"],
    ["no society", { ...hana, society: undefined }, [], 2, "society-missing"],
    ["a society that is not there", { ...hana, society: "nowhere" }, [], 1, "no-such-society"],
    ["an unknown member", { member: "10/9/00" }, [], 1, "member-unknown"],
    ["an unknown user ID", {}, ["nobody-here"], 1, "user-id-unknown"],
  ];
  for (const [what, values, positionals, exit, code] of wrong)
    test(`${what} is refused`, async () => {
      const before = await stored();
      const done = await exempts(values, positionals);
      assert.deepEqual([done.code, done.json.code], [exit, code]);
      assert.match(done.complained, /。$|\)。?$/);
      assert.deepEqual(await stored(), before);
    });
});
