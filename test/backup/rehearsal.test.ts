import assert from "node:assert/strict";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { beginAuditEra, verifyChain } from "../../src/audit/index.ts";
import { sealFacts } from "../../src/audit/seals/sealing.ts";
import { leftOut } from "../../src/cli/backup/tables.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { type TestDatabase, testDatabase } from "../database.ts";
import {
  chosenPassword,
  isRefused,
  newUserId,
  signsIn,
  storiesOf,
  triesToSignIn,
} from "../journeys/stories.ts";
import { openWorld, type World } from "../world/world.ts";
import { asRoot, type Content, contentOf, counted } from "./content.ts";
import { addFactors, usesFactors } from "./factors.ts";
import { backupShell } from "./installation.ts";

// An installation in full life is exported, restored into an empty one, and lived in.

let world: World;
let restored: TestDatabase;
let second: World | undefined;
let folder = "";
const { registers, begins } = storiesOf(() => world);
const codes = ["hikari", "minato", "kaede", "asahi", "sakura"] as const;

const shellOn = (database: TestDatabase) =>
  backupShell({ database, secrets: world.secrets, clock: world.clock });

/** What COPY must write otherwise, in a row of a member. */
const awkward =
  "タブ\tと\\と\r\n改行、\\N、\"引用\"、'𠮷'、髙\u{e0100}、\u{1f468}‍\u{1f469}‍\u{1f467}、\u0001";

const addRare = () =>
  asRoot(world.stored, async (root) => {
    await root.query("update member set address = $1 where society_id = $2", [
      awkward,
      world.society("kaede").id,
    ]);
    await root.query(
      `insert into society_ending (society_id, name, reason, closed_at)
       values ($1, '{"ja": "さ\\\\く\\tら"}', 'test', $2)`,
      [world.society("sakura").id, world.clock.now()],
    );
    // not a reason to doubt the chain: of a society that the test does not verify
    await root.query(
      `insert into audit_pruning (society_id, seal, root, facts, pruned_at, key_id, mac)
       values ($1, 1, repeat('0', 64), 1, $2, 'key', 'mac')`,
      [world.society("sakura").id, world.clock.now()],
    );
    await root.query("insert into credential_batch_count (society_id, last) values ($1, 7)", [
      world.society("hikari").id,
    ]);
    await root.query(
      `insert into link_token (token_hash, entrance_id, society_id, kind, target_id)
       values ('in a flow', $1, $1, 'check-address', $1)`,
      [world.society("hikari").id],
    );
    await root.query(
      `insert into maintenance_window (id, starts_at, ends_at, announced_from, reason_ja, reason_en,
         made_at)
       values ($1, '2026-01-01', '2026-01-02', '2026-01-01', $2, '', '2026-01-01')`,
      [world.society("hikari").id, awkward.replaceAll("\0", "")],
    );
    await root.query(
      `insert into address_change select society_id, id, id, 1, $2, $2, 'former@example.jp', null,
         null, null, email, null, $2 from account where society_id = $1 limit 1`,
      [world.society("hikari").id, world.clock.now()],
    );
    await root.query(
      `insert into import_run (society_id, id, kind, file_sha256, file_bytes, encoding, rows, added,
         changed, ended, unchanged, started_at, finished_at)
       values ($1, $1, 'members', repeat('a', 64), 9007199254740991, 'cp932', 1, 1, 0, 0, 0,
         '2026-11-20 01:02:03.456789+00', $2)`,
      [world.society("hikari").id, world.clock.now()],
    );
  });

/** Until nothing is left to seal: other test files' transactions may hold facts back. */
const sealAll = async (target: World, code: (typeof codes)[number]) => {
  const { id } = target.society(code);
  for (;;) {
    const { unsealed } = await verifyChain(target, id);
    if (unsealed === 0) return;
    await sealFacts(target, id);
  }
};

let userId = "";
let letter = { userId: "", password: "" };
let before_: Content = {};
let openBrowser: ReturnType<World["browser"]>;
let heads: readonly { code: string; head: { number: number; root: string } | null }[] = [];

before(async () => {
  world = await openWorld();
  restored = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "kenpo-backup-"));
  userId = newUserId();
  ({ browser: openBrowser } = await registers("hikari", { userId }));
  await registers("minato");
  await registers("kaede");
  ({ letter } = await begins("kaede"));
  // a wrong password ten times: counters, tries, a notice
  for (let tries = 0; tries < 10; tries += 1)
    await signsIn(world.browser("minato"), "nobody-here", "whatever-1");
  await addRare();
  await addFactors(world, "minato");
  await sealAll(world, "hikari");
  await sealAll(world, "kaede");
  // and facts that no seal covers yet
  await registers("kaede");
});
after(async () => {
  await world.close();
  await (second ? second.close() : restored.drop());
  await rm(folder, { recursive: true });
});

