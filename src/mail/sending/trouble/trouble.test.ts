import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { testDatabase } from "../../../../test/database.ts";
import { stageFor } from "../../../../test/mail/stage.ts";
import { type Mood, testSmtp } from "../../../../test/smtp.ts";
import { smtpServer } from "../../../platform/smtp/server.ts";

// A real server that misbehaves, and the clock of the story.

const database = await testDatabase();
after(database.drop);
const { clear, clock, account, failing, queue, rows, working } = stageFor(database);
beforeEach(clear);

const addresses = Array.from({ length: 30 }, (_, i) => `member-${i}@example.jp`);
const queueThirty = async () => {
  for (const to of addresses) await queue({ to });
};
const states = async () => {
  const count = new Map<string, number>();
  for (const { state, attempts } of await rows())
    count.set(`${state} ${attempts}`, (count.get(`${state} ${attempts}`) ?? 0) + 1);
  return Object.fromEntries(count);
};
const codes = (reports: readonly { outcome: string; code?: string }[]) =>
  reports.map(({ outcome, code = "" }) => `${outcome} ${code}`.trim());

test("a server that is down costs no mail an attempt, and is asked ever more seldom", async (t) => {
  await queueThirty();
  const smtp = await testSmtp(t);
  await smtp.close();
  const { worker, reports } = working(t, smtpServer(smtp.url));
  const waits = [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300];
  for (const [i, seconds] of waits.entries()) {
    await worker.drain();
    await worker.drain();
    assert.deepEqual(codes(reports), Array(i + 1).fill("paused esocket"));
    clock.advance({ seconds: seconds - 0.001 });
    await worker.drain();
    assert.equal(reports.length, i + 1);
    clock.advance({ seconds: 0.001 });
  }
  assert.deepEqual(await states(), { "queued 0": 30 });
  await smtp.open();
  await worker.drain();
  assert.deepEqual(await states(), { "sent 1": 30 });
  assert.deepEqual(
    new Set(smtp.received.flatMap(({ envelope }) => envelope.to)),
    new Set(addresses),
  );
  assert.equal(smtp.received.length, 30);
});

const ours: readonly (readonly [Mood, string])[] = [
  [{ at: "greeting", code: 421 }, "smtp-421"],
  [{ at: "greeting", code: 554 }, "smtp-554"],
  [{ at: "drop-at-greeting" }, "econnection"],
  [{ at: "sender", code: 530 }, "smtp-530"],
];
for (const [mood, code] of ours)
  test(`${Object.values(mood).join(" ")}: all wait, none is tried in vain, none fails`, async (t) => {
    await queueThirty();
    const smtp = await testSmtp(t);
    smtp.becomes(mood);
    const { worker, reports } = working(t, smtpServer(smtp.url));
    await worker.drain();
    // One for each connection and one more, where a closed one is opened anew at once.
    assert.ok(smtp.taken() <= 10, `${smtp.taken()} connections`);
    const before = smtp.taken();
    clock.advance({ seconds: 1 });
    await worker.drain();
    assert.ok(smtp.taken() <= before + 2, "the second time one mail tries it");
    assert.deepEqual(codes(reports), [`paused ${code}`, `paused ${code}`]);
    assert.deepEqual(await states(), { "queued 0": 30 });
    smtp.becomes({ at: "never" });
    clock.advance({ seconds: 2 });
    await worker.drain();
    assert.deepEqual(await states(), { "sent 1": 30 });
    assert.equal(smtp.received.length, 30);
  });

test("a wrong password of ours fails no mail", async (t) => {
  await queueThirty();
  const smtp = await testSmtp(t, { password: "right" });
  const wrong = working(t, smtpServer(smtp.url.replace("//", "//kenpo:wrong@")));
  await wrong.worker.drain();
  assert.deepEqual(codes(wrong.reports), ["paused smtp-535"]);
  const { worker } = working(t, smtpServer(smtp.url.replace("//", "//kenpo:right@")));
  await worker.drain();
  assert.deepEqual(await states(), { "sent 1": 30 });
});

const [first = ""] = addresses;
const ofOneMail: readonly (readonly [Mood, Record<string, number>, string])[] = [
  [
    { at: "recipient", code: 451, to: first },
    { "queued 1": 1, "sent 1": 29 },
    "postponed recipient-451",
  ],
  [{ at: "message", code: 452, to: first }, { "queued 1": 1, "sent 1": 29 }, "postponed smtp-452"],
  [{ at: "sender", code: 451 }, { "queued 1": 30 }, "postponed smtp-451"],
  [{ at: "sender", code: 553 }, { "queued 1": 30 }, "postponed smtp-553"],
  [
    { at: "recipient", code: 550, to: first },
    { "failed 1": 1, "sent 1": 29 },
    "failed recipient-550",
  ],
  [{ at: "message", code: 554, to: first }, { "failed 1": 1, "sent 1": 29 }, "failed smtp-554"],
];
for (const [mood, expected, report] of ofOneMail)
  test(`${Object.values(mood).join(" ")}: the others leave`, async (t) => {
    await queueThirty();
    const smtp = await testSmtp(t);
    smtp.becomes(mood);
    const { worker, reports } = working(t, smtpServer(smtp.url));
    await worker.drain();
    assert.deepEqual(await states(), expected);
    assert.deepEqual([...new Set(codes(reports).filter((one) => one !== "sent"))], [report]);
    for (const { state, purged } of await rows()) assert.equal(purged, state !== "queued");
    smtp.becomes({ at: "never" });
    clock.advance({ minutes: 1 });
    await worker.drain();
    assert.equal((await rows()).filter(({ state }) => state === "queued").length, 0);
  });

