import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { testClock } from "../../../test/clock.ts";
import { type TestDatabase, testDatabase } from "../../../test/database.ts";
import { hikariIn } from "../../../test/hikari.ts";
import { shellFor } from "../../../test/shell.ts";
import { openSecrets } from "../../platform/crypto/secrets.ts";
import { connectClient } from "../../platform/database/config.ts";
import type { Registry } from "../../society/index.ts";
import type { Installation } from "../command.ts";
import { credentialCommands } from "../credentials/commands.ts";
import { memberCommands } from "./members.ts";

const samples = fileURLToPath(new URL("../../../test/samples/members/", import.meta.url));
const clock = testClock();
let database: TestDatabase;
let registry: Registry;
let folder = "";

before(async () => {
  database = await testDatabase();
  registry = await hikariIn(database.app, clock.now());
  folder = await mkdtemp(join(tmpdir(), "kenpo-cli-"));
});
after(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const shell = shellFor(
  [...memberCommands, ...credentialCommands],
  () =>
    ({
      database: database.app,
      clock,
      registry,
      secrets: openSecrets(Buffer.alloc(32, 7)),
      copyConnection: () =>
        connectClient({ config: database.appConfig, applicationName: "kenpo test" }),
    }) as unknown as Installation,
);
const kenpo = (name: string, values = {}, positionals: readonly string[] = []) =>
  shell(name, { society: "hikari", ...values }, positionals);

describe("members import", () => {
  const hikari = [`${samples}hikari.csv`];
  test("a dry run tells what would change", async () => {
    const { code, said } = await kenpo("members import", { "dry-run": true }, hikari);
    assert.equal(code, 0);
    assert.match(said, /304行、CP932/);
    assert.match(said, /まだ何も変わっていません/);
    assert.match(said, /新しく加わる +304人/);
  });
  test("the file goes in, and the second time changes nothing", async () => {
    const first = await kenpo("members import", {}, hikari);
    assert.deepEqual([first.code, first.json.counts], [0, { added: 304, changed: 0, ended: 0 }]);
    assert.match(first.said, /気をつけること\(50件\)/);
    const second = await kenpo("members import", {}, hikari);
    assert.deepEqual(second.json.counts, { added: 0, changed: 0, ended: 0 });
  });
  test("a refused file: every problem with row, column, value, words and code; exit 1", async () => {
    const bad = [`${samples}bad/members-many-errors.csv`];
    const { code, complained, json } = await kenpo("members import", {}, bad);
    assert.equal(code, 1);
    assert.match(complained, /4行 生年月日「1980-02-30」: この日付はありません。.*\[MEM-011\]/);
    assert.match(complained, /5行 番号: 必ず入れてください。 \[MEM-003\]/);
    assert.match(complained, /エラーが7件あるため、取り込みませんでした。何も変わっていません。/);
    assert.equal(json.total, 7);
  });
  test("no such file, no such society, wrong usage", async () => {
    const missing = await kenpo("members import", {}, [join(folder, "none.csv")]);
    assert.deepEqual([missing.code, missing.complained.includes("見つかりません")], [1, true]);
    assert.equal((await kenpo("members import", { society: "none" }, hikari)).code, 1);
    assert.equal((await kenpo("members import", { society: undefined }, hikari)).code, 2);
    assert.equal((await kenpo("members import")).code, 2);
    assert.equal((await kenpo("members import", {}, [...hikari, "x"])).code, 2);
  });
});

describe("credentials issue", () => {
  const out = () => join(folder, "letters.csv");
  test("no file at all is wrong usage, in one line", async () => {
    const none = await kenpo("credentials issue");
    assert.deepEqual([none.code, none.complained.split("\n").length], [2, 1]);
  });
  test("a dry run tells how many and writes nothing", async () => {
    const { code, json } = await kenpo("credentials issue", { csv: out(), "dry-run": true });
    assert.deepEqual([code, json.dryRun], [0, true]);
    await assert.rejects(stat(out()));
  });
  test("issues to the insured persons who are covered, with progress", async () => {
    const { code, json, said, steps } = await kenpo("credentials issue", { csv: out() });
    assert.equal(code, 0);
    const lines = (await readFile(out(), "utf8")).trim().split("\r\n");
    assert.equal(lines.length - 1, json.count);
    assert.equal(steps.at(-1), `${json.count}/${json.count}`);
    assert.match(said, /有効期限は2027-05-19です/);
    // the command's words hold no password
    assert.ok(!said.includes(lines[1]?.split('","')[5] ?? ""));
  });
  test("an existing list is not written over; nobody new; a folder that is not there", async () => {
    const again = await kenpo("credentials issue", { csv: out() });
    assert.deepEqual([again.code, again.json.code], [1, "file-exists"]);
    const other = join(folder, "other.csv");
    const none = await kenpo("credentials issue", { csv: other, "only-new": true });
    assert.deepEqual([none.code, none.json.code], [1, "nobody"]);
    const nowhere = await kenpo("credentials issue", { csv: join(folder, "none", "x.csv") });
    assert.deepEqual([nowhere.code, nowhere.complained.includes("見つかりません")], [1, true]);
  });
});
