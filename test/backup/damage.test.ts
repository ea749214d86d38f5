import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
  unlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import fc from "fast-check";
import { manifestFile, readManifest } from "../../src/platform/backup/manifest.ts";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import { testClock } from "../clock.ts";
import { type TestDatabase, testDatabase } from "../database.ts";
import { hikariIn } from "../hikari.ts";
import { type Content, contentOf } from "./content.ts";
import { backupShell } from "./installation.ts";

// Whatever happened to a backup: it is refused with the name of the file, before anything changes.

const clock = testClock();
const secret = randomBytes(32);
const secrets = openSecrets(secret);
let source: TestDatabase;
let target: TestDatabase;
let empty: Content;
let folder = "";
let [good, other, tried] = ["", "", ""];

before(async () => {
  [source, target] = [await testDatabase(), await testDatabase()];
  await hikariIn(source.app, clock.now());
  folder = await mkdtemp(join(tmpdir(), "kenpo-damage-"));
  [good, other, tried] = ["good", "other", "tried"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const kenpo = backupShell({ database: source, secrets, clock });
  for (const out of [good, other]) assert.equal((await kenpo("export", { out })).code, 0);
  empty = await contentOf(target);
});
afterEach(() => rm(tried, { recursive: true, force: true }));
after(async () => {
  await Promise.all([source.drop(), target.drop()]);
  await rm(folder, { recursive: true });
});

const imports = (by = secrets, values = {}) =>
  backupShell({ database: target, secrets: by, clock })("import", values, [tried]);

/** The import of `tried` is refused with this file's name. */
const refusal = async (file: string, by = secrets) => {
  const done = await imports(by);
  assert.equal(done.code, 1);
  assert.equal(done.json.file, file);
  assert.ok(done.complained.startsWith(`${join(tried, file)}: `), done.complained);
  assert.match(done.complained, /。何も変わっていません。$/);
  return done.json.code;
};

/** And nothing changed. */
const isRefused = async (file: string, code: string, by = secrets) => {
  assert.equal(await refusal(file, by), code);
  assert.deepEqual(await contentOf(target), empty);
};

const damages: readonly ((bytes: Buffer, at: number) => Buffer)[] = [
  (bytes, at) => {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 0x01;
    return changed;
  },
  (bytes, at) => bytes.subarray(0, at),
  (bytes, at) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]),
  (bytes, at) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.from([at & 0xff]), bytes.subarray(at)]),
  (bytes) => Buffer.concat([bytes, Buffer.from("\n")]),
  (bytes) => Buffer.concat([bytes, bytes]),
];

test("any file, anywhere: a bit, an end, a byte less, a byte more", async () => {
  const names = await readdir(good);
  const sizes = new Map(
    await Promise.all(
      names.map(async (name) => [name, (await stat(join(good, name))).size] as const),
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.constantFrom(...damages),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      async (name, damage, place) => {
        await cp(good, tried, { recursive: true });
        const at = Math.floor(place * (sizes.get(name) ?? 0));
        await writeFile(join(tried, name), damage(await readFile(join(good, name)), at));
        const code = await refusal(name);
        // a manifest may by chance name another key or format
        assert.ok(code === "altered" || name === manifestFile, `${code}`);
        await rm(tried, { recursive: true });
      },
    ),
    { numRuns: 60 },
  );
  assert.deepEqual(await contentOf(target), empty);
});

test("a file that is gone, and a backup that did not come to its end", async () => {
  await cp(good, tried, { recursive: true });
  await unlink(join(tried, "member.sealed"));
  await isRefused("member.sealed", "missing");
  await unlink(join(tried, manifestFile));
  await isRefused(manifestFile, "incomplete");
  await rm(tried, { recursive: true });
  await isRefused(manifestFile, "incomplete");
});

test("a folder or a pipe in the place of a file", async () => {
  for (const file of ["member.sealed", manifestFile]) {
    await cp(good, tried, { recursive: true });
    await unlink(join(tried, file));
    await mkdir(join(tried, file));
    await isRefused(file, "altered");
    await rmdir(join(tried, file));
    execFileSync("mkfifo", [join(tried, file)]);
    await isRefused(file, "altered");
    await rm(tried, { recursive: true });
  }
});

test("a file of another table, or of another backup", async () => {
  await cp(good, tried, { recursive: true });
  await rename(join(tried, "society.sealed"), join(tried, "entrance.sealed"));
  await isRefused("entrance.sealed", "altered");
  await cp(join(good, "entrance.sealed"), join(tried, "entrance.sealed"));
  await cp(join(other, "society.sealed"), join(tried, "society.sealed"));
  await isRefused("society.sealed", "altered");
  await cp(join(good, "society.sealed"), join(tried, "society.sealed"));
  await cp(join(other, manifestFile), join(tried, manifestFile));
  await isRefused("entrance.sealed", "altered");
});

test("another secret is told so; the secret before the present one reads it", async () => {
  await cp(good, tried, { recursive: true });
  await isRefused(manifestFile, "other-key", openSecrets(randomBytes(32)));
  const later = openSecrets(randomBytes(32), [secret]);
  const done = await imports(later, { "dry-run": true });
  assert.equal(done.code, 0, done.complained);
});

test("a later format is told so", async () => {
  await cp(good, tried, { recursive: true });
  const path = join(tried, manifestFile);
  await writeFile(path, (await readFile(path, "utf8")).replace('"version": 1', '"version": 2'));
  await isRefused(manifestFile, "newer-format");
});

test("a rehearsal finds the same", async () => {
  await cp(good, tried, { recursive: true });
  const rows = await readFile(join(tried, "society_version.sealed"));
  await writeFile(join(tried, "society_version.sealed"), rows.subarray(1));
  const done = await imports(secrets, { "dry-run": true });
  const file = "society_version.sealed";
  assert.deepEqual(done.json, { ok: false, code: "altered", folder: tried, file });
});

test("what is not ours in the folder does no harm", async () => {
  await cp(good, tried, { recursive: true });
  await writeFile(join(tried, "SHA256SUMS"), "of somebody's own\n");
  assert.equal((await imports(secrets, { "dry-run": true })).code, 0);
});

test("all was well with the first one", async () => {
  await cp(good, tried, { recursive: true });
  const manifest = await readManifest(tried, secrets);
  const done = await imports();
  assert.equal(done.code, 0, done.complained);
  const expected = Object.fromEntries(
    manifest.tables.map(({ table, plain }) => [table, plain.lines]),
  );
  assert.deepEqual(done.json.tables, expected);
});
