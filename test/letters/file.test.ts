import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { type LetterFile, lettersPdf, openLetterFile } from "../../src/letters/index.ts";
import type { Edition, Sheet } from "../../src/letters/types.ts";
import { editions, hanako } from "./editions.ts";
import { qpdfCheck } from "./qpdf.ts";

const folder = mkdtempSync(join(tmpdir(), "letters-"));
after(() => rmSync(folder, { recursive: true }));

const [edition] = editions as [Edition];
const portion = (from: number): readonly Sheet[] =>
  Array.from({ length: 64 }, (_, i) => ({
    kind: "letter",
    letter: { ...hanako, reference: `12-${String(from + i).padStart(5, "0")}-0` },
  }));
// What a worker cannot lay out: a bug, as far as it can tell.
const broken = [{ kind: "letter", letter: null }] as unknown as readonly Sheet[];

const opened = async (name: string): Promise<LetterFile & { readonly path: string }> => {
  const path = join(folder, name);
  const file = await openLetterFile(path, edition);
  assert.ok(file.ok);
  return { ...file.value, path };
};
const here = (name: string) => readdirSync(folder).filter((found) => found.includes(name));
const threads = () =>
  process.getActiveResourcesInfo().filter((name) => /Worker|MessagePort/.test(name));

test("the file is what the thread was given, readable by its owner, under its name at the end", async () => {
  const file = await opened("whole.pdf");
  for (const from of [1, 65, 129]) await file.write(portion(from));
  assert.deepEqual(here("whole"), [".whole.pdf.part"]);
  assert.deepEqual(await file.finish(), { ok: true, value: null });
  assert.deepEqual(here("whole"), ["whole.pdf"]);
  assert.equal(statSync(file.path).mode & 0o777, 0o600);
  const bytes = readFileSync(file.path);
  assert.equal(await qpdfCheck(bytes), 0);
  const pages = (pdf: Uint8Array) =>
    Buffer.from(pdf)
      .toString("latin1")
      .match(/\/Type \/Page\n/g)?.length;
  assert.equal(pages(bytes), 192);
  const whole = await lettersPdf(edition, [1, 65, 129].flatMap(portion));
  assert.ok(bytes.equals(whole));
  assert.deepEqual(threads(), []);
});

test("a write waits until the portion before it is on disk", async () => {
  const file = await opened("waits.pdf");
  const size = () => statSync(join(folder, ".waits.pdf.part")).size;
  await file.write(portion(1));
  assert.equal(size(), 0);
  await file.write(portion(65));
  const first = size();
  assert.ok(first > 0);
  await file.write(portion(129));
  assert.ok(size() > first);
  await file.discard();
});

test("a taken name is refused, at the beginning and at the end, and what stands there stays", async () => {
  const path = join(folder, "taken.pdf");
  writeFileSync(path, "mine");
  const refused = await openLetterFile(path, edition);
  assert.ok(!refused.ok && refused.code === "file-exists");
  rmSync(path);
  const file = await opened("taken.pdf");
  writeFileSync(path, "mine");
  const late = await file.finish();
  assert.ok(!late.ok && late.code === "file-exists");
  await file.discard();
  assert.deepEqual(here("taken"), ["taken.pdf"]);
  assert.equal(readFileSync(path, "utf8"), "mine");
});

test("a thread that dies is told by the next call, and leaves nothing", async () => {
  const file = await opened("dead.pdf");
  await file.write(portion(1));
  await file.write(broken);
  await assert.rejects(file.write(portion(65)), TypeError);
  await assert.rejects(file.write(portion(65)), TypeError);
  await assert.rejects(file.finish(), TypeError);
  await file.discard();
  assert.deepEqual(here("dead"), []);
  assert.deepEqual(threads(), []);
});

test("a thread that dies of the last portion is told by the end", async () => {
  const file = await opened("late.pdf");
  await file.write(broken);
  await assert.rejects(file.finish(), TypeError);
  await file.discard();
  assert.deepEqual(here("late"), []);
});

test("discard works at any time, twice too, and takes a finished file back", async () => {
  const untouched = await opened("untouched.pdf");
  await untouched.discard();
  const begun = await opened("begun.pdf");
  const writing = begun
    .write(portion(1))
    .then(() => begun.write(portion(65)))
    .catch(() => "told");
  await begun.discard();
  assert.equal(await writing, "told");
  const finished = await opened("finished.pdf");
  await finished.write(portion(1));
  assert.ok((await finished.finish()).ok);
  await finished.discard();
  await finished.discard();
  for (const name of ["untouched", "begun", "finished"]) assert.deepEqual(here(name), []);
  assert.deepEqual(threads(), []);
});
