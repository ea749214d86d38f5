import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { testDatabase } from "../../../test/database.ts";
import { sampleMail, sampleSocieties } from "../../../test/mail/sample.ts";
import { recording, refusing, stageFor } from "../../../test/mail/stage.ts";
import { asId, newId } from "../../kernel/ids.ts";
import { epochMsOf, later } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/types.ts";
import type { Delivery } from "../../platform/smtp/types.ts";
import { queueMails } from "../index.ts";

const [hikari, minato] = sampleSocieties;
const database = await testDatabase();
after(database.drop);
const { clear, clock, queue, rows, secrets, working } = stageFor(database);
beforeEach(clear);

const queueNotices = (count: number) =>
  database.app.inSociety(hikari, async (tx) =>
    queueMails(tx, Array(count).fill({ ...sampleMail, to: "notice@example.jp" }), {
      ...{ now: clock.now(), secrets },
    }),
  );
const code = { to: "code@example.jp", isUrgent: true } as const;

test("a code leaves before 10,000 notices that were queued first", async (t) => {
  await queueNotices(10_000);
  clock.advance({ minutes: 1 });
  await queue(code, minato);
  const { messages, transport } = recording(() => refusing(false, "esocket", "server"));
  await working(t, transport).worker.drain();
  assert.equal(messages[0]?.to, code.to);
});

test("a code that comes in the middle of the notices does not wait for their end", async (t) => {
  await queueNotices(900);
  const { messages, transport } = recording(async () => {
    if (messages.length === 100) await queue(code, minato);
    return { sent: true };
  });
  await working(t, transport).worker.drain();
  const place = messages.findIndex(({ to }) => to === code.to);
  assert.ok(place >= 100 && place < 400, `it was number ${place}`);
});

test("with a slow server it is the next to leave, once the worker looks", async (t) => {
  await queueNotices(100);
  const gate = Promise.withResolvers<Delivery>();
  const { messages, transport } = recording(({ to }) =>
    to === code.to ? { sent: true } : gate.promise,
  );
  let looked = () => {};
  const hasLooked = new Promise<void>((done) => {
    looked = done;
  });
  const looking: Database = {
    ...database.app,
    // The code's row is read once it is claimed, and then it is in the worker's hands.
    read: async (society, statements) => {
      const rows = await database.app.read(society, statements);
      if (society === minato) setImmediate(() => setImmediate(looked));
      return rows;
    },
  };
  const { worker } = working(t, transport, looking);
  const drained = worker.drain();
  while (messages.length < 5) await new Promise(setImmediate);
  await queue(code, minato);
  worker.poke();
  await hasLooked;
  gate.resolve({ sent: true });
  await drained;
  const place = messages.findIndex(({ to }) => to === code.to);
  assert.ok(place >= 5 && place <= 10, `it was number ${place}`);
});

test("a mail whose code is void is not sent any more; its words are purged", async (t) => {
  const validUntil = later(clock.now(), { minutes: 10 });
  const [stale] = await queue({ validUntil });
  const { messages, transport } = recording();
  const { worker, reports } = working(t, transport);
  clock.advance({ minutes: 10 });
  const [other] = await queue({ validUntil: later(clock.now(), { seconds: 1 }) });
  await worker.drain();
  assert.deepEqual(
    messages.map(({ id }) => id),
    [other],
  );
  const row = (await rows()).find(({ id }) => id === stale);
  assert.deepEqual([row?.state, row?.last_error, row?.purged], ["failed", "stale", true]);
  assert.deepEqual(
    reports.filter(({ outcome }) => outcome === "failed").map((r) => r.code),
    ["stale"],
  );
});

test("a mail keeps the id and the member that its caller gives", async () => {
  const id = newId<"mail">(epochMsOf(clock.now()));
  const memberId = newId<"member">(epochMsOf(clock.now()));
  assert.deepEqual(await queue({ id, memberId }), [id]);
  const [found] = await database.app.read(hikari, [
    sql`select id, member_id, valid_until from mail where society_id = ${hikari}`,
  ]);
  assert.deepEqual(found, [{ id: asId(id), member_id: memberId, valid_until: null }]);
});

test("what could not be written down is written later, and not sent again", async (t) => {
  for (let i = 0; i < 3; i += 1) await queue();
  let isBroken = true;
  const breaking: Database = {
    ...database.app,
    inSociety: (society, work) =>
      isBroken
        ? Promise.reject(Object.assign(new Error("gone"), { code: "57P01" }))
        : database.app.inSociety(society, work),
  };
  const { messages, transport } = recording();
  const { worker, reports } = working(t, transport, breaking);
  await assert.rejects(worker.drain());
  await assert.rejects(worker.drain());
  assert.equal(messages.length, 3);
  assert.deepEqual(reports, []);
  isBroken = false;
  clock.advance({ minutes: 20 });
  await worker.drain();
  assert.equal(messages.length, 3);
  assert.deepEqual(
    (await rows()).map(({ state, attempts }) => [state, attempts]),
    Array(3).fill(["sent", 1]),
  );
});

test("while nothing can be written down, no more than a handful leaves", async (t) => {
  await queueNotices(100);
  const gate = Promise.withResolvers<void>();
  const slow: Database = {
    ...database.app,
    inSociety: async (society, work) => {
      await gate.promise;
      return database.app.inSociety(society, work);
    },
  };
  const { messages, transport } = recording();
  const { worker } = working(t, transport, slow);
  const drained = worker.drain();
  while (messages.length === 0) await new Promise(setImmediate);
  for (let i = 0; i < 200; i += 1) await new Promise(setImmediate);
  assert.ok(messages.length <= 25, `${messages.length} left`);
  gate.resolve();
  await drained;
  assert.equal(messages.length, 100);
});

test("stop gives back nothing that another process has leased since", async (t) => {
  await queueNotices(12);
  const gates = [1, 2].map(() => Promise.withResolvers<Delivery>());
  const begun = gates.map((gate) => {
    const { messages, transport } = recording(() => gate.promise);
    return { messages, gate, worker: working(t, transport).worker };
  });
  const drained: Promise<void>[] = [];
  for (const { worker, messages } of begun) {
    clock.advance({ minutes: 10 });
    drained.push(worker.drain());
    while (messages.length < 5) await new Promise(setImmediate);
  }
  const stopped = begun[0]?.worker.stop();
  gates[0]?.resolve({ sent: true });
  await Promise.all([drained[0], stopped]);
  const third = recording();
  await working(t, third.transport).worker.drain();
  gates[1]?.resolve({ sent: true });
  await drained[1];
  assert.equal(third.messages.length, 0);
  assert.deepEqual(
    (await rows()).map(({ state }) => state),
    Array(12).fill("sent"),
  );
});

test("stop gives back what waits, in its order: the next start sends it at once", async (t) => {
  for (let i = 0; i < 12; i += 1) {
    await queue({ to: `member-${i}@example.jp` });
    clock.advance({ seconds: 1 });
  }
  const gate = Promise.withResolvers<Delivery>();
  const first = recording(() => gate.promise);
  const { worker } = working(t, first.transport);
  const drained = worker.drain();
  while (first.messages.length < 5) await new Promise(setImmediate);
  const stopped = worker.stop();
  gate.resolve({ sent: true });
  await Promise.all([drained, stopped]);
  const next = recording();
  await working(t, next.transport).worker.drain();
  assert.deepEqual(
    [...first.messages, ...next.messages].map(({ to }) => to),
    Array.from({ length: 12 }, (_, i) => `member-${i}@example.jp`),
  );
});
