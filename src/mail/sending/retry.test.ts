import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { testDatabase } from "../../../test/database.ts";
import { sampleMail, sampleSocieties } from "../../../test/mail/sample.ts";
import { recording, refusing, stageFor } from "../../../test/mail/stage.ts";
import { testSmtp } from "../../../test/smtp.ts";
import { sql } from "../../platform/database/sql.ts";
import { smtpServer } from "../../platform/smtp/server.ts";

const [hikari] = sampleSocieties;
const database = await testDatabase();
after(database.drop);
const { clear, clock, queue, rows, working } = stageFor(database);
beforeEach(clear);

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
