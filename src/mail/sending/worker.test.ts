import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import PostalMime from "postal-mime";
import { testClock } from "../../../test/clock.ts";
import { testDatabase } from "../../../test/database.ts";
import { testSmtp } from "../../../test/smtp.ts";
import { openSecrets } from "../../platform/crypto/secrets.ts";
import { sql } from "../../platform/database/sql.ts";
import { emlFolder } from "../../platform/smtp/eml-folder.ts";
import { smtpServer } from "../../platform/smtp/server.ts";
import type { Delivery, Message, Transport } from "../../platform/smtp/types.ts";
import { type Mail, type MailReport, queueMails, startMailWorker } from "../index.ts";
import { sampleMail, sampleRegistry, sampleSocieties } from "../sample.ts";

const [hikari, minato] = sampleSocieties;
const database = await testDatabase();
after(database.drop);
const secret = randomBytes(32);
const secrets = openSecrets(secret);
const clock = testClock();

beforeEach(async () => {
  for (const society of [hikari, minato])
    await database.owner.inSociety(society, async (tx) => {
      tx.write(sql`delete from mail where society_id = ${society}`);
      tx.write(sql`delete from mail_queue where society_id = ${society}`);
    });
});

const queue = (mail: Partial<Mail> = {}, society = hikari) =>
  database.app.inSociety(society, async (tx) =>
    queueMails(tx, [{ ...sampleMail, ...mail }], { now: clock.now(), secrets }),
  );
const rows = async (society = hikari) => {
  const [found] = await database.app.read(society, [
    sql`select state, attempts, body is null as purged, last_error, queued_at, settled_at
        from mail where society_id = ${society} order by queued_at, id`,
  ]);
  return found as { state: string; attempts: number; purged: boolean; last_error: string | null }[];
};

/** A transport that keeps what it is given and answers as the story says. */
const recording = (
  answer: (message: Message) => Delivery | Promise<Delivery> = () => ({ sent: true }),
) => {
  const messages: Message[] = [];
  const transport: Transport = {
    send: async (message) => {
      messages.push(message);
      return answer(message);
    },
    close: () => {},
  };
  return { messages, transport };
};

const working = (t: TestContext, transport: Transport) => {
  const reports: MailReport[] = [];
  const worker = startMailWorker({
    database: database.app,
    transport,
    clock,
    secrets,
    registry: sampleRegistry,
    domain: "kenpo.example",
    random: () => 0,
    report: (report) => void reports.push(report),
    schedule: () => ({ stop: () => {} }),
  });
  t.after(worker.stop);
  return { worker, reports };
};

const refusing = (forGood: boolean, code: string): Delivery => ({ sent: false, forGood, code });

test("a queued mail is sealed at rest, sent once, and purged", async (t) => {
  const [id] = await queue();
  const [stored] = await database.app.read(hikari, [
    sql`select mail::text as all from mail where society_id = ${hikari}`,
  ]);
  for (const part of [sampleMail.to, sampleMail.content.subject, sampleMail.content.text])
    assert.ok(!JSON.stringify(stored).includes(part.trim()));
  const { messages, transport } = recording();
  const { worker, reports } = working(t, transport);
  await worker.drain();
  await worker.drain();
  assert.deepEqual(messages, [
    {
      id,
      domain: "kenpo.example",
      from: { name: "ひかり電機健康保険組合", address: "webmaster@kenpo.example" },
      to: "hanako@example.jp",
      date: clock.now(),
      language: "ja",
      ...sampleMail.content,
    },
  ]);
  assert.deepEqual(reports, [{ society: hikari, mail: id, outcome: "sent" }]);
  const [row] = await rows();
  assert.deepEqual([row?.state, row?.purged, row?.attempts], ["sent", true, 1]);
});

test("the sender's name is the society's, in the mail's language", async (t) => {
  await queue({ language: "en", from: "info" }, minato);
  const { messages, transport } = recording();
  await working(t, transport).worker.drain();
  assert.deepEqual(messages[0]?.from, {
    name: "Minato Communications Health Insurance Society",
    address: "info@kenpo.example",
  });
});