test("an address refused for good is known to fail, at every account that has it", async (t) => {
  await account("Hanako@Example.jp");
  await account("hanako@example.jp", clock.now());
  await account("taro@example.jp");
  await queue({ to: "hanako@example.jp" });
  const smtp = await testSmtp(t);
  smtp.becomes({ at: "recipient", code: 550, text: "5.1.1 no such user" });
  await working(t, smtpServer(smtp.url)).worker.drain();
  assert.deepEqual(
    await failing(),
    [
      { email: "Hanako@Example.jp", code: "recipient-550" },
      { email: "hanako@example.jp", code: "recipient-550" },
    ].sort((a, b) => (a.email < b.email ? -1 : 1)),
  );
});

const nothingAgainstIt: readonly (readonly [string, Mood])[] = [
  ["this message is refused", { at: "message", code: 554 }],
  ["our network is refused", { at: "recipient", code: 554, text: "5.7.1 Client host blocked" }],
  ["the relay asks for a sign-in", { at: "recipient", code: 530 }],
  ["it is asked to wait", { at: "recipient", code: 450 }],
];
for (const [why, mood] of nothingAgainstIt)
  test(`no address is marked when ${why}`, async (t) => {
    await account("hanako@example.jp");
    await queue({ to: "hanako@example.jp" });
    const smtp = await testSmtp(t);
    smtp.becomes(mood);
    await working(t, smtpServer(smtp.url)).worker.drain();
    assert.deepEqual(await failing(), []);
  });

test("an address confirmed after the mail was queued is not marked", async (t) => {
  await queue({ to: "hanako@example.jp" });
  await account("hanako@example.jp", clock.advance({ minutes: 1 }));
  const smtp = await testSmtp(t);
  smtp.becomes({ at: "recipient", code: 550 });
  await working(t, smtpServer(smtp.url)).worker.drain();
  assert.equal((await rows())[0]?.state, "failed");
  assert.deepEqual(await failing(), []);
});

test("cut off after the message: it goes again under the same Message-ID, none is lost", async (t) => {
  await queue();
  const smtp = await testSmtp(t);
  smtp.becomes({ at: "drop-after-message" });
  const { worker, reports } = working(t, smtpServer(smtp.url));
  await worker.drain();
  assert.deepEqual(await states(), { "queued 1": 1 });
  smtp.becomes({ at: "never" });
  await worker.drain();
  assert.equal(smtp.received.length, 1);
  clock.advance({ minutes: 1 });
  await worker.drain();
  assert.deepEqual(codes(reports), ["postponed econnection", "sent"]);
  assert.equal(smtp.received.length, 2);
  assert.equal(new Set(smtp.received.map(({ mail }) => mail.messageId)).size, 1);
  assert.equal(new Set(smtp.received.map(({ raw }) => /^Date:.*$/m.exec(raw)?.[0])).size, 1);
  assert.deepEqual(await states(), { "sent 2": 1 });
});

const denied = "5.7.1 Relay access denied";
// whoever writes when the other side hangs up may hear of it from the socket first
const hungUp = "(econnection|esocket)";
const ofMany: readonly (readonly [Mood, string])[] = [
  [{ at: "drop-in-message" }, hungUp],
  [{ at: "drop-after-message" }, hungUp],
  [{ at: "drop-at-recipient" }, hungUp],
  [{ at: "sender", code: 421 }, "smtp-421"],
  [{ at: "recipient", code: 421 }, "smtp-421"],
  [{ at: "message", code: 421 }, "smtp-421"],
  [{ at: "recipient", code: 554, text: denied }, "smtp-554"],
  [{ at: "recipient", code: 554 }, "smtp-554"],
  [{ at: "recipient", code: 530 }, "smtp-530"],
  [{ at: "message", code: 550, text: denied }, "smtp-550"],
];
for (const [mood, code] of ofMany)
  test(`${Object.values(mood).join(" ")}, every time: after a few the rest wait untried`, async (t) => {
    await queueThirty();
    const smtp = await testSmtp(t);
    smtp.becomes(mood);
    const { worker, reports } = working(t, smtpServer(smtp.url));
    await worker.drain();
    const { "queued 0": untried = 0, "queued 1": tried = 0 } = await states();
    assert.equal(untried + tried, 30);
    assert.ok(tried <= 10, `${tried} tried`);
    const paused = codes(reports).filter((one) => one.startsWith("paused"));
    assert.match(paused.join(), new RegExp(`^paused ${code}$`));
    smtp.becomes({ at: "never" });
    clock.advance({ minutes: 1 });
    await worker.drain();
    assert.equal((await rows()).filter(({ state }) => state !== "sent").length, 0);
    const arrived = new Set(smtp.received.map(({ mail }) => mail.messageId));
    assert.equal(arrived.size, 30);
    assert.ok(smtp.received.length <= 30 + tried);
  });

test("a slow server gets no more connections than the pool has, and each mail once", async (t) => {
  await queueThirty();
  const smtp = await testSmtp(t);
  const goOn = smtp.stall();
  const { worker } = working(t, smtpServer(smtp.url));
  const drained = worker.drain();
  while (smtp.mostConnections() < 5) await new Promise(setImmediate);
  worker.poke();
  const other = working(t, smtpServer(smtp.url));
  await other.worker.drain();
  goOn();
  await drained;
  assert.equal(smtp.mostConnections(), 5);
  assert.equal(smtp.received.length, 30);
  assert.deepEqual(await states(), { "sent 1": 30 });
});
