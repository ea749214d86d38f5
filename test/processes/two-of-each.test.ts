import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { tasks } from "../../src/main/run/working.ts";
import { addSociety, sampleDocument } from "../../src/society/index.ts";
import {
  chosenPassword,
  isRefused,
  signsIn,
  storiesOf,
  triesToSignIn,
} from "../journeys/stories.ts";
import { halfAPost } from "./half-a-post.ts";
import { comesTrue, journeysIn } from "./journeys.ts";
import { openSeveral, type Several } from "./several.ts";
import { asksRoot } from "./truth.ts";

/** Two servers and two workers on one PostgreSQL 15, as on four machines behind a balancer. */

let town: Several;
before(async () => {
  town = await openSeveral(15);
});
after(() => town.close());
const classic = storiesOf(() => town);
const { registers, isHome, goesRound } = journeysIn(() => town);

test("without the schema nobody serves: one line says what to do", async () => {
  const [server] = town.servers;
  await assert.rejects(server.start(), {
    message:
      /kenpo: The database's schema is older than this program \(0001_ground\.sql and \d+ more missing\): run kenpo migrate, then start again\.$/m,
  });
  await server.cli("migrate");
  await town.openTown();
  await Promise.all([...town.servers, ...town.workers].map((process) => process.start()));
});

const locksToldTo = (email: string) =>
  town.smtp.received.filter(
    ({ mail, envelope }) => envelope.to.includes(email) && mail.subject?.includes("止めました"),
  ).length;

const codes = ["hikari", "minato", "kaede", "asahi", "sakura"] as const;

for (const code of codes)
  test(`${code}: letter, registration, home, sign-out, sign-in, through both servers in turn`, () =>
    goesRound(code, `${code}@example.jp`));

test("a double submit, one at each server at the same time, registers once", async () => {
  const { browser, userId } = await classic.reachesConfirmation("hikari", {
    email: "twice@example.jp",
  });
  const { action, fields } = browser.form("/first-sign-in/confirm");
  const copies = town.servers.map((server) => town.twin(browser, "hikari", server));
  const answers = await Promise.all(
    copies.map((copy) => copy.post(action || browser.page().path, fields)),
  );
  assert.deepEqual(
    answers.map(({ status, location }) => [status, location]),
    answers.map(() => [303, "/first-sign-in/completed"]),
  );
  const counted = await asksRoot<{ accounts: number; facts: number }>(
    town,
    `select (select count(*)::int from account where user_id = '${userId}') as accounts,
       (select count(*)::int from audit_fact f join account a on a.member_id = f.member_id
         where a.user_id = '${userId}' and f.action = 'account.registered') as facts`,
  );
  assert.deepEqual(counted, [{ accounts: 1, facts: 1 }]);
});

test("wrong passwords count over both servers, and the owner is told of the lock once", async () => {
  const email = "locked@example.jp";
  const { userId } = await registers("minato", email);
  const stranger = town.browser("minato");
  for (let tries = 1; tries <= 10; tries += 1) await signsIn(stranger, userId, "whatever-1");
  for (const server of town.servers)
    assert.ok(
      isRefused(await triesToSignIn(town.browserAt("minato", server), userId, chosenPassword)),
    );
  await comesTrue("the owner is told", async () => locksToldTo(email) > 0);
  const [left] = await asksRoot<{ notices: number }>(
    town,
    "select count(*)::int as notices from lock_notice",
  );
  assert.deepEqual([left?.notices, locksToldTo(email)], [0, 1]);
});

test("a society's new version reaches both servers, and its colour is served by each", async () => {
  const { database, clock, registry } = town.opened();
  const before = sampleDocument("asahi");
  const contact = { ...before.contact, tel: "03-9999-0101" };
  const brand = { ...before.brand, colour: "#005a30" };
  const document = { ...before, contact, brand };
  const origin = { requestId: "new-version", source: "test" };
  const why = { actor: { kind: "system" }, origin, reason: "another number" } as const;
  assert.ok((await addSociety(database, { document, ...why, now: clock.now() })).ok);
  await registry.refresh();
  const pages = town.servers.map((server) => town.browserAt("asahi", server));
  for (const page of pages)
    await comesTrue("the new number is shown", async () =>
      (await page.get("/contact")).body.includes("03-9999-0101"),
    );
  // What one server links, the other one serves: the names are made of the content.
  for (const [linking, serving] of [pages, pages.toReversed()]) {
    const { body } = (await linking?.get("/contact")) ?? { body: "" };
    const linked = [...body.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path = ""]) => path);
    assert.ok(linked.some((path) => path.startsWith("/assets/brand-005a30.")));
    for (const path of linked) {
      const { status, headers } = (await serving?.get(path)) ?? { status: 0, headers: {} };
      assert.deepEqual([status, /immutable/.test(headers["cache-control"] ?? "")], [200, true]);
      // Of a page from another version: not here, and nobody may remember that.
      const unknown = await serving?.get(path.replace(/\.[0-9a-f]{12}\./, ".0123456789ab."));
      assert.deepEqual([unknown?.status, unknown?.headers["cache-control"]], [404, "no-store"]);
    }
  }
});

/** People at the last button of their registration. */
const peopleAtTheEnd = (count: number) =>
  Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const email = `late${i}@example.jp`;
      const { browser, userId } = await classic.reachesConfirmation("hikari", { email });
      return { browser, userId, fields: browser.form("/first-sign-in/confirm").fields };
    }),
  );

