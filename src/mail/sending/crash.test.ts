import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import PostalMime from "postal-mime";
import { testDatabase } from "../../../test/database.ts";
import { sampleRegistry } from "../../../test/mail/sample.ts";
import { recording, stageFor } from "../../../test/mail/stage.ts";
import { emlFolder } from "../../platform/smtp/eml-folder.ts";
import type { Delivery } from "../../platform/smtp/types.ts";
import { startMailWorker } from "../index.ts";

const database = await testDatabase();
after(database.drop);
const { clear, clock, queue, rows, secret, secrets, working } = stageFor(database);
beforeEach(clear);

test("a worker that hangs holds its lease for ten minutes; then another sends the same mail", async (t) => {
  const [id] = await queue();
  const hanging = recording(() => new Promise<Delivery>(() => {}));
  const hung = startMailWorker({
    ...{ database: database.app, clock, secrets, registry: sampleRegistry },
    ...{ domain: "kenpo.example", random: () => 0, report: () => {} },
    transport: hanging.transport,
    schedule: () => ({ stop: () => {} }),
    holder: null,
  });
  void hung.drain();
  while (hanging.messages.length === 0) await new Promise(setImmediate);
  const { messages, transport } = recording();
  const { worker } = working(t, transport);
  clock.advance({ minutes: 9 });
  await worker.drain();
  assert.equal(messages.length, 0);
  clock.advance({ minutes: 1 });
  await worker.drain();
  assert.deepEqual(messages, hanging.messages);
  assert.equal(messages[0]?.id, id);
});

const folderFor = (t: TestContext) => {
  const folder = mkdtempSync(join(tmpdir(), "kenpo-killed-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
};
const killAfter = (after: number, folder: string) => {
  const config = { config: database.appConfig, secret: secret.toString("base64") };
  const killed = spawnSync(process.execPath, [
    ...process.execArgv.filter((argument) => !argument.startsWith("--test")),
    fileURLToPath(new URL("../../../test/mail/killed-worker.ts", import.meta.url)),
    JSON.stringify({ ...config, folder, after }),
    clock.now(),
  ]);
  assert.equal(killed.signal, "SIGKILL", killed.stderr.toString());
};
const messageIds = async (folder: string) =>
  Promise.all(
    readdirSync(folder)
      .filter((file) => file.endsWith(".eml"))
      .map(async (file) => {
        const { messageId } = await PostalMime.parse(readFileSync(join(folder, file)));
        return messageId;
      }),
  );

test("killed between handing over and marking: sent again under the same Message-ID", async (t) => {
  const [id] = await queue();
  const folder = folderFor(t);
  killAfter(1, folder);
  assert.deepEqual(await messageIds(folder), [`<${id}@kenpo.example>`]);
  assert.equal((await rows())[0]?.state, "queued");
  const { messages, transport } = recording((message) => emlFolder(folder).send(message));
  const { worker } = working(t, transport);
  await worker.drain();
  assert.equal(messages.length, 0);
  clock.advance({ minutes: 10 });
  await worker.drain();
  assert.equal(messages.length, 1);
  assert.deepEqual(await messageIds(folder), [`<${id}@kenpo.example>`]);
  assert.equal((await rows())[0]?.state, "sent");
});

test("killed in the middle of many: none is lost, and no more than a handful goes twice", async (t) => {
  const queued = 300;
  for (let i = 0; i < queued; i += 1) await queue();
  const folder = folderFor(t);
  killAfter(200, folder);
  const handed = (await messageIds(folder)).length;
  const { messages, transport } = recording((message) => emlFolder(folder).send(message));
  clock.advance({ minutes: 10 });
  await working(t, transport).worker.drain();
  const twice = handed + messages.length - queued;
  assert.ok(twice >= 0 && twice <= 25, `${twice} mails went twice`);
  assert.equal((await messageIds(folder)).length, queued);
  assert.equal((await rows()).filter(({ state }) => state === "sent").length, queued);
});

test("with too little of the lease left a mail is not begun: another worker might have it", async (t) => {
  for (let i = 0; i < 12; i += 1) await queue();
  const gate = Promise.withResolvers<Delivery>();
  const slow = recording(() => gate.promise);
  const { worker } = working(t, slow.transport);
  const drained = worker.drain();
  while (slow.messages.length < 5) await new Promise(setImmediate);
  clock.advance({ minutes: 7 });
  gate.resolve({ sent: true });
  await drained;
  assert.equal(slow.messages.length, 5);
  clock.advance({ minutes: 3 });
  const other = recording();
  await working(t, other.transport).worker.drain();
  assert.equal(other.messages.length, 7);
  const ids = [...slow.messages, ...other.messages].map(({ id }) => id);
  assert.equal(new Set(ids).size, 12);
});

test("stop waits for the mail in flight and takes no further one", async (t) => {
  for (let i = 0; i < 12; i += 1) await queue();
  const gate = Promise.withResolvers<Delivery>();
  const { messages, transport } = recording(() => gate.promise);
  const { worker } = working(t, transport);
  const drained = worker.drain();
  while (messages.length < 5) await new Promise(setImmediate);
  const stopped = worker.stop();
  gate.resolve({ sent: true });
  await Promise.all([drained, stopped]);
  assert.equal(messages.length, 5);
  assert.equal((await rows()).filter(({ state }) => state === "sent").length, 5);
});
