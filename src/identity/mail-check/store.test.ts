import assert from "node:assert/strict";
import { after, before, beforeEach, type TestContext, test } from "node:test";
import type pg from "pg";
import { testDatabase } from "../../../test/database.ts";
import { sampleSocieties } from "../../../test/mail/sample.ts";
import { stageFor } from "../../../test/mail/stage.ts";
import { type Mood, testSmtp } from "../../../test/smtp.ts";
import { asId, newId } from "../../kernel/ids.ts";
import { epochMsOf, later } from "../../kernel/time.ts";
import { connectClient } from "../../platform/database/config.ts";
import { smtpServer } from "../../platform/smtp/server.ts";
import { type CheckId, checkById } from "./store.ts";

// What became of a mail at a real server, as the page that waits for it is told.

const [hikari] = sampleSocieties;
const database = await testDatabase();
let root: pg.Client;
before(async () => {
  root = await connectClient({ config: database.rootConfig, applicationName: "kenpo test" });
  // No flow is there: this session checks no foreign key.
  await root.query("set session_replication_role = replica");
});
after(async () => {
  await root.end();
  await database.drop();
});
const { clear, clock, queue, working } = stageFor(database);
beforeEach(clear);

const checkFor = async (mail: string) => {
  const id = newId<"mail-check">(epochMsOf(clock.now()));
  await root.query(
    `insert into mail_check (society_id, id, flow_id, step, subject_id, email, code_mac, mail_id,
       sent_at, code_until, link_until)
     values ($1, $2, $2, 'address-check', $2, 'hanako@example.jp', '-', $3, $4, $4, $4)`,
    [hikari, id, mail, clock.now()],
  );
  return id;
};
const stateOf = (id: CheckId) =>
  database.app.inSociety(hikari, async (tx) => (await checkById(tx, id))?.mailState);

const oneMail = async (t: TestContext, mood: Mood, part: Parameters<typeof queue>[0] = {}) => {
  const [mail = ""] = await queue(part);
  const check = await checkFor(mail);
  const smtp = await testSmtp(t);
  smtp.becomes(mood);
  return { mail, check, drain: working(t, smtpServer(smtp.url)).worker.drain };
};

const atOnce: readonly (readonly [Mood, string])[] = [
  [{ at: "never" }, "sent"],
  [{ at: "greeting", code: 421 }, "queued"],
  [{ at: "recipient", code: 450 }, "queued"],
  [{ at: "recipient", code: 554, text: "5.7.1 Relay access denied" }, "queued"],
  [{ at: "recipient", code: 550, text: "5.1.1 Unknown user" }, "undeliverable"],
  [{ at: "recipient", code: 550 }, "undeliverable"],
  [{ at: "message", code: 550 }, "failed"],
];
for (const [mood, expected] of atOnce)
  test(`${Object.values(mood).join(" ")}: ${expected}`, async (t) => {
    const { check, drain } = await oneMail(t, mood);
    assert.equal(await stateOf(check), "queued");
    await drain();
    assert.equal(await stateOf(check), expected);
  });

test("no mailbox at all is the address's doing", async (t) => {
  const { check, drain } = await oneMail(t, { at: "never" }, { to: "hanako@example..jp" });
  await drain();
  assert.equal(await stateOf(check), "undeliverable");
});

const givenUp: readonly Mood[] = [
  { at: "recipient", code: 554, text: "5.7.1 Relay access denied" },
  { at: "recipient", code: 450 },
  { at: "recipient", code: 421 },
  { at: "drop-in-message" },
];
for (const mood of givenUp)
  test(`${Object.values(mood).join(" ")} for three days: not the address's doing`, async (t) => {
    const { check, drain } = await oneMail(t, mood);
    for (let hours = 0; hours < 80; hours += 4) {
      await drain();
      clock.advance({ hours: 4 });
    }
    assert.equal(await stateOf(check), "failed");
  });

test("our server was down until its number had run out: not the address's doing", async (t) => {
  const validUntil = later(clock.now(), { minutes: 10 });
  const { check, drain } = await oneMail(t, { at: "greeting", code: 421 }, { validUntil });
  await drain();
  clock.advance({ minutes: 10 });
  await drain();
  assert.equal(await stateOf(check), "failed");
});

for (const [code, expected] of [
  ["5.1.1", "undeliverable"],
  ["5.7.1", "failed"],
])
  test(`a bounce with ${code}: ${expected}`, async (t) => {
    const { mail, check, drain } = await oneMail(t, { at: "never" });
    await drain();
    await root.query(
      `update mail set state = 'bounced', bounced_at = $3, bounce_code = $4
       where society_id = $1 and id = $2`,
      [hikari, asId(mail), clock.now(), code],
    );
    assert.equal(await stateOf(check), expected);
  });

test("a mail that is swept was sent", async () => {
  assert.equal(await stateOf(await checkFor(newId(epochMsOf(clock.now())))), "sent");
});