test("nothing leaves for a change that was rolled back", async (t) => {
  const change = database.app.inSociety(hikari, async (tx) => {
    queueMails(tx, [sampleMail], { now: clock.now(), secrets });
    throw new Error("refused after all");
  });
  await assert.rejects(change);
  const { messages, transport } = recording();
  await working(t, transport).worker.drain();
  assert.deepEqual(messages, []);
});

test("a refusal for now is tried again after a minute, two, four; then it is sent", async (t) => {
  await queue();
  const answers = [
    refusing(false, "smtp-451"),
    refusing(false, "etimedout"),
    { sent: true } as const,
  ];
  const { messages, transport } = recording(() => answers.shift() ?? { sent: true });
  const { worker, reports } = working(t, transport);
  const expectAttempts = async (count: number) => {
    await worker.drain();
    assert.equal(messages.length, count);
  };
  await expectAttempts(1);
  clock.advance({ seconds: 59 });
  await expectAttempts(1);
  clock.advance({ seconds: 1 });
  await expectAttempts(2);
  clock.advance({ seconds: 119 });
  await expectAttempts(2);
  clock.advance({ seconds: 1 });
  await expectAttempts(3);
  assert.deepEqual(
    reports.map(({ outcome, code }) => code ?? outcome),
    ["smtp-451", "etimedout", "sent"],
  );
  assert.equal(new Set(messages.map((message) => JSON.stringify(message))).size, 1);
});

test("a refusal for good is not tried again, and its words are purged", async (t) => {
  await queue();
  const { messages, transport } = recording(() => refusing(true, "smtp-550"));
  const { worker } = working(t, transport);
  await worker.drain();
  clock.advance({ days: 4 });
  await worker.drain();
  assert.equal(messages.length, 1);
  const [row] = await rows();
  assert.deepEqual([row?.state, row?.purged, row?.last_error], ["failed", true, "smtp-550"]);
});

test("after three days of refusals for now it is given up", async (t) => {
  await queue();
  const { messages, transport } = recording(() => refusing(false, "smtp-451"));
  const { worker } = working(t, transport);
  for (let hours = 0; hours < 80; hours += 4) {
    await worker.drain();
    clock.advance({ hours: 4 });
  }
  const [row] = await rows();
  assert.deepEqual([row?.state, row?.attempts, row?.purged], ["failed", messages.length, true]);
  assert.ok(messages.length >= 15 && messages.length <= 19, `${messages.length} attempts`);
});

