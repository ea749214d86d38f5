import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import PostalMime from "postal-mime";
import { sampleMessage } from "../../../test/mail/message.ts";
import { emlFolder } from "./eml-folder.ts";
import { noMailbox } from "./failure.ts";

const folderFor = (t: TestContext) => {
  const parent = mkdtempSync(join(tmpdir(), "kenpo-mail-"));
  t.after(() => rmSync(parent, { recursive: true }));
  return join(parent, "data", "mail");
};
const file = `${sampleMessage.id}.eml`;

test("a mail becomes a file that only its owner reads", async (t) => {
  const folder = folderFor(t);
  assert.deepEqual(await emlFolder(folder).send(sampleMessage), { sent: true });
  assert.deepEqual(readdirSync(folder), [file]);
  assert.equal(statSync(join(folder, file)).mode & 0o777, 0o600);
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  const bytes = readFileSync(join(folder, file));
  const mail = await PostalMime.parse(bytes);
  assert.equal(mail.subject, sampleMessage.subject);
  assert.equal(mail.messageId, `<${sampleMessage.id}@kenpo.example>`);
  assert.equal(mail.to?.[0]?.address, sampleMessage.to);
  assert.equal(mail.returnPath, sampleMessage.returnPath);
  assert.equal(mail.html?.trimEnd(), sampleMessage.html);
  assert.doesNotMatch(bytes.toString("latin1"), /[^\r]\n/);
});

test("a second attempt replaces the first", async (t) => {
  const folder = folderFor(t);
  const transport = emlFolder(folder);
  await transport.send(sampleMessage);
  await transport.send(sampleMessage);
  assert.deepEqual(readdirSync(folder), [file]);
});

test("a folder that cannot be made is worth another attempt", async (t) => {
  const folder = folderFor(t);
  writeFileSync(join(folder, "..", "..", "data"), "a file stands in the way");
  const delivery = await emlFolder(folder).send(sampleMessage);
  assert.ok(!delivery.sent && !delivery.forGood && delivery.about === "server");
  assert.match(delivery.code, /^file-e(exist|notdir)$/);
});

test("no mailbox, no file", async (t) => {
  const folder = folderFor(t);
  const delivery = await emlFolder(folder).send({ ...sampleMessage, to: "a@b.jp, c@d.jp" });
  assert.deepEqual(delivery, noMailbox);
});

test("phone companies gave out addresses that RFC 5322 does not know", async (t) => {
  const folder = folderFor(t);
  const to = "hana..ko.@docomo.example";
  assert.deepEqual(await emlFolder(folder).send({ ...sampleMessage, to }), { sent: true });
  const mail = await PostalMime.parse(readFileSync(join(folder, file)));
  // RFC 5321 §4.1.2: quoted, it is the same mailbox.
  assert.equal(mail.to?.[0]?.address?.replaceAll('"', ""), to);
});
