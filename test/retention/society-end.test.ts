import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { auditCommands } from "../../src/cli/audit/index.ts";
import type { Manifest } from "../../src/cli/society/end/export/manifest.ts";
import { societyEndCommands } from "../../src/cli/society/end/index.ts";
import { societyCommands } from "../../src/cli/society/society.ts";
import { importMembers } from "../../src/imports/index.ts";
import { sweep } from "../../src/main/retention/sweep.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { addSociety, beginErasure, eraseSociety, sampleDocument } from "../../src/society/index.ts";
import { shellFor } from "../shell.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let folder: string;
before(async () => {
  stage = await openStage();
  folder = await mkdtemp(join(tmpdir(), "kenpo-end-"));
  for (const code of ["hikari", "minato", "asahi"]) {
    await stage.fill(code, 40, stage.clock.now());
    await stage.sealAll(stage.society(code).id);
  }
});
after(async () => {
  await stage.close();
  await rm(folder, { recursive: true });
});

const kenpo = shellFor(
  [...societyCommands, ...societyEndCommands, ...auditCommands],
  () => stage.installation,
);
const dir = (name: string) => join(folder, name);
const idOf = (code: string) => {
  const ending = stage.registry.endings().find((one) => one.code === code);
  return ending?.id ?? stage.society(code).id;
};
const exportTo = (code: string, name: string) =>
  kenpo("society export", { out: dir(name) }, [code]);
const erase = (code: string, values: object) =>
  kenpo("society erase", { confirm: code, ...values }, [code]);
const cells = (text: string) =>
  text
    .replace("\ufeff", "")
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(",").map((cell) => cell.replace(/^"|"$/g, "")));

