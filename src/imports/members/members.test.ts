import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { testClock } from "../../../test/clock.ts";
import { type TestDatabase, testDatabase } from "../../../test/database.ts";
import { addTwoSocieties, ours, theirs } from "../../../test/two-societies.ts";
import type { SocietyId } from "../../kernel/ids.ts";
import { instantInTokyo, later, todayInTokyo } from "../../kernel/time.ts";
import { connectClient } from "../../platform/database/config.ts";
import { sql } from "../../platform/database/sql.ts";
import { badFiles } from "./bad-files.ts";
import { importMembers } from "./import.ts";

const samples = fileURLToPath(new URL("../../../test/samples/members/", import.meta.url));
const clock = testClock();
const header = "記号,番号,枝番,氏名,氏名カナ,生年月日,性別,続柄,資格取得日";
const taro = "10,1001,00,佐藤　太郎,ｻﾄｳ ﾀﾛｳ,1979-08-22,男,本人,2020-04-01";
const hana = "10,1001,01,佐藤　花,ｻﾄｳ ﾊﾅ,1980-02-03,女,妻,2020-04-01";

let database: TestDatabase;
let client: pg.Client;
let folder = "";

before(async () => {
  database = await testDatabase();
  await addTwoSocieties(database);
  client = await connectClient({ config: database.appConfig, applicationName: "kenpo test" });
  folder = await mkdtemp(join(tmpdir(), "kenpo-members-"));
});
after(async () => {
  await client.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

type Own = {
  readonly society?: SocietyId;
  readonly isRehearsal?: boolean;
  readonly yearsAfterLoss?: number;
};

const importFile = (path: string, { society = ours, isRehearsal = false, ...own }: Own = {}) =>
  importMembers(
    { client, clock },
    { society, path, isRehearsal, actor: { kind: "operator" }, source: "cli", ...own },
  );

const importLines = async (lines: readonly string[], own?: Own) => {
  const path = join(folder, "members.csv");
  await writeFile(path, `${lines.join("\r\n")}\r\n`);
  return importFile(path, own);
};

const summary = async (importing: ReturnType<typeof importFile>) => {
  const result = await importing;
  assert.ok(result.ok, JSON.stringify(result));
  const { added, changed, ended } = result.counts;
  return [added, changed, ended, result.unchanged];
};

const refusal = async (importing: ReturnType<typeof importFile>) => {
  const result = await importing;
  assert.ok(!result.ok);
  return result.problems.first.map(({ row, column, rule }) => [row, column, rule]);
};

type Row = Readonly<Record<string, unknown>>;
const members = (society = ours) =>
  database.app.inSociety(society, (tx) =>
    tx.query<Row>(
      sql`select * from member where society_id = ${tx.society} order by number_key, branch_number`,
    ),
  );
const facts = (society = ours) =>
  database.app.inSociety(society, async (tx) => {
    const rows = await tx.query<{ action: string; count: number }>(sql`
      select action, count(*) as count from audit_fact where society_id = ${tx.society}
      group by action order by action`);
    return Object.fromEntries(rows.map(({ action, count }) => [action, count]));
  });

afterEach(async () => {
  const root = await connectClient({ config: database.rootConfig, applicationName: "kenpo test" });
  await root.query("truncate member, import_run, audit_fact cascade");
  await root.end();
});

describe("sample files", () => {
  test("hikari goes in, CP932 with era dates and half-width kana; a second time nothing changes", async () => {
    assert.deepEqual(await summary(importFile(`${samples}hikari.csv`)), [304, 0, 0, 0]);
    const first = (await members())[0];
    assert.deepEqual(
      [first?.symbol, first?.symbol_key, first?.branch_number, first?.is_insured_person],
      ["１０", "10", "00", true],
    );
    assert.deepEqual(
      [first?.name, first?.name_kana, first?.kana_key, first?.born_on],
      ["渡邊　花子", "ﾜﾀﾅﾍﾞ ﾊﾅｺ", "ワタナベハナコ", "1962-07-20"],
    );
    assert.deepEqual(await facts(), { "import.members": 1, "member.added": 304 });
    const once = await members();
    clock.advance({ days: 1 });
    assert.deepEqual(await summary(importFile(`${samples}hikari.csv`)), [0, 0, 0, 304]);
    assert.deepEqual(await members(), once);
    assert.deepEqual(await facts(), { "import.members": 2, "member.added": 304 });
  });
  test("sakura goes in, UTF-8 with other columns; the unknown one is listed", async () => {
    const result = await importFile(`${samples}sakura.csv`);
    assert.deepEqual(result.unknownColumns, ["予備"]);
    assert.deepEqual(await summary(importFile(`${samples}sakura.csv`)), [0, 0, 0, 131]);
  });
});

describe("files that staff send by mistake", () => {
  test("the table names every one of them", async () => {
    assert.deepEqual((await readdir(`${samples}bad`)).sort(), Object.keys(badFiles).sort());
  });
  for (const [name, expected] of Object.entries(badFiles))
    test(name, async () => {
      assert.deepEqual(await refusal(importFile(`${samples}bad/${name}`)), expected);
      assert.deepEqual([await members(), await facts()], [[], {}]);
    });
  test("of many errors the first hundred are told, in the file's order, and all are counted", async () => {
    const broken = Array.from({ length: 150 }, (_, i) => `10,${i},00,x,x,x,x,本人,x`);
    const result = await importLines([
      header,
      ...broken,
      "10,9,01,花,ﾊﾅ,1980-02-03,女,妻,2020-04-01",
    ]);
    assert.ok(!result.ok);
    assert.deepEqual([result.problems.first.length, result.problems.total], [100, 600]);
    assert.equal(result.problems.first.at(-1)?.row, 26);
  });
});

describe("what an import changes", () => {
  test("added, changed, ended, unchanged; absence ends nobody", async () => {
    const ends = `${header},資格喪失日`;
    const jiro = "10,1002,,鈴木　次郎,ｽｽﾞｷ ｼﾞﾛｳ,1980-02-03,男,本人,2020-04-01";
    assert.deepEqual(await summary(importLines([header, taro, hana])), [2, 0, 0, 0]);
    const later = [ends, `${taro},`, `${hana},2026-10-01`, `${jiro},`];
    assert.deepEqual(await summary(importLines(later)), [1, 0, 1, 1]);
    assert.deepEqual(
      await summary(importLines([header, jiro.replace("鈴木", "高橋")])),
      [0, 1, 0, 0],
    );
    assert.deepEqual(
      (await members()).map(({ name, lost_on }) => [name, lost_on]),
      [
        ["佐藤　太郎", null],
        ["佐藤　花", "2026-10-01"],
        ["高橋　次郎", null],
      ],
    );
    const told = { "member.added": 3, "member.changed": 1, "member.ended": 1, "import.members": 3 };
    assert.deepEqual(await facts(), told);
  });
  test("who lost cover so long ago that the sweeper erases them is passed over and told", async () => {
    const today = todayInTokyo(clock.now());
    const old = `${Number(today.slice(0, 4)) - 5}${today.slice(4)}`;
    const young = later(instantInTokyo(old as never), { days: 1 });
    const lines = [
      `${header},資格喪失日`,
      `${taro.replace("2020-04-01", "2002-04-01")},${old}`,
      `${hana.replace("2020-04-01", "2002-04-01")},${todayInTokyo(young)}`,
    ];
    for (const added of [1, 0]) {
      const result = await importLines(lines, { yearsAfterLoss: 5 });
      assert.ok(result.ok);
      assert.deepEqual(
        [result.counts.added, result.passedOver, result.unchanged],
        [added, 1, 1 - added],
      );
      assert.deepEqual(
        result.warnings.first.map(({ row, column, rule }) => [row, column, rule]),
        [[2, "資格喪失日", "lost-long-ago"]],
      );
    }
    assert.deepEqual(
      (await members()).map(({ branch_number }) => branch_number),
      ["01"],
    );
    assert.equal((await facts())["member.added"], 1);
  });
  test("a loss of long ago that is new to a member goes in: the sweeper comes for it", async () => {
    await summary(importLines([header, taro.replace("2020-04-01", "2002-04-01")]));
    const ended = [
      `${header},資格喪失日`,
      `${taro.replace("2020-04-01", "2002-04-01")},2010-04-01`,
    ];
    assert.deepEqual(await summary(importLines(ended, { yearsAfterLoss: 5 })), [0, 0, 1, 0]);
    assert.equal((await members())[0]?.lost_on, "2010-04-01");
  });
  test("a column that the file does not have keeps its values, an empty one clears them", async () => {
    await summary(importLines([`${header},メールアドレス`, `${taro},taro@example.jp`]));
    assert.deepEqual(await summary(importLines([header, taro])), [0, 0, 0, 1]);
    assert.equal((await members())[0]?.email, "taro@example.jp");
    assert.deepEqual(
      await summary(importLines([`${header},メールアドレス`, `${taro},`])),
      [0, 1, 0, 0],
    );
    assert.equal((await members())[0]?.email, null);
  });
  test("a name corrected by staff stays until the file says something else", async () => {
    await summary(importLines([header, taro]));
    await database.app.inSociety(ours, async (tx) =>
      tx.write(sql`
        update member set name = '佐東　太郎', name_key = '佐東太郎', name_in_file = name
        where society_id = ${tx.society}`),
    );
    assert.deepEqual(await summary(importLines([header, taro])), [0, 0, 0, 1]);
    assert.deepEqual(
      await summary(importLines([header, taro.replace("1979", "1978")])),
      [0, 1, 0, 0],
    );
    const kept = (await members())[0];
    assert.deepEqual(
      [kept?.name, kept?.name_key, kept?.name_in_file],
      ["佐東　太郎", "佐東太郎", "佐藤　太郎"],
    );
    await summary(importLines([header, taro.replace("佐藤", "左藤")]));
    const renamed = (await members())[0];
    assert.deepEqual(
      [renamed?.name, renamed?.name_key, renamed?.name_in_file],
      ["左藤　太郎", "左藤太郎", null],
    );
  });
  test("width does not make another member, leading zeros do", async () => {
    await summary(importLines([header, taro]));
    const wide = taro.replace("10,1001,00", "１０,１００１,０");
    assert.deepEqual(await summary(importLines([header, wide])), [0, 1, 0, 0]);
    assert.deepEqual(
      await summary(importLines([header, taro.replace("1001", "01001")])),
      [1, 0, 0, 0],
    );
  });
  test("a backslash of either width and an empty cell arrive as they are", async () => {
    const odd = "＼N,\\N,,\\N,ｻﾄｳ,1979-08-22,,本人,2020-04-01";
    assert.deepEqual(await summary(importLines([header, odd])), [1, 0, 0, 0]);
    const { symbol, symbol_key, member_number, name, name_key, sex, email } =
      (await members())[0] ?? {};
    assert.deepEqual([symbol, symbol_key, member_number], ["＼N", "\\n", "\\N"]);
    assert.deepEqual([name, name_key, sex, email], ["\\N", "\\n", null, null]);
  });
  test("a dependent may come in a later file than the insured person, and not before", async () => {
    assert.deepEqual(await refusal(importLines([header, hana])), [[2, "番号", "insured-missing"]]);
    await summary(importLines([header, taro]));
    assert.deepEqual(await summary(importLines([header, hana])), [1, 0, 0, 0]);
  });
  test("a rehearsal counts all and changes nothing", async () => {
    assert.deepEqual(
      await summary(importLines([header, taro, hana], { isRehearsal: true })),
      [2, 0, 0, 0],
    );
    assert.deepEqual([await members(), await facts()], [[], {}]);
  });
});

describe("another society", () => {
  test("neither sees nor changes ours, and its insured persons do not count for us", async () => {
    await summary(importLines([header, taro]));
    assert.deepEqual(await members(theirs), []);
    assert.deepEqual(await refusal(importLines([header, hana], { society: theirs })), [
      [2, "番号", "insured-missing"],
    ]);
    assert.deepEqual(await summary(importLines([header, taro], { society: theirs })), [1, 0, 0, 0]);
    assert.equal((await members()).length, 1);
    assert.deepEqual(await facts(theirs), { "import.members": 1, "member.added": 1 });
  });
});

test("two imports at once wait for each other", async () => {
  const second = await connectClient({ config: database.appConfig, applicationName: "kenpo test" });
  try {
    const path = `${samples}hikari.csv`;
    const file = {
      society: ours,
      path,
      isRehearsal: false,
      actor: { kind: "operator" },
      source: "cli",
    } as const;
    const both = await Promise.all([
      summary(importMembers({ client, clock }, file)),
      summary(importMembers({ client: second, clock }, file)),
    ]);
    assert.deepEqual(both.map(String).sort(), ["0,0,0,304", "304,0,0,0"]);
  } finally {
    await second.end();
  }
});

test("a connection that is lost in the middle leaves nothing", async () => {
  const doomed = await connectClient({ config: database.appConfig, applicationName: "doomed" });
  await doomed.query("begin");
  await doomed.query("select set_config('app.society_id', $1, true)", [ours]);
  await doomed.query("create temporary table staged_member (row integer) on commit drop");
  const root = await connectClient({ config: database.rootConfig, applicationName: "kenpo test" });
  await root.query(
    "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'doomed'",
  );
  const left = await root.query(
    "select from pg_class where relname in ('staged_member', 'member_change')",
  );
  assert.equal(left.rowCount, 0);
  await root.end();
  await doomed.end().catch(() => {});
  assert.deepEqual(await summary(importLines([header, taro])), [1, 0, 0, 0]);
});
