import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { openSecrets } from "../crypto/secrets.ts";
import type { Secrets } from "../crypto/types.ts";
import { fileKey } from "./keys.ts";
import { parseManifest, readManifest, writeManifest } from "./manifest.ts";
import type { Manifest } from "./types.ts";

const secret = randomBytes(32);
const secrets = openSecrets(secret);
const measure = { bytes: 5, sha256: "0".repeat(64) };
const manifest: Manifest = {
  // in another order than it is written
  tables: [
    {
      table: "member",
      columns: ["society_id", "id"],
      file: "member.sealed",
      sealed: measure,
      plain: { ...measure, lines: 2 },
    },
  ],
  format: "kenpo-backup",
  version: 1,
  id: randomBytes(32).toString("base64url"),
  createdAt: "2026-11-20T01:00:00.000Z",
  keyId: secrets.keyId,
  societies: 1,
  auditEra: 1,
  migrations: [{ name: "0001_ground.sql", sha256: "1".repeat(64) }],
};

let folder = "";
let text = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "kenpo-manifest-"));
  assert.ok((await writeManifest({ folder, secrets }, manifest)).ok);
  text = await readFile(join(folder, "manifest.json"), "utf8");
});
after(() => rm(folder, { recursive: true }));

const refused = (by: () => unknown, fault: string) =>
  assert.throws(by, { fault, file: "manifest.json" });

test("what was written is read, and once only", async () => {
  assert.deepEqual(await readManifest(folder, secrets), manifest);
  const again = await writeManifest({ folder, secrets }, manifest);
  assert.equal(again.ok, false);
});

test("any other byte is refused, a blank too", () => {
  const bytes = Buffer.from(text);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 127 }), (at, by) => {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ by;
      assert.throws(() => parseManifest(secrets, changed.toString("utf8")), {
        name: "Error",
        file: "manifest.json",
      });
    }),
    { numRuns: 2000 },
  );
  for (const end of [0, 1, text.length - 1])
    refused(() => parseManifest(secrets, text.slice(0, end)), "altered");
  refused(() => parseManifest(secrets, `${text}\n`), "altered");
});

test("another secret is told, an earlier one reads", () => {
  const other = randomBytes(32);
  refused(() => parseManifest(openSecrets(other), text), "other-key");
  assert.deepEqual(parseManifest(openSecrets(other, [secret]), text), manifest);
});

const lined = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
/** As a holder of these secrets would write it. */
const signedBy = (by: Secrets, changed: object) => {
  const { mac, ...body } = JSON.parse(text);
  const whole = { ...body, ...changed };
  return lined({ ...whole, mac: by.mac("backup", lined(whole)) });
};

test("who has another secret cannot sign for this one", () => {
  const theirs = openSecrets(randomBytes(32));
  assert.equal(parseManifest(secrets, signedBy(secrets, { societies: 7 })).societies, 7);
  refused(() => parseManifest(secrets, signedBy(theirs, { societies: 7 })), "altered");
});

test("a later format is told before anything else of it is read", () => {
  refused(
    () => parseManifest(secrets, '{"format":"kenpo-backup","version":2,"all":"other"}'),
    "newer-format",
  );
  refused(() => parseManifest(secrets, '{"format":"kenpo-backup","version":0}'), "altered");
  for (const none of ["", "[]", "null", "{}", '"text"', "<xml/>"])
    refused(() => parseManifest(secrets, none), "altered");
});

test("a file outside of the folder is no name, whoever signed it", () => {
  for (const file of ["../member.sealed", "/etc/passwd", "a/b.sealed", "member"]) {
    const tables = manifest.tables.map((table) => ({ ...table, file }));
    refused(() => parseManifest(secrets, signedBy(secrets, { tables })), "altered");
  }
});

test("where there is no manifest, there is no backup", async () => {
  await assert.rejects(readManifest(join(folder, "none"), secrets), { fault: "incomplete" });
});

test("a key is of one table of one backup under one secret", () => {
  const keys = [
    fileKey(secrets, manifest, "member"),
    fileKey(secrets, manifest, "account"),
    fileKey(secrets, { ...manifest, id: "other" }, "member"),
  ].map((key) => key.toString("hex"));
  assert.equal(new Set(keys).size, 3);
  assert.equal(keys[0], fileKey(openSecrets(secret), manifest, "member").toString("hex"));
  assert.throws(() => fileKey(openSecrets(randomBytes(32)), manifest, "member"), {
    fault: "other-key",
  });
});
