import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type pg from "pg";
import { chainIn } from "../../../test/audit/chain.ts";
import { testDatabase } from "../../../test/database.ts";
import { shellFor } from "../../../test/shell.ts";
import type { SocietyId } from "../../kernel/ids.ts";
import { type Instant, later } from "../../kernel/time.ts";
import { connectClient } from "../../platform/database/config.ts";
import { addSociety, openRegistry, type Registry, sampleDocument } from "../../society/index.ts";
import type { Installation } from "../command.ts";
import { auditCommands } from "./index.ts";

const database = await testDatabase();
const { clock, secrets, record, sealAll } = chainIn(database);
let registry: Registry;
let root: pg.Client;
let folder = "";
let ours: SocietyId;
let theirs: SocietyId;

before(async () => {
  registry = await openRegistry({ database: database.app, baseUrl: "http://localhost:3000" });
  for (const code of ["hikari", "minato"] as const)
    await addSociety(database.app, {
      document: sampleDocument(code),
      actor: { kind: "operator" },
      origin: { requestId: "run", source: "cli" },
      reason: "test",
      now: clock.now(),
      dryRun: false,
    });
  await registry.refresh();
  [ours, theirs] = ["hikari", "minato"].map((code) => registry.byCode(code)?.id) as [
    SocietyId,
    SocietyId,
  ];
  root = await connectClient({ config: database.rootConfig, applicationName: "kenpo test" });
  folder = await mkdtemp(join(tmpdir(), "kenpo-audit-"));
});
after(async () => {
  await root.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

const kenpo = shellFor(
  auditCommands,
  () => ({ database: database.app, clock, registry, secrets }) as unknown as Installation,
);
const file = (name: string) => join(folder, name);

test("verify: every society, its counts and its head; facts not sealed yet are told", async () => {
  await record(ours, 4);
  await sealAll(ours);
  await record(ours, 2);
  const { code, said, json } = await kenpo("audit verify");
  assert.equal(code, 0);
  // with the fact of the society's own beginning
  assert.match(
    said,
    /^hikari: 正しい。封1個、記録5件、まだ封のない記録2件、最後の封 1 [0-9a-f]{64}$/m,
  );
  assert.match(said, /^minato: 正しい。封0個、記録0件、まだ封のない記録1件$/m);
  assert.match(said, /監査記録はすべて正しいです/);
  assert.equal(json.ok, true);
  await writeFile(file("heads.json"), JSON.stringify(json));
  assert.equal((await kenpo("audit verify", { heads: file("heads.json") })).code, 0);
});

test("verify: what is wrong is named with society, seal and fact, and exit 1", async () => {
  await sealAll(ours);
  const { rows } = await root.query<{ id: string }>(
    "update audit_fact set source = 'x' where society_id = $1 and subject_id = 'account-3' returning id",
    [ours],
  );
  const { code, said, complained, json } = await kenpo("audit verify");
  assert.equal(code, 1);
  assert.equal(complained, `hikari: 封1 記録${rows[0]?.id}: 書き換えられています [fact-altered]`);
  assert.match(said, /^hikari: 誤り1件。/m);
  assert.equal(json.ok, false);
  assert.equal((await kenpo("audit verify", { society: "minato" })).code, 0);
  await root.query(
    "update audit_fact set source = '2001:db8::17' where society_id = $1 and source = 'x'",
    [ours],
  );
  assert.equal((await kenpo("audit verify")).code, 0);
});

test("verify --heads: a tail that was cut off, or a society, is seen", async () => {
  const { json } = await kenpo("audit verify");
  await writeFile(file("later.json"), JSON.stringify(json));
  await root.query("delete from audit_seal where society_id = $1 and number = 2", [ours]);
  assert.equal((await kenpo("audit verify")).code, 0);
  const seen = await kenpo("audit verify", { heads: file("later.json") });
  assert.deepEqual(
    [seen.code, seen.complained],
    [1, "hikari: 封2: 控えにある封がありません。ここから後が切り取られています [head-missing]"],
  );
  await sealAll(ours);
  const gone = { society: "00000000-0000-7000-8000-0000000000ff", code: "gone" };
  const heads = { societies: [{ ...gone, head: { number: 1, root: "0".repeat(64) } }] };
  await writeFile(file("gone.json"), JSON.stringify(heads));
  const { code, complained } = await kenpo("audit verify", { heads: file("gone.json") });
  assert.deepEqual([code, complained], [1, "gone: 控えにある組合がありません [society-missing]"]);
});

test("verify: wrong words and files", async () => {
  assert.equal((await kenpo("audit verify", {}, ["x"])).code, 2);
  assert.equal((await kenpo("audit verify", { society: "nobody" })).code, 1);
  await writeFile(file("bad.json"), "{");
  for (const [name, words] of [
    ["none.json", /見つかりません/],
    ["bad.json", /控えではありません/],
  ] as const) {
    const { code, complained } = await kenpo("audit verify", { heads: file(name) });
    assert.equal(code, 1);
    assert.match(complained, words);
  }
});

type SealLine = { number: number; facts: number; leaves: string[]; root: string; mac: string };
type Line =
  | { readonly seal: SealLine; readonly fact?: undefined }
  | {
      readonly seal: number | null;
      readonly place: number | null;
      readonly fact: { at: string; action: string; society: string };
    };

const exported = async (name: string, values = {}) => {
  const done = await kenpo("audit export", { society: "hikari", out: file(name), ...values });
  assert.equal(done.code, 0, done.complained);
  const texts = (await readFile(file(name), "utf8")).trimEnd().split("\n");
  const lines = texts.map((text) => JSON.parse(text) as Line);
  const seals = lines.flatMap(({ seal, fact }) => (fact ? [] : [seal as SealLine]));
  return { ...done, texts, lines, seals };
};

test("export: each fact's hash stands in its seal, which can be checked elsewhere", async () => {
  const { texts, lines, seals, said } = await exported("all.jsonl");
  assert.equal((await stat(file("all.jsonl"))).mode & 0o777, 0o600);
  let sealed = 0;
  lines.forEach((line, i) => {
    if (!line.fact || line.seal === null) return;
    const text = /"fact":(.*)\}$/.exec(texts[i] ?? "")?.[1] ?? "";
    const seal = seals.find(({ number }) => number === line.seal);
    const leaf = createHash("sha256").update(text).digest("hex");
    assert.equal(seal?.leaves[line.place ?? -1], leaf);
    sealed += 1;
  });
  assert.equal(sealed, 7);
  assert.deepEqual(
    seals.map(({ leaves }) => leaves.length),
    [5, 2],
  );
  // The export itself, not sealed yet, is the last fact of its own file.
  const last = lines.at(-1);
  assert.deepEqual([last?.seal, last?.fact?.action], [null, "audit.exported"]);
  assert.match(said, /記録8件と封2個/);
  assert.ok(lines.every(({ fact }) => !fact || fact.society === ours));
});

test("export: days are Tokyo's, with their first and last hour", async () => {
  const hours = [
    "2026-12-01T14:59:59.999Z",
    "2026-12-01T15:00:00.000Z",
    "2026-12-02T14:59:59.999Z",
  ];
  for (const at of [...hours, later(hours[2] as Instant, { seconds: 1 })])
    await record(ours, 1, at as Instant);
  await sealAll(ours);
  const { lines, seals } = await exported("day.jsonl", { from: "2026-12-02", to: "2026-12-02" });
  const moments = lines.flatMap(({ fact }) => (fact ? [fact.at] : []));
  assert.deepEqual(moments, ["2026-12-01T15:00:00.000000Z", "2026-12-02T14:59:59.999000Z"]);
  assert.ok(seals.every(({ leaves, facts }) => leaves.length === facts && facts >= 1));
  const { lines: since } = await exported("since.jsonl", { from: "2026-12-03" });
  assert.equal(since.filter(({ fact }) => fact).length, 1);
});

test("export: refusals in plain words", async () => {
  const cases: readonly (readonly [object, number, RegExp])[] = [
    [{ society: undefined }, 2, /^$/],
    [{ society: "nobody" }, 1, /nobody という組合はありません/],
    [{ from: "2026-02-30" }, 1, /--from 「2026-02-30」は日付ではありません/],
    [{ to: "tomorrow" }, 1, /--to 「tomorrow」は日付ではありません/],
    [
      { from: "2026-12-02", to: "2026-12-01" },
      1,
      /--from 2026-12-02 が --to 2026-12-01 より後です/,
    ],
    [{ out: join(folder, "all.jsonl") }, 1, /同じ名前のファイルがあります。上書きしません/],
    [{ out: join(folder, "none", "x.jsonl") }, 1, /見つかりません/],
  ];
  for (const [values, code, words] of cases) {
    const done = await kenpo("audit export", {
      ...{ society: "hikari", out: file("refused.jsonl") },
      ...values,
    });
    assert.deepEqual([done.code, words.test(done.complained)], [code, true], done.complained);
  }
  assert.equal((await kenpo("audit export", { society: "hikari" }, ["x"])).code, 2);
  await assert.rejects(stat(file("refused.jsonl")));
  assert.ok(theirs);
});