test("an installation is exported while it serves", async () => {
  const out = join(folder, "one");
  const [done, page] = await Promise.all([
    shellOn(world.stored)("export", { out }),
    openBrowser.get("/"),
  ]);
  assert.equal(done.code, 0, done.complained);
  assert.match(page.body, /鈴木　花子/);
  assert.match(done.said, /^5組合、\d+行を .*one に書き出しました/);
  assert.equal((await stat(join(out, "member.sealed"))).mode & 0o777, 0o600);
  assert.equal((await stat(join(out, "manifest.json"))).mode & 0o777, 0o600);
  assert.equal((await stat(out)).mode & 0o777, 0o700);
  before_ = await contentOf(world.stored);
  const counts = done.json.tables as Record<string, number>;
  const empty = Object.keys(counts).filter((table) => counts[table] === 0);
  assert.deepEqual(empty, [], "a rehearsal without rows of every table proves little");
  heads = await Promise.all(
    codes.map(async (code) => {
      const { head } = await verifyChain(world, world.society(code).id);
      return { code, head };
    }),
  );
});

test("a rehearsal reads everything and changes nothing, also where the portal serves", async () => {
  const done = await shellOn(world.stored)("import", { "dry-run": true }, [join(folder, "one")]);
  assert.equal(done.code, 0, done.complained);
  assert.match(done.said, /すべて書き出したときのままです。まだ何も変わっていません。/);
  assert.deepEqual(await contentOf(world.stored), before_);
});

test("it is restored into an empty one, row by row the same, but for numbers that go on after a gap", async () => {
  const done = await shellOn(restored)("import", {}, [join(folder, "one")]);
  assert.equal(done.code, 0, done.complained);
  const after = await contentOf(restored);
  const isOurFact = (row: string) => row.includes("backup.restored");
  const expected: Record<string, readonly string[]> = { ...before_ };
  for (const table of Object.keys(leftOut)) {
    if (table === "migration") continue;
    expected[table] = [];
  }
  expected.registry_change = ["(t,1)"];
  expected.link_token = (before_.link_token ?? []).filter((row) => row.includes("confirm-address"));
  // Each number may have been given since the backup.
  expected.credential_batch_count = codes
    .map((code) => `(${world.society(code).id},${code === "hikari" ? 107 : 100})`)
    .toSorted();
  const facts = (after.audit_fact ?? []).filter((row) => !isOurFact(row));
  assert.deepEqual(counted({ ...after, audit_fact: facts }), counted(expected));
  assert.deepEqual({ ...after, audit_fact: facts }, expected);
  assert.equal((after.audit_fact ?? []).filter(isOurFact).length, codes.length);
  assert.ok(after.member?.some((row) => row.includes("\u{e0100}")));
});

test("row security is forced again, on every table as before", async () => {
  const state = (database: TestDatabase) =>
    asRoot(database, async (root) => {
      const { rows } = await root.query(
        "select relname, relrowsecurity, relforcerowsecurity from pg_class where relkind = 'r' order by 1",
      );
      return rows;
    });
  assert.deepEqual(await state(restored), await state(world.stored));
});

test("a second import is refused, and changes nothing", async () => {
  const stands = await contentOf(restored);
  const again = await shellOn(restored)("import", {}, [join(folder, "one")]);
  assert.equal(again.code, 1);
  assert.match(again.complained, /戻せるのは空のところだけです.*何も変わっていません/);
  assert.deepEqual(await contentOf(restored), stands);
});

test("and lived in: audit chains, passwords, letters, mails", async () => {
  // as each start does
  await beginAuditEra(restored.app);
  second = await openWorld(restored);
  for (const { code, head } of heads) {
    if (code === "sakura") continue;
    const report = await verifyChain(second, second.society(code).id, head);
    assert.deepEqual(report.problems, { first: [], total: 0 }, code);
  }
  const home = second.browser("hikari");
  await signsIn(home, userId, chosenPassword);
  assert.match((await home.get("/")).body, /鈴木　花子/);
  assert.ok(isRefused(await triesToSignIn(second.browser("hikari"), userId, "whatever-1")));
  await usesFactors(second, "minato");
  // who was signed in is not any more
  const kept = second.browser("hikari");
  for (const [name, value] of openBrowser.cookies) kept.cookies.set(name, value);
  assert.doesNotMatch((await kept.get("/")).body, /鈴木　花子/);
  // a letter in the middle of a registration begins anew
  const beginner = second.browser("kaede");
  await signsIn(beginner, letter.userId, letter.password);
  assert.match((await beginner.follow()).body, /利用規約/);
  const told = await second.mailsTo("hanako@example.jp");
  assert.ok(told.length > 0);
  for (const code of codes) if (code !== "sakura") await sealAll(second, code);
  for (const { code, head } of heads) {
    if (code === "sakura") continue;
    const report = await verifyChain(second, second.society(code).id, head);
    assert.deepEqual([report.problems.total, report.unsealed], [0, 0], code);
    assert.ok((report.head?.number ?? 0) > (head?.number ?? 0), code);
  }
  assert.deepEqual(second.failures, []);
  const eras = await restored.app.directory<{ era: number }>(sql`select audit_era() as era`);
  assert.equal(eras[0]?.era, 2);
});