test("a worker that hangs holds its lease for ten minutes; then another sends the same mail", async (t) => {
  const [id] = await queue();
  const hanging = recording(() => new Promise<Delivery>(() => {}));
  const first = startMailWorker({
    ...{ database: database.app, clock, secrets, registry: sampleRegistry },
    ...{ domain: "kenpo.example", random: () => 0, report: () => {} },
    transport: hanging.transport,
    schedule: () => ({ stop: () => {} }),
  });
  void first.drain();
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

test("killed between handing over and marking: sent again under the same Message-ID", async (t) => {
  const [id] = await queue();
  const folder = mkdtempSync(join(tmpdir(), "kenpo-killed-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const killed = spawnSync(process.execPath, [
    ...process.execArgv.filter((argument) => !argument.startsWith("--test")),
    fileURLToPath(new URL("./killed-worker.fixture.ts", import.meta.url)),
    JSON.stringify({ config: database.appConfig, secret: secret.toString("base64"), folder }),
    clock.now(),
  ]);
  assert.equal(killed.signal, "SIGKILL", killed.stderr.toString());
  const messageIds = async () =>
    Promise.all(
      readdirSync(folder).map(async (file) => {
        const { messageId } = await PostalMime.parse(readFileSync(join(folder, file)));
        return messageId;
      }),
    );
  assert.deepEqual(await messageIds(), [`<${id}@kenpo.example>`]);
  assert.equal((await rows())[0]?.state, "queued");
  const { messages, transport } = recording((message) => emlFolder(folder).send(message));
  const { worker } = working(t, transport);
  await worker.drain();
  assert.equal(messages.length, 0);
  clock.advance({ minutes: 10 });
  await worker.drain();
  assert.equal(messages.length, 1);
  assert.deepEqual(await messageIds(), [`<${id}@kenpo.example>`]);
  assert.equal((await rows())[0]?.state, "sent");
});

test("two workers share the queue and send nothing twice", async (t) => {
  const ids = new Set<string>();
  for (let i = 0; i < 30; i += 1)
    for (const id of await queue({}, i % 2 ? hikari : minato)) ids.add(id);
  const { messages, transport } = recording();
  const both = [working(t, transport), working(t, transport)];
  await Promise.all(both.map(({ worker }) => worker.drain()));
  assert.equal(messages.length, 30);
  assert.deepEqual(new Set(messages.map(({ id }) => id)), ids);
});

test("a mail queued while the worker works is found by its poke", async (t) => {
  await queue();
  const { messages, transport } = recording(async () => {
    if (messages.length === 1) {
      await queue();
      worker.poke();
    }
    return { sent: true };
  });
  const { worker } = working(t, transport);
  await worker.drain();
  assert.equal(messages.length, 2);
});

test("an altered or moved row fails alone, and the others leave", async (t) => {
  await queue();
  clock.advance({ seconds: 1 });
  await queue({ to: "taro@example.jp" });
  await database.owner.inSociety(hikari, async (tx) =>
    tx.write(sql`
      update mail set body = (select body from mail other
        where other.society_id = ${hikari} and other.id <> mail.id)
      where society_id = ${hikari} and queued_at = ${clock.now()}`),
  );
  const { messages, transport } = recording();
  await working(t, transport).worker.drain();
  assert.deepEqual(
    messages.map(({ to }) => to),
    ["hanako@example.jp"],
  );
  assert.deepEqual(
    (await rows()).map((row) => row.last_error),
    [null, "unreadable"],
  );
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

test("over a real SMTP server that refuses at first", async (t) => {
  const smtp = await testSmtp(t);
  const { worker } = working(t, smtpServer(smtp.url));
  await queue();
  smtp.becomes({ at: "message", code: 451 });
  await worker.drain();
  assert.equal(smtp.received.length, 0);
  smtp.becomes({ at: "never" });
  clock.advance({ minutes: 1 });
  await worker.drain();
  assert.equal(smtp.received.length, 1);
  assert.equal(smtp.received[0]?.mail.subject, sampleMail.content.subject);
});

test("another society can neither read, settle, postpone nor claim-read the mail", async () => {
  const [id] = await queue();
  const foreign = await database.app.inSociety(minato, async (tx) => {
    const seen = await tx.query(sql`select 1 from mail where society_id = ${hikari}`);
    const due = await tx.query(sql`select 1 from mail_queue where society_id = ${hikari}`);
    const settled = await tx.query(
      sql`update mail set state = 'sent', body = null, settled_at = ${clock.now()}
          where society_id = ${hikari} and id = ${id as string} returning id`,
    );
    const gone = await tx.query(
      sql`delete from mail_queue where society_id = ${hikari} returning mail_id`,
    );
    return [seen, due, settled, gone].map(({ length }) => length);
  });
  assert.deepEqual(foreign, [0, 0, 0, 0]);
  assert.equal((await rows())[0]?.state, "queued");
  const added = database.app.inSociety(minato, async (tx) =>
    queueMails({ ...tx, society: hikari }, [sampleMail], { now: clock.now(), secrets }),
  );
  await assert.rejects(added, { code: "42501" });
  const outside = await database.app.directory(sql`select 1 from mail_queue`);
  assert.equal(outside.length, 0);
});
