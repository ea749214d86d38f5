import assert from "node:assert/strict";
import { after, beforeEach, type TestContext, test } from "node:test";
import { testDatabase } from "../../../test/database.ts";
import { sampleRegistry } from "../../../test/mail/sample.ts";
import { recording, refusing, stageFor } from "../../../test/mail/stage.ts";
import { later } from "../../kernel/time.ts";
import { type Holder, join } from "../../platform/database/processes/index.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Delivery, Transport } from "../../platform/smtp/types.ts";
import { startMailWorker } from "../index.ts";
import { claimMails } from "./store.ts";

const database = await testDatabase();
after(database.drop);
const { clear, clock, queue, rows, secrets } = stageFor(database);
beforeEach(async () => {
  await clear();
  await database.owner.directory(sql`delete from process`);
});

/** A process that speaks when it is told to. */
const process = async () => {
  let beat = async () => {};
  const membership = await join({
    ...{ database: database.app, clock, measure: async () => 0, kind: "worker" },
    ...{ host: "a.example", pid: 1, connections: 1, leases: [], isAlone: false },
    schedule: (work) => {
      beat = work;
      return { stop: () => {} };
    },
    warn: () => {},
    clocksPart: () => {},
    failed: (error) => assert.fail(String(error)),
  });
  return { ...membership, beat: () => beat() };
};

const beatsFor = async (seconds: number, who: { readonly beat: () => Promise<void> }) => {
  for (let passed = 0; passed < seconds; passed += 3) {
    clock.advance({ seconds: 3 });
    await who.beat();
  }
};

const partsOf = (holder: Holder, transport: Transport) => ({
  ...{ database: database.app, clock, secrets, registry: sampleRegistry, transport, holder },
  ...{ domain: "kenpo.example", random: () => 0, report: () => {} },
  schedule: () => ({ stop: () => {} }),
});

const sending = (t: TestContext, holder: Holder, transport: Transport) => {
  const worker = startMailWorker(partsOf(holder, transport));
  t.after(worker.stop);
  return worker;
};

/** Claims what is due, begins to send it, and never hears of it again. */
const dying = async (holder: Holder) => {
  const hanging = recording(() => new Promise<Delivery>(() => {}));
  void startMailWorker(partsOf(holder, hanging.transport)).drain();
  while (hanging.messages.length === 0) await new Promise(setImmediate);
  return hanging.messages.map(({ to }) => to);
};

test("what a dead worker had claimed is due when it is gone; what waits for its next attempt waits", async (t) => {
  await queue({ to: "tried@example.jp" });
  const [dead, other] = [await process(), await process()];
  const refused = recording(() => refusing(false, "smtp-451"));
  await sending(t, dead, refused.transport).drain();
  await queue({ to: "held@example.jp" });
  assert.deepEqual(await dying(dead), ["held@example.jp"]);
  const { messages, transport } = recording();
  const worker = sending(t, other, transport);
  await beatsFor(12, other);
  await worker.drain();
  assert.equal(messages.length, 0, "not gone yet");
  await beatsFor(3, other);
  await worker.drain();
  const sent = () => messages.map(({ to }) => to);
  assert.deepEqual(sent(), ["held@example.jp"]);
  // Tried before, claimed for its next attempt, and then that worker dies: due as well.
  clock.advance({ minutes: 1 });
  await other.beat();
  assert.deepEqual(await dying(await process()), ["tried@example.jp"]);
  await beatsFor(15, other);
  await worker.drain();
  assert.deepEqual(sent(), ["held@example.jp", "tried@example.jp"]);
});

test("who leaves gives back what it could not return itself", async (t) => {
  await queue();
  const [leaving, other] = [await process(), await process()];
  const at = clock.now();
  const leaseEnd = later(at, { minutes: 10 });
  await claimMails(database.app, {
    at,
    leaseEnd,
    most: 10,
    isOnlyUrgent: false,
    holder: leaving.id,
  });
  await leaving.leave();
  const { messages, transport } = recording();
  await sending(t, other, transport).drain();
  assert.equal(messages.length, 1);
});

test("a worker that could not say that it lives begins nothing more; another sends the rest, once", async (t) => {
  for (let i = 0; i < 12; i += 1) await queue();
  const [cutOff, other] = [await process(), await process()];
  const gate = Promise.withResolvers<Delivery>();
  const slow = recording(() => gate.promise);
  const drained = sending(t, cutOff, slow.transport).drain();
  while (slow.messages.length < 5) await new Promise(setImmediate);
  await beatsFor(9, other);
  gate.resolve({ sent: true });
  await drained;
  assert.equal(slow.messages.length, 5);
  const { messages, transport } = recording();
  await sending(t, other, transport).drain();
  assert.equal(messages.length, 7);
  assert.equal(new Set([...messages, ...slow.messages].map(({ id }) => id)).size, 12);
  assert.ok((await rows()).every(({ state }) => state === "sent"));
});

test("a worker of an earlier version claims as it did, and nobody takes its mails for a dead one's", async () => {
  await queue();
  const [dead, other] = [await process(), await process()];
  const at = clock.now();
  const soon = later(at, { seconds: 1 });
  await claimMails(database.app, {
    ...{ at, leaseEnd: soon, most: 10, isOnlyUrgent: false, holder: dead.id },
  });
  clock.advance({ seconds: 1 });
  // As released before processes knew of each other.
  const claimed = await database.app.directory(sql`
    select society_id as society, mail_id as mail, is_urgent as "isUrgent"
    from claim_mail(${clock.now()}, ${later(clock.now(), { minutes: 10 })}, 10, false)`);
  assert.equal(claimed.length, 1);
  await beatsFor(30, other);
  const now = clock.now();
  const leaseEnd = later(now, { minutes: 10 });
  const again = { at: now, leaseEnd, most: 10, isOnlyUrgent: false, holder: other.id };
  assert.deepEqual(await claimMails(database.app, again), []);
});
