import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { keptSecret } from "./secret-file.ts";
import { secretBytes } from "./secrets.ts";

const folderFor = (t: TestContext) => {
  const folder = mkdtempSync(join(tmpdir(), "kenpo-secret-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
};
const modeOf = (file: string) => statSync(file).mode & 0o777;

test("made once, kept with mode 0600, nothing else left behind", (t) => {
  const folder = join(folderFor(t), "data");
  const secret = keptSecret(folder);
  assert.equal(secretBytes(secret)?.length, 32);
  assert.equal(keptSecret(folder), secret);
  assert.deepEqual(readdirSync(folder), ["secret"]);
  assert.equal(modeOf(join(folder, "secret")), 0o600);
});

test("every installation has its own", (t) => {
  assert.notEqual(keptSecret(folderFor(t)), keptSecret(folderFor(t)));
});

test("a copy that others can read is closed again", (t) => {
  const folder = folderFor(t);
  const secret = keptSecret(folder);
  chmodSync(join(folder, "secret"), 0o644);
  assert.equal(keptSecret(folder), secret);
  assert.equal(modeOf(join(folder, "secret")), 0o600);
});

test("a damaged file is given as it is, never replaced: its data would be lost", (t) => {
  const folder = folderFor(t);
  writeFileSync(join(folder, "secret"), "damaged\n");
  assert.equal(keptSecret(folder), "damaged");
  assert.equal(secretBytes("damaged"), undefined);
});