test("export: every file as its manifest says, 0600, no secrets; the members go in again", async () => {
  const done = await exportTo("hikari", "hikari");
  assert.equal(done.code, 0, done.complained);
  const manifest = JSON.parse(await readFile(dir("hikari/manifest.json"), "utf8")) as Manifest;
  const names = manifest.files.map(({ name }) => name);
  assert.deepEqual(
    (await readdir(dir("hikari"))).toSorted(),
    [...names, "manifest.json"].toSorted(),
  );
  for (const { name, bytes, sha256 } of manifest.files) {
    const written = await readFile(join(dir("hikari"), name));
    assert.equal((await stat(join(dir("hikari"), name))).mode & 0o777, 0o600, name);
    assert.deepEqual(
      [written.length, createHash("sha256").update(written).digest("hex")],
      [bytes, sha256],
      name,
    );
    assert.doesNotMatch(written.toString(), /argon2|"hash"|sealed"/, name);
  }
  const rows = Object.fromEntries(manifest.files.map(({ name, rows: count }) => [name, count]));
  assert.deepEqual(
    ["members.csv", "accounts.csv", "consents.csv", "letters.csv", "import-runs.csv"].map(
      (n) => rows[n],
    ),
    [40, 40, 40, 40, 1],
  );
  assert.deepEqual([rows["second-factors.csv"], rows["mail-exemptions.csv"]], [120, 40]);
  // 40 filled, the society's own, and the export itself.
  assert.equal(manifest.audit.facts, 42);
  const members = await readFile(dir("hikari/members.csv"), "utf8");
  assert.ok(members.startsWith("\ufeff"));
  assert.equal(cells(members).length, 41);
  const client = await stage.installation.copyConnection();
  const into = await importMembers(
    { client, clock: stage.clock },
    {
      society: stage.society("sakura").id,
      path: dir("hikari/members.csv"),
      isRehearsal: true,
      actor: { kind: "operator" },
      source: "cli",
    },
  );
  await client.end();
  assert.ok(into.ok, JSON.stringify(into));
  assert.deepEqual([into.rows, into.counts.added], [40, 40]);
});

test("export: a folder that is not empty, an unknown society and wrong usage are refused", async () => {
  const again = await exportTo("hikari", "hikari");
  assert.deepEqual([again.code, /空ではありません/.test(again.complained)], [1, true]);
  assert.equal((await exportTo("nobody", "x")).code, 1);
  assert.equal((await kenpo("society export", {}, ["hikari"])).code, 2);
  const noParent = await exportTo("hikari", "none/x");
  assert.deepEqual([noParent.code, /見つかりません/.test(noParent.complained)], [1, true]);
});

test("export: one moment, whatever others write meanwhile; a break leaves no file", async () => {
  const { id } = stage.society("minato");
  const real = stage.installation.copyConnection;
  const client = await real();
  let asked = 0;
  const query = client.query.bind(client);
  // The first page of members comes next.
  client.query = (async (...given: never[]) => {
    asked += 1;
    if (asked === 4)
      await stage.root.query("update member set name = 'x' where society_id = $1", [id]);
    return (query as (...all: never[]) => unknown)(...given);
  }) as never;
  const shell = shellFor(societyEndCommands, () => ({
    ...stage.installation,
    copyConnection: async () => client,
  }));
  const done = await shell("society export", { out: dir("moment") }, ["minato"]);
  assert.equal(done.code, 0, done.complained);
  assert.doesNotMatch(await readFile(dir("moment/members.csv"), "utf8"), /"x"/);
  const broken = await real();
  const brokenQuery = broken.query.bind(broken);
  let until = 8;
  broken.query = (async (...given: never[]) => {
    until -= 1;
    if (until === 0) throw Object.assign(new Error("full"), { code: "ENOSPC" });
    return (brokenQuery as (...all: never[]) => unknown)(...given);
  }) as never;
  const failing = shellFor(societyEndCommands, () => ({
    ...stage.installation,
    copyConnection: async () => broken,
  }));
  const failed = await failing("society export", { out: dir("failed") }, ["minato"]);
  assert.deepEqual([failed.code, /ディスクがいっぱい/.test(failed.complained)], [1, true]);
  await assert.rejects(readdir(dir("failed")), { code: "ENOENT" });
});

test("close: no registry knows it, nothing is deleted; reopen takes it back", async () => {
  const { id, entranceId } = stage.society("asahi");
  const before = await stage.rowsOf(id);
  assert.equal((await kenpo("society close", {}, ["asahi"])).code, 2, "a reason is needed");
  const closed = await kenpo("society close", { reason: "契約満了" }, ["asahi"]);
  assert.equal(closed.code, 0, closed.complained);
  assert.equal(stage.registry.byCode("asahi"), undefined);
  assert.equal(stage.registry.society(id), undefined);
  assert.deepEqual(
    stage.registry.closed().map(({ code }) => code),
    ["asahi"],
  );
  assert.equal(stage.registry.entrance(entranceId)?.hasEnded, true);
  assert.match((await kenpo("society list")).said, /^asahi\t.*終了\(/m);
  assert.deepEqual(await stage.rowsOf(id), { ...before, audit_fact: (before.audit_fact ?? 0) + 1 });
  const again = await kenpo("society close", { reason: "x" }, ["asahi"]);
  assert.deepEqual([again.code, again.complained], [1, "asahi はもう閉じています。"]);
  // Its document cannot come in again meanwhile.
  const added = await addSociety(stage.database, {
    document: sampleDocument("asahi"),
    actor: { kind: "operator" },
    origin: { requestId: "r", source: "cli" },
    reason: "x",
    now: stage.clock.now(),
  });
  assert.ok(!added.ok && added.problems[0]?.code === "code-ended");
  assert.equal((await kenpo("society reopen", {}, ["asahi"])).code, 0);
  assert.equal(stage.registry.byCode("asahi")?.id, id);
  assert.equal(stage.registry.entrance(entranceId)?.hasEnded, false);
  assert.equal((await kenpo("society reopen", {}, ["asahi"])).code, 1);
  assert.equal((await kenpo("audit verify")).code, 0);
});

test("erase: refused without a whole, new export of this society that holds all facts", async () => {
  const refusals = async (values: object, words: RegExp, code = 1) => {
    const before = await stage.rowsOf(idOf("hikari"));
    const done = await kenpo("society erase", { confirm: "hikari", ...values }, ["hikari"]);
    assert.deepEqual([done.code, words.test(done.complained)], [code, true], done.complained);
    assert.deepEqual(
      [done.json?.ok, typeof done.json?.code],
      code === 1 ? [false, "string"] : [undefined, "undefined"],
    );
    assert.deepEqual(await stage.rowsOf(idOf("hikari")), before);
    assert.ok(stage.registry.byCode("hikari"));
  };
  await refusals({}, /^$/, 2);
  await refusals({ "without-export": true }, /^$/, 2);
  await refusals({ "without-export": true, reason: "x", export: dir("hikari") }, /^$/, 2);
  await refusals({ confirm: "minato", export: dir("hikari") }, /--confirm/);
  await refusals({ export: dir("nowhere") }, /manifest.json がありません/);
  await refusals({ export: dir("moment") }, /別の組合\(minato\)/);
  await stage.record(idOf("hikari"), 2);
  await refusals({ export: dir("hikari") }, /2件増/);
  stage.clock.advance({ days: 31 });
  await refusals({ export: dir("hikari") }, /30日より前/);
  const again = await exportTo("hikari", "hikari-2");
  assert.equal(again.code, 0);
  const path = dir("hikari-2/members.csv");
  const whole = await readFile(path);
  await writeFile(path, whole.subarray(1));
  await refusals({ export: dir("hikari-2") }, /members.csv が、書き出したときと違います/);
  await rm(path);
  await refusals({ export: dir("hikari-2") }, /members.csv がありません/);
  await writeFile(path, whole);
  await writeFile(dir("hikari-2/manifest.json"), "{");
  await refusals({ export: dir("hikari-2") }, /manifest.json を読めません/);
});

test("erase: every table of the catalogue is empty of it, the others are as they were, the proof stays", async () => {
  const { id, entranceId } = stage.society("hikari");
  // Every table has rows, so that none could be forgotten here. No pruning in a young chain.
  await stage.root.query(
    `insert into audit_pruning values ($1, 1, repeat('a', 64), 1, $2, 'k', 'm')`,
    [id, stage.clock.now()],
  );
  for (const [name, rows] of Object.entries(await stage.rowsOf(id)))
    assert.ok(rows > 0, `${name}: add rows of it to test/retention/fill.ts`);
  assert.equal((await kenpo("society close", { reason: "契約満了" }, ["hikari"])).code, 0);
  assert.equal((await exportTo("hikari", "last")).code, 0);
  // The seals of what was exported come afterwards.
  await stage.sealAll(id);
  const others = await stage.hashWithout(id);
  const planned = await erase("hikari", { export: dir("last"), "dry-run": true });
  assert.deepEqual([planned.code, planned.json.dryRun], [0, true]);
  const before = await stage.rowsOf(id);
  assert.deepEqual(planned.json.rows, before);
  const done = await erase("hikari", { export: dir("last") });
  assert.equal(done.code, 0, done.complained);
  assert.match(done.said, /^hikari のデータはすべて消えました/);
  assert.match(done.said, /この表示は、消去の証明として保管できます。/);
  const counts = Object.values(await stage.rowsOf(id));
  assert.deepEqual(
    counts,
    counts.map(() => 0),
  );
  assert.deepEqual(await stage.hashWithout(id), others);
  const [ending] = stage.registry.endings();
  assert.deepEqual(
    Object.fromEntries(Object.entries(ending?.deleted ?? {}).toSorted()),
    Object.fromEntries(Object.entries(before).toSorted()),
  );
  const sha256 = createHash("sha256").update(await readFile(dir("last/manifest.json")));
  assert.equal(ending?.exportSha256, sha256.digest("hex"));
  assert.deepEqual([ending?.auditFacts, typeof ending?.auditRoot], [before.audit_fact, "string"]);
  assert.equal(stage.registry.entrance(entranceId)?.societies.includes(id), false);
  // Its user IDs are free at the shared entrance.
  const [free] = await stage.database.directory<{ taken: boolean }>(
    sql`select is_login_taken(${entranceId}, 'hikariuser1') as taken`,
  );
  assert.equal(free?.taken, false);
  // Told once more, nothing more is done.
  const again = await erase("hikari", {});
  assert.deepEqual([again.code, again.json.erasedAt], [0, ending?.erasedAt]);
  assert.match((await kenpo("society list")).said, /^hikari\t.*消去済み/m);
  assert.equal((await exportTo("hikari", "too-late")).code, 1);
  assert.equal((await kenpo("society reopen", {}, ["hikari"])).code, 1);
});

test("an erased society's code is not given again, its insurer number may be", async () => {
  const add = (code: string) =>
    addSociety(stage.database, {
      document: { ...sampleDocument("hikari"), code },
      actor: { kind: "operator" },
      origin: { requestId: "r", source: "cli" },
      reason: "x",
      now: stage.clock.now(),
    });
  const same = await add("hikari");
  assert.ok(!same.ok && same.problems[0]?.code === "code-ended");
  const other = await add("hikari-new");
  assert.ok(other.ok, JSON.stringify(other));
  await stage.registry.refresh();
});

test("verify: a kept head of an erased society is no missing one, unless it was longer", async () => {
  const [ending] = stage.registry.endings();
  const headsWith = async (number: number) => {
    const head = { number, root: "0".repeat(64) };
    const kept = { societies: [{ society: ending?.id, code: "hikari", head }] };
    await writeFile(dir("heads.json"), JSON.stringify(kept));
    return (await kenpo("audit verify", { heads: dir("heads.json") })).code;
  };
  assert.equal(await headsWith(ending?.auditSeal ?? 0), 0);
  assert.equal(await headsWith((ending?.auditSeal ?? 0) + 1), 1);
});

test("what a process that did not notice wrote afterwards is erased by the sweeper", async () => {
  const [ending] = stage.registry.endings();
  assert.ok(ending);
  await stage.root.query(
    `insert into known_browser values ($1, gen_random_uuid(), 'b', $2)`
      .replace("known_browser values", "session_token values")
      .replace("($1, gen_random_uuid(), 'b', $2)", "('late', $2, $1, gen_random_uuid())"),
    [ending.id, ending.entranceId],
  );
  const rows: number[] = [];
  await sweep({
    ...stage,
    report: ({ kind, rows: count }) => {
      if (kind === "erased-societies") rows.push(count);
    },
  });
  assert.deepEqual(rows, [1]);
  assert.deepEqual(new Set(Object.values(await stage.rowsOf(ending.id))), new Set([0]));
});

test("what only the owner may delete waits for the operator, who erases once more", async () => {
  const [ending] = stage.registry.endings();
  assert.ok(ending);
  await stage.record(ending.id, 2);
  await assert.rejects(sweep(stage), { code: "erased-not-empty" });
  assert.equal((await stage.rowsOf(ending.id)).audit_fact, 2);
  const planned = await erase("hikari", { "dry-run": true });
  assert.deepEqual([planned.code, planned.json.dryRun], [0, true]);
  const again = await erase("hikari", {});
  assert.deepEqual([again.code, again.json.erasedAt], [0, ending.erasedAt]);
  assert.equal((await stage.rowsOf(ending.id)).audit_fact, 0);
  await sweep(stage);
});

test("without the owner's connection nothing is erased, and it is said what is missing", async () => {
  const { ownerConnection: _, ...alone } = stage.installation;
  const shell = shellFor(societyEndCommands, () => alone);
  const values = { confirm: "asahi", "without-export": true, reason: "x" };
  const done = await shell("society erase", values, ["asahi"]);
  assert.deepEqual([done.code, done.json.code], [1, "no-owner"]);
  assert.match(done.complained, /DATABASE_URL.*何も変わっていません。$/);
  assert.ok(stage.registry.byCode("asahi"));
  assert.equal((await shell("society erase", { ...values, "dry-run": true }, ["asahi"])).code, 0);
});

test("every refusal is told to machines as well", async () => {
  const codes = async (...calls: Parameters<typeof kenpo>[]) =>
    (await Promise.all(calls.map((call) => kenpo(...call)))).map(({ json }) => json.code);
  assert.deepEqual(
    await codes(
      ["society close", { reason: "x" }, ["nobody"]],
      ["society close", { reason: "x" }, ["hikari"]],
      ["society reopen", {}, ["asahi"]],
      ["society reopen", {}, ["hikari"]],
      ["society export", { out: dir("no") }, ["hikari"]],
      ["society export", { out: dir("hikari") }, ["asahi"]],
      ["society erase", { confirm: "x" }, ["asahi"]],
      ["society erase", { confirm: "asahi", export: dir("nowhere") }, ["asahi"]],
    ),
    [
      ...["no-such-society", "closed-already", "not-closed", "erasing", "export-too-late"],
      ...["folder-not-empty", "confirm-other", "no-manifest"],
    ],
  );
});

/** Statements of a stolen role of the app, each in a transaction of that society. */
const stolen = async (society: string, statements: readonly string[]) => {
  const client = await stage.installation.copyConnection();
  const answers: string[] = [];
  for (const text of statements) {
    await client.query("begin");
    await client.query("select set_config('app.society_id', $1, true)", [society]);
    const failed = (error: { code: string }) => error.code;
    const done = await client.query(text).then(({ rowCount }) => String(rowCount), failed);
    await client.query(done.length === 5 ? "rollback" : "commit");
    answers.push(done);
  }
  await client.end();
  return answers;
};

test("the app's role begins no erasure, takes none back, and deletes neither facts nor seals", async () => {
  const { id } = stage.society("minato");
  const proof = stage.registry.endings()[0];
  assert.ok(proof);
  const kept = ["audit_fact", "audit_seal", "audit_pruning"];
  const forged = `insert into society_ending (society_id, name, reason, closed_at`;
  const before = await stage.rowsOf(id);
  assert.ok((before.audit_fact ?? 0) > 0 && (before.audit_seal ?? 0) > 0);
  const refused = await stolen(id, [
    `${forged}, erasing_at, erasing_reason) values ('${id}', '{}', 'x', now(), now(), 'x')`,
    `${forged}, erased_at) values ('${id}', '{}', 'x', now(), now())`,
    "update society_ending set erasing_at = null, erased_at = null",
    "update society_ending set deleted = '{}'",
    `delete from society_ending where society_id = '${proof.id}'`,
    "truncate society_ending",
    ...kept.flatMap((name) => [`delete from ${name}`, `select erase_rows('${name}', 1000)`]),
  ]);
  assert.deepEqual(new Set(refused), new Set(["42501"]));
  // Nor where an erasure has begun: late facts wait for the owner.
  await stage.record(proof.id, 1);
  const late = await stolen(
    proof.id,
    kept.map((name) => `select erase_rows('${name}', 1000)`),
  );
  assert.deepEqual(new Set(late), new Set(["42501"]));
  await erase("hikari", {});
  assert.deepEqual(await stage.rowsOf(id), before);
  // Of what runs as the owner, one function alone writes to the record: what is old goes there.
  const { rows } = await stage.root.query(`
    select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and prosecdef and (prosrc ~* 'execute ' or
      prosrc ~* '(delete\\s+from|update|truncate|insert\\s+into)\\s+(public\\.)?(audit_|society_ending)')
    order by 1`);
  // The other one executes nothing but the number of the next era.
  assert.deepEqual(
    rows.map(({ proname }) => proname),
    ["begin_audit_era", "prune_audit_facts"],
  );
});

test("an open society is closed and erased in one go; without an export a reason is kept", async () => {
  const done = await erase("asahi", { "without-export": true, reason: "試用の終わり" });
  assert.equal(done.code, 0, done.complained);
  const ending = stage.registry.endings().find(({ code }) => code === "asahi");
  assert.deepEqual([ending?.erasingReason, ending?.exportSha256], ["試用の終わり", null]);
  assert.equal(stage.registry.entrance(ending?.entranceId as never)?.hasEnded, true);
});

test("nobody erases a society that is not being erased, or another one's rows", async () => {
  const { id } = stage.society("minato");
  const before = await stage.rowsOf(id);
  await assert.rejects(
    eraseSociety(stage.testDatabase.owner, id, { now: stage.clock.now, gone: () => {} }),
    /not to be erased/,
  );
  const erased = stage.registry.endings()[0]?.id;
  assert.ok(erased);
  for (const name of await stage.tables()) {
    const client = await stage.installation.copyConnection();
    await client.query("begin");
    await client.query("select set_config('app.society_id', $1, true)", [erased]);
    await client.query("select erase_rows($1, 1000)", [name]).catch(() => {});
    await client.query("commit");
    await client.end();
  }
  assert.deepEqual(await stage.rowsOf(id), before);
  await assert.rejects(
    stage.database.inSociety(id, (tx) => tx.one(sql`select erase_rows('society_ending', 1)`)),
    /not to be erased/,
  );
});

test("a closed society is not swept while its export may be the last one, later it is", async () => {
  await stage.fill("minato", 3, stage.clock.now(), "late");
  await kenpo("society close", { reason: "x" }, ["minato"]);
  stage.clock.advance({ days: 29 });
  const { id } = stage.society("minato");
  const before = await stage.rowsOf(id);
  await sweep(stage);
  const { failed_try: _, lock_notice: __, ...kept } = await stage.rowsOf(id);
  const { failed_try: ___, lock_notice: ____, ...were } = before;
  assert.ok((were.letter_portion ?? 0) > 0);
  // What says itself when its time is over goes then, and no fact makes the export outdated.
  assert.ok((were.kept_form ?? 0) > 0);
  assert.deepEqual(kept, { ...were, letter_portion: 0, kept_form: 0 });
  stage.clock.advance({ days: 2 });
  await sweep(stage);
  assert.equal((await stage.rowsOf(id)).flow, 0);
});

test("what says itself when its time is over goes then, also while its society is being erased", async () => {
  const { id, name } = stage.society("sakura");
  await stage.fill("sakura", 3, stage.clock.now());
  const basis = { reason: "x" };
  const now = stage.clock.now();
  await beginErasure(stage.testDatabase.owner, id, { name, basis, exported: null, now });
  await stage.registry.refresh();
  stage.clock.advance({ minutes: 1 });
  await sweep(stage);
  const { letter_portion, kept_form, member } = await stage.rowsOf(id);
  assert.deepEqual([letter_portion, kept_form, member], [0, 0, 3]);
});
