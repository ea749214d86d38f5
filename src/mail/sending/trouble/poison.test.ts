import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { testDatabase } from "../../../../test/database.ts";
import { recording, refusing, stageFor } from "../../../../test/mail/stage.ts";
import { type Mood, testSmtp } from "../../../../test/smtp.ts";
import { smtpServer } from "../../../platform/smtp/server.ts";
import type { About } from "../../../platform/smtp/types.ts";

// One mail that no server will have, oldest of all: the others must not wait for it.

const database = await testDatabase();
after(database.drop);
const { clear, clock, queue, rows, working } = stageFor(database);
beforeEach(clear);

const poison = "poison@example.jp";
const queueGood = async (count: number) => {
  clock.advance({ seconds: 1 });
  for (let i = 0; i < count; i += 1) await queue({ to: `member-${i}@example.jp` });
};
const sentOf = async () => (await rows()).filter(({ state }) => state === "sent").length;

const throttled: readonly Mood[] = [
  { at: "recipient", code: 421, to: poison },
  { at: "message", code: 421, to: poison },
  { at: "recipient", code: 554, text: "5.7.1 Access denied", to: poison },
];
for (const mood of throttled)
  test(`${mood.at} ${"code" in mood && mood.code} to one mail each time, for three days`, async (t) => {
    await queue({ to: poison });
    await queueGood(30);
    const smtp = await testSmtp(t);
    smtp.becomes(mood);
    const { worker, reports } = working(t, smtpServer(smtp.url));
    for (let hours = 0; hours < 80; hours += 4) {
      const before = await sentOf();
      await worker.drain();
      assert.equal(await sentOf(), before === 0 ? 30 : before + 2);
      clock.advance({ hours: 4 });
      await queueGood(2);
    }
    const [row] = await rows();
    assert.deepEqual([row?.state, row?.purged], ["failed", true]);
    assert.ok(Number(row?.attempts) >= 15, `${row?.attempts} attempts`);
    assert.deepEqual(
      reports.filter(({ outcome }) => outcome === "paused"),
      [],
    );
  });

for (const about of ["connection", "policy"] as const satisfies readonly About[])
  test(`${about}: a mail that is alone begins no pause, however often it is turned away`, async (t) => {
    await queue();
    const { messages, transport } = recording(() => refusing(false, "smtp-421", about));
    const { worker, reports } = working(t, transport);
    for (let i = 0; i < 8; i += 1) {
      await worker.drain();
      clock.advance({ hours: 4 });
    }
    assert.equal(messages.length, 8);
    assert.deepEqual(new Set(reports.map(({ outcome }) => outcome)), new Set(["postponed"]));
  });

for (const isUrgent of [false, true])
  test(`a mail with which the server takes nothing at all, urgent: ${isUrgent}`, async (t) => {
    await queue({ to: poison, isUrgent });
    await queueGood(30);
    const { messages, transport } = recording(({ to }) =>
      to === poison ? refusing(false, "smtp-530", "server") : { sent: true },
    );
    const { worker } = working(t, transport);
    for (let i = 0; i < 4; i += 1) {
      const before = messages.length;
      await worker.drain();
      // The trial after a pause is another mail.
      if (i > 0 && messages.length > before + 1) assert.notEqual(messages[before]?.to, poison);
      clock.advance({ minutes: 5 });
    }
    assert.equal(await sentOf(), 30);
  });

test("while the server takes nothing, each trial is another mail, and a new process begins with others", async (t) => {
  for (let i = 0; i < 12; i += 1) await queue({ to: `member-${i}@example.jp` });
  const { messages, transport } = recording(() => refusing(false, "esocket", "server"));
  const { worker } = working(t, transport);
  await worker.drain();
  const first = messages.length;
  for (let i = 0; i < 12 - first; i += 1) {
    clock.advance({ minutes: 5 });
    await worker.drain();
  }
  assert.equal(new Set(messages.map(({ to }) => to)).size, 12);
  const last = messages.at(-1)?.to;
  const next = recording(() => ({ sent: true }));
  await working(t, next.transport).worker.drain();
  assert.equal(new Set(next.messages.map(({ to }) => to)).size, 12);
  assert.notEqual(next.messages[0]?.to, last);
});
