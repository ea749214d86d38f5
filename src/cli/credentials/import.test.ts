import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { testClock } from "../../../test/clock.ts";
import { type TestDatabase, testDatabase } from "../../../test/database.ts";
import { hikariIn } from "../../../test/hikari.ts";
import { shellFor } from "../../../test/shell.ts";
import { openSecrets } from "../../platform/crypto/secrets.ts";
import { connectClient } from "../../platform/database/config.ts";
import type { Registry } from "../../society/index.ts";
import type { Installation } from "../command.ts";
import { memberCommands } from "../members/members.ts";
import { credentialCommands } from "./commands.ts";

const clock = testClock();
const secrets = openSecrets(Buffer.alloc(32, 7), []);
let database: TestDatabase;
let registry: Registry;
let folder = "";

const shell = shellFor(
  [...memberCommands, ...credentialCommands],
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
const kenpo = (name: string, values = {}, positionals: readonly string[] = []) =>
  shell(name, { society: "hikari", ...values }, positionals);

const file = async (name: string, lines: readonly string[]) => {
  const path = join(folder, name);
  await writeFile(path, `${lines.join("\r\n")}\r\n`);
  return path;
};
const importing = (values = {}, path = join(folder, "ids.csv")) =>
  kenpo("credentials import", values, [path]);

const member = (number: number, email: string) =>
  `10,${number},00,鈴木　花子,ｽｽﾞｷ ﾊﾅｺ,1979-08-22,本人,2020-04-01,${email}`;

before(async () => {
  database = await testDatabase();
  registry = await hikariIn(database.app, clock.now());
  folder = await mkdtemp(join(tmpdir(), "kenpo-cli-"));
  const numbers = Array.from({ length: 130 }, (_, i) => 1000 + i);
  const members = await file("members.csv", [
    "記号,番号,枝番,氏名,氏名カナ,生年月日,続柄,資格取得日,メールアドレス",
    ...numbers.map((number) => member(number, number % 2 ? "" : `m${number}@example.jp`)),
  ]);
  assert.equal((await kenpo("members import", {}, [members])).code, 0);
  await file("ids.csv", [
    "記号,番号,枝番,ユーザID,仮パスワード",
    "10,1000,00,Hanako,sunflower-0",
    ...numbers.slice(1, 121).map((number) => `10,${number},00,番${number},sunflower-1`),
  ]);
});
after(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

describe("credentials import", () => {
  test("a dry run tells what would come, and changes nothing", async () => {
    const { code, said, json } = await importing({ "dry-run": true });
    assert.deepEqual([code, json.dryRun, json.file], [0, true, null]);
    assert.match(said, /まだ何も変わっていません/);
    assert.match(said, /IDがそのまま +1人/);
    assert.match(said, /IDが新しくなる +120人/);
    assert.match(said, /番1001 → \(新しいID\) \(使えない文字がある\)/);
    const { json: counted } = await kenpo("credentials issue", {
      csv: join(folder, "no.csv"),
      "only-new": true,
      "dry-run": true,
    });
    assert.equal(counted.count, 130);
  });
  test("rows without a password need a list: a clear sentence, exit 1, nothing changed", async () => {
    const path = await file("empty.csv", ["記号,番号,枝番,ユーザID", "10,1125,00,taro"]);
    const { code, complained, json } = await importing({}, path);
    assert.deepEqual([code, json], [1, { ok: false, code: "list-needed", count: 1 }]);
    assert.match(complained, /--csv OUT\.csv を付けてください。何も変わっていません。/);
    const { said } = await importing({ "dry-run": true }, path);
    assert.match(said, /取り込むときは、--csv OUT\.csv を付けてください/);
  });
  test("goes in with progress; new IDs stand on the terminal, in the list and in the JSON", async () => {
    const list = join(folder, "new.csv");
    const { code, said, json, steps } = await importing({ csv: list, json: true });
    assert.equal(code, 0);
    assert.equal(steps.at(-1), "121/121");
    assert.deepEqual(json.counts, {
      kept: 1,
      renamed: 120,
      weak: 121,
      strong: 0,
      passedOver: 0,
      mailed: 60,
      letterNeeded: 60,
    });
    const ids = json.newIds as { after: string; mailed: boolean; member: object }[];
    assert.equal(ids.length, 120);
    assert.deepEqual(ids[0]?.member, { symbol: "10", memberNumber: "1001", branchNumber: "00" });
    assert.equal((said.match(/ → /g) ?? []).length, 100);
    assert.match(said, /ほか20人/);
    assert.match(said, /60人はメールアドレスがありません。新しいIDを書面で知らせてください。/);
    assert.ok(!/sunflower/.test(said + JSON.stringify(json)));
    const lines = (await readFile(list, "utf8")).trim().split("\r\n").slice(1);
    assert.deepEqual(
      lines.map((line) => line.split(",")[4]),
      ids.map((one) => `"${one.after}"`),
    );
    assert.ok(lines.every((line) => line.split(",")[5] === '""'));
  });
  test("what came in is a letter that works for credentials issue --only-new", async () => {
    const csv = join(folder, "no.csv");
    const count = async () =>
      (await kenpo("credentials issue", { csv, "only-new": true, "dry-run": true })).json.count;
    assert.equal(await count(), 9);
    clock.advance({ days: 31 });
    assert.equal(await count(), 130);
    clock.advance({ days: -31 });
  });
  test("a refused file tells every problem, and no password", async () => {
    const lines = [
      "記号,番号,枝番,ユーザID,仮パスワード",
      "10,9999,00,a,short",
      "10,1000,00,a,short2",
    ];
    const { code, complained, json } = await importing({}, await file("bad.csv", lines));
    assert.deepEqual([code, json.total], [1, 4]);
    assert.match(
      complained,
      /2行 番号「10・9999・00」: この記号・番号・枝番の加入者がいません。.*\[CRE-001\]/,
    );
    assert.match(complained, /3行 ユーザID「a」: 同じユーザIDが2行目にもあります。.*\[CRE-010\]/);
    assert.match(
      complained,
      /3行 仮パスワード: 仮パスワードが短すぎます。.*8文字以上.*\[CRE-020\]/,
    );
    assert.match(complained, /エラーが4件あるため、取り込みませんでした。何も変わっていません。/);
  });
  test("no such file or folder, no such society, wrong usage", async () => {
    const missing = await importing({}, join(folder, "none.csv"));
    assert.deepEqual([missing.code, missing.complained.includes("見つかりません")], [1, true]);
    const nowhere = await importing({ csv: join(folder, "none", "x.csv") });
    assert.deepEqual([nowhere.code, nowhere.complained.includes("見つかりません")], [1, true]);
    assert.equal((await importing({ society: "none" })).code, 1);
    assert.equal((await importing({ society: undefined })).code, 2);
    assert.equal((await kenpo("credentials import")).code, 2);
    assert.ok(!(await readdir(folder)).some((name) => name.endsWith(".part")));
  });
});
