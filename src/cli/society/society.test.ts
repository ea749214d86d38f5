import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type TestDatabase, testDatabase } from "../../../test/database.ts";
import { shellFor } from "../../../test/shell.ts";
import type { Instant } from "../../kernel/time.ts";
import { openRegistry, type Registry, sampleDocument } from "../../society/index.ts";
import type { Installation } from "../command.ts";
import { societyCommands } from "./society.ts";

let database: TestDatabase;
let registry: Registry;
let folder: string;

before(async () => {
  database = await testDatabase();
  registry = await openRegistry({ database: database.app, baseUrl: "http://localhost:3000" });
  folder = await mkdtemp(join(tmpdir(), "kenpo-society-"));
});
after(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const shell = shellFor(
  societyCommands,
  () =>
    ({
      database: database.app,
      clock: { now: () => "2026-11-20T01:02:03.004Z" as Instant },
      registry,
    }) as unknown as Installation,
);
const kenpo = (name: string, positionals: readonly string[], values = {}) =>
  shell(name, values, positionals);

const fileWith = async (text: string) => {
  const file = join(folder, "society.json");
  await writeFile(file, text);
  return file;
};
const hikari = JSON.stringify(sampleDocument("hikari"));

test("a dry run says what it would do, and does nothing", async () => {
  const { code, said } = await kenpo("society add", [await fileWith(hikari)], { "dry-run": true });
  assert.equal(code, 0);
  assert.match(said, /ひかり電機健康保険組合\(hikari\)を加えます\(まだ何も変わっていません\)/);
  assert.equal(registry.all().length, 0);
});

test("a society is added, is the same the second time, and changes with its reason", async () => {
  const file = await fileWith(hikari);
  const added = await kenpo("society add", [file]);
  assert.deepEqual([added.code, added.json.outcome], [0, "added"]);
  assert.match(added.said, /入口: http:\/\/localhost:3000/);
  const again = await kenpo("society add", [file]);
  assert.deepEqual([again.code, again.json.outcome, again.json.version], [0, "unchanged", 1]);
  const changed = structuredClone(sampleDocument("hikari"));
  changed.policy.session.idleMinutes = 20;
  const done = await kenpo("society add", [await fileWith(JSON.stringify(changed))], {
    reason: "理事会 11月18日",
  });
  assert.match(done.said, /policy\.session\.idleMinutes/);
  const shown = await kenpo("society show", ["hikari"]);
  assert.match(shown.said, /第2版 2026-11-20T01:02:03.004Z operator 理事会 11月18日/);
  assert.match(shown.said, /session\.idleMinutes = 20 minutes {2}操作がない時/);
  assert.match(shown.said, /password\.maxLength = 20 .*【推奨より弱い設定: 64文字/);
  assert.match(shown.said, /session\.stepUpMinutes = 10 minutes {2}大事な変更の前に/);
});

test("a second factor that is required of some is shown with whom, and marked", async () => {
  const changed = JSON.parse(hikari);
  changed.policy.secondFactor.demand = "required";
  changed.policy.secondFactor.requiredOf = ["dependent"];
  const done = await kenpo("society add", [await fileWith(JSON.stringify(changed))]);
  assert.match(done.said, /policy\.secondFactor\.requiredOf/);
  const { said } = await kenpo("society show", ["hikari"]);
  assert.match(
    said,
    /secondFactor\.requiredOf = \["dependent"\] {2}二段階認証が必須.*【推奨より弱い設定: 二段階認証は、被保険者にも被扶養者にも/,
  );
});

test("the list names every society and its entrance", async () => {
  const { said } = await kenpo("society list", []);
  assert.match(said, /^hikari\tひかり電機健康保険組合\t06990014\t第\d版\thttp:\/\/localhost:3000$/);
});

test("a bad file is refused with every place, and exit 1", async () => {
  const bad = hikari.replace('"06990014"', '"06990015"').replace('"minutes":30', '"minutes":1');
  const { code, complained, json } = await kenpo("society add", [await fileWith(bad)]);
  assert.equal(code, 1);
  assert.match(complained, /^insurerNumber = "06990015": .*\[check-digit\]$/m);
  assert.match(complained, /^policy\.lock\.minutes = 1: .*\[too-small\]$/m);
  assert.match(complained, /2件の誤りがあります。何も変わっていません。/);
  assert.equal(json.ok, false);
});

test("no file, no society: one clear line and exit 1; wrong words: exit 2", async () => {
  const missing = await kenpo("society add", [join(folder, "none.json")]);
  assert.equal(missing.code, 1);
  assert.match(missing.complained, /ENOENT/);
  const unknown = await kenpo("society show", ["nobody"]);
  assert.equal(unknown.code, 1);
  assert.match(unknown.complained, /nobody という組合はありません/);
  for (const [name, words] of [
    ["society add", []],
    ["society add", ["a", "b"]],
    ["society show", []],
    ["society list", ["x"]],
    ["society schema", ["x"]],
  ] as const)
    assert.equal((await kenpo(name, words)).code, 2, name);
});

test("the schema is JSON Schema on stdout", async () => {
  const { code, said } = await kenpo("society schema", []);
  assert.equal(code, 0);
  assert.equal(JSON.parse(said).$schema, "https://json-schema.org/draft/2020-12/schema");
});
