import assert from "node:assert/strict";
import { link, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { ok, refuse } from "../../../kernel/result.ts";
import { type LetterSink, openListSink, openTogether } from "./sinks.ts";

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "kenpo-sinks-"));
});
beforeEach(async () => {
  for (const name of await readdir(folder)) await rm(join(folder, name));
});
after(() => rm(folder, { recursive: true }));

const list = (name: string) => () => openListSink(join(folder, name));
const there = async () => (await readdir(folder)).sort();
const sink = (own: Partial<LetterSink>, discarded: string[] = [], name = "") => ({
  write: async () => {},
  finish: async () => ok(null),
  discard: async () => void discarded.push(name),
  ...own,
});

test("both files, or where the second is refused none", async () => {
  const both = await openTogether([list("a.csv"), list("b.csv")]);
  assert.ok(both.ok);
  assert.ok((await both.value.finish()).ok);
  assert.deepEqual(await there(), ["a.csv", "b.csv"]);
  const again = await openTogether([list("c.csv"), list("b.csv")]);
  assert.deepEqual(again, refuse("file-exists"));
  assert.deepEqual(await there(), ["a.csv", "b.csv"]);
});

test("a name that is taken meanwhile: the other file, finished already, goes too", async () => {
  const both = await openTogether([list("a.csv"), list("b.csv")]);
  assert.ok(both.ok);
  await writeFile(join(folder, "b.csv"), "somebody's");
  assert.deepEqual(await both.value.finish(), refuse("file-exists"));
  await both.value.discard();
  assert.deepEqual(await there(), ["b.csv"]);
});

test("a file that broke off between its two names is taken back under both", async () => {
  const opened = await openListSink(join(folder, "a.csv"));
  assert.ok(opened.ok);
  await link(join(folder, ".a.csv.part"), join(folder, "a.csv"));
  await opened.value.discard();
  assert.deepEqual(await there(), []);
});

test("one that cannot be opened takes the others with it", async () => {
  const nowhere = () => openListSink(join(folder, "none", "b.csv"));
  await assert.rejects(openTogether([list("a.csv"), nowhere]), { code: "ENOENT" });
  assert.deepEqual(await there(), []);
});

test("a failure of one is told, after the others have written", async () => {
  const written: string[] = [];
  const broken = sink({ write: () => Promise.reject(new Error("disk full")) });
  const whole = sink({ write: async () => void written.push("whole") });
  const both = await openTogether([async () => ok(broken), async () => ok(whole)]);
  assert.ok(both.ok);
  await assert.rejects(both.value.write([]), /disk full/);
  assert.deepEqual(written, ["whole"]);
});

test("all are discarded, also where one refuses even that", async () => {
  const discarded: string[] = [];
  const stuck = sink({ discard: () => Promise.reject(new Error("stuck")) });
  const both = await openTogether([
    async () => ok(stuck),
    async () => ok(sink({}, discarded, "second")),
  ]);
  assert.ok(both.ok);
  await assert.rejects(both.value.discard(), /stuck/);
  assert.deepEqual(discarded, ["second"]);
});