/** The worker that does what only one does; and the other one. */
const workersByLease = async () => {
  const [row] = await asksRoot<{ pid: number }>(
    town,
    "select p.pid from lease l join process p on p.id = l.holder where l.name = 'seals'",
  );
  const [first, second] = town.workers;
  return row?.pid === first.appPid() ? [first, second] : [second, first];
};

const countOf = async (from: string) => {
  const [row] = await asksRoot<{ n: number }>(town, `select count(*)::int as n from ${from}`);
  return row?.n;
};

const crowd = Array.from({ length: 500 }, (_, i) => `crowd${i}@example.jp`);

test("kill -9 of a server and of a worker in the middle: nothing is lost, nothing told twice", async () => {
  const people = await peopleAtTheEnd(6);
  const { userId } = await registers("minato", "once@example.jp");
  await comesTrue("earlier mails are sent", async () => (await countOf("mail_queue")) === 0);
  const goOn = town.smtp.stall();
  await town.queueMails("kaede", crowd);
  const held = "(select distinct holder from mail_queue where holder is not null) as held";
  await comesTrue("both workers hold mails", async () => (await countOf(held)) === 2);
  const stranger = town.browser("minato");
  for (let tries = 1; tries <= 10; tries += 1) await signsIn(stranger, userId, "whatever-1");

  const [dying] = town.servers;
  const [busy] = await workersByLease();
  assert.ok(busy);
  const path = "/first-sign-in/confirm";
  const presses = people.map(({ browser, fields }) =>
    town.twin(browser, "hikari", dying).post(path, fields),
  );
  await Promise.race(presses);
  await Promise.all([dying.kill(), busy.kill()]);
  goOn();
  await Promise.allSettled(presses);

  // Who got no answer presses again, and the balancer knows only one server.
  for (const { browser, fields } of people) {
    await browser.post(path, fields);
    assert.equal(browser.page().location, "/first-sign-in/completed");
  }
  const ids = people.map((person) => `'${person.userId}'`).join();
  assert.equal(await countOf(`account where user_id in (${ids})`), 6);
  assert.equal(
    await countOf(`audit_fact f join account a on a.member_id = f.member_id
      where a.user_id in (${ids}) and f.action = 'account.registered'`),
    6,
  );
  await isHome(await registers("asahi", "meanwhile@example.jp"));

  // Told by whoever leads the workers now: the other one may have died before.
  await comesTrue("every lock is told", async () => (await countOf("lock_notice")) === 0);
  await comesTrue("every mail is sent", async () => (await countOf("mail_queue")) === 0);
  assert.equal(await countOf("mail where state <> 'sent'"), 0);
  const arrived = town.smtp.received.flatMap(({ envelope }) => envelope.to);
  assert.deepEqual(
    crowd.filter((address) => !arrived.includes(address)),
    [],
  );
  const ofCrowd = arrived.filter((address) => address.startsWith("crowd")).length;
  // No more than what was on its way when the worker died.
  assert.ok(ofCrowd <= crowd.length + 5, `${ofCrowd} mails`);
  await comesTrue("every fact is sealed", async () => (await countOf("societies_to_seal()")) === 0);
  assert.equal(locksToldTo("once@example.jp"), 1);
});

test("who was killed comes back and takes part", async () => {
  const ended = [...town.servers, ...town.workers].filter((process) => process.hasEnded());
  assert.equal(ended.length, 2);
  const [, ...verified] = await Promise.all([
    Promise.all(ended.map((process) => process.start())),
    town.servers[0].cli("audit", "verify", "--json"),
  ]);
  assert.equal(JSON.parse(verified[0] ?? "").ok, true);
  assert.equal(await countOf("process"), 4);
  await isHome(await registers("sakura", "afterwards@example.jp"));
});

test("a server that is asked to stop finishes what has begun, and tells the balancer first", async () => {
  const [draining, other] = town.servers;
  const browser = town.browserAt("asahi", draining);
  const at = { browser, host: town.hostOf("asahi"), port: draining.port };
  const slow = await halfAPost(at, "/sign-in");
  const stopped = draining.stop();
  const readiness = () => fetch(`http://127.0.0.1:${draining.opsPort}/readyz`);
  await comesTrue("it says that it drains", async () => (await readiness()).status === 503);
  assert.equal(await (await readiness()).text(), "draining");
  const late = await town.browserAt("asahi", draining).get("/contact");
  assert.deepEqual([late.status, late.headers.connection], [200, "close"]);
  const answer = await slow.finish();
  // Judged, and not only let in: as a wrong password is answered.
  assert.match(answer, /^HTTP\/1\.1 303 /);
  assert.match(answer, /\r\nset-cookie: (__Host-)?kenpo-refused=/i);
  assert.match(answer, /\r\nconnection: close\r\n/i);
  await stopped;
  assert.equal(draining.exitCode(), 0);
  // Impatience is heard: nobody waits for the drain.
  process.kill(other.appPid(), "SIGTERM");
  await comesTrue("it drains", async () =>
    fetch(`http://127.0.0.1:${other.opsPort}/readyz`).then(({ status }) => status === 503),
  );
  await other.stop();
  assert.equal(other.exitCode(), 1);
});

test("a worker that is asked to stop hands over at once", async () => {
  const [busy, other] = await workersByLease();
  await busy?.stop();
  assert.equal(busy?.exitCode(), 0);
  assert.equal(await countOf("process where kind = 'worker'"), 1);
  const taken = `lease l join process p on p.id = l.holder where p.pid = ${other?.appPid()}`;
  await comesTrue(
    "the other one has its leases",
    async () => (await countOf(taken)) === tasks.length,
  );
});
