import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { testDatabase } from "../../../test/database.ts";
import { deliveryReport, outOfOffice, type ReportParts } from "../../../test/mail/reports.ts";
import { sampleSocieties } from "../../../test/mail/sample.ts";
import { recording, stageFor } from "../../../test/mail/stage.ts";
import type { MailId, MemberId } from "../../kernel/ids.ts";
import { openSecrets } from "../../platform/crypto/secrets.ts";
import { sql } from "../../platform/database/sql.ts";
import { takeBounce } from "./take.ts";
import { bounceAddress } from "./token.ts";

const [hikari, minato] = sampleSocieties;
const database = await testDatabase();
after(database.drop);
const { account, clear, clock, failing, queue, rows, secrets, working } = stageFor(database);
beforeEach(clear);

const memberId = "019a9e2e-2b00-7000-8000-0000000000aa" as MemberId;
const take = (message: string, isRehearsal = false) =>
  takeBounce(
    {
      ...{ database: database.app, clock, secrets, isRehearsal },
      origin: { requestId: "run", source: "cli" },
    },
    Buffer.from(message),
  );
/** A mail that was sent, and where reports about it come. */
const sentMail = async (t: Parameters<typeof working>[0], to = "hanako@example.jp") => {
  const [mail] = await queue({ to, memberId });
  const { messages, transport } = recording();
  await working(t, transport).worker.drain();
  return { mail: mail as MailId, bounceTo: messages[0]?.returnPath ?? "" };
};
const bouncedRows = async () => {
  const [found] = await database.app.read(hikari, [
    sql`select id, state, bounce_code as code, bounced_at as at, body from mail
        where society_id = ${hikari} and bounced_at is not null`,
  ]);
  return found;
};
const facts = async (mail: string) => {
  const [found] = await database.app.read(hikari, [
    sql`select actor_kind, subject_kind, member_id, details from audit_fact
        where society_id = ${hikari} and action = 'mail.bounced' and subject_id = ${mail}`,
  ]);
  return found;
};

test("a report of failure: the mail has bounced, the address is known to fail, a fact says so", async (t) => {
  await account("Hanako@example.jp");
  const { mail, bounceTo } = await sentMail(t);
  const at = clock.advance({ hours: 1 });
  const taken = { outcome: "bounced", society: hikari, mail, code: "5.1.1" };
  assert.deepEqual(await take(deliveryReport({ bounceTo })), taken);
  assert.deepEqual(await bouncedRows(), [
    { id: mail, state: "bounced", code: "5.1.1", at, body: null },
  ]);
  assert.deepEqual(await failing(), [{ email: "Hanako@example.jp", code: "5.1.1" }]);
  const details = { code: "5.1.1" };
  const fact = { actor_kind: "operator", subject_kind: "mail", member_id: memberId, details };
  assert.deepEqual(await facts(mail), [fact]);
  clock.advance({ hours: 1 });
  assert.equal((await take(deliveryReport({ bounceTo, status: "5.2.1" }))).outcome, "again");
  assert.deepEqual(await bouncedRows(), [
    { id: mail, state: "bounced", code: "5.1.1", at, body: null },
  ]);
  assert.deepEqual(await facts(mail), [fact]);
});

test("a rehearsal tells the same, and changes nothing", async (t) => {
  await account("hanako@example.jp");
  const { mail, bounceTo } = await sentMail(t);
  assert.equal((await take(deliveryReport({ bounceTo }), true)).outcome, "bounced");
  assert.deepEqual([await bouncedRows(), await failing(), await facts(mail)], [[], [], []]);
});

const places: readonly (readonly [string, (bounceTo: string) => Partial<ReportParts>])[] = [
  ["X-Original-To", (to) => ({ headers: [`X-Original-To: ${to}`] })],
  ["Envelope-To", (to) => ({ headers: [`Envelope-To: ${to}`] })],
  ["To, in capitals", (to) => ({ headers: [`To: <${to.toUpperCase()}>`] })],
  ["Received", (to) => ({ headers: [`Received: from mx by us with SMTP\r\n\tfor <${to}>; Fri`] })],
  [
    "the returned mail's Return-Path",
    (to) => ({ headers: [], returned: [`Return-Path: <${to}>`] }),
  ],
];
for (const [where, parts] of places)
  test(`the address is found in ${where}`, async (t) => {
    const { bounceTo } = await sentMail(t);
    const message = deliveryReport({ bounceTo, ...parts(bounceTo) });
    assert.equal((await take(message)).outcome, "bounced");
  });

test("delayed, delivered and relayed change nothing", async (t) => {
  await account("hanako@example.jp");
  const { bounceTo } = await sentMail(t);
  const outcomes = [];
  for (const action of ["delayed", "delivered", "relayed", "expanded"])
    outcomes.push((await take(deliveryReport({ bounceTo, action, status: "4.4.1" }))).outcome);
  assert.deepEqual(outcomes, ["delayed", "delivered", "delivered", "delivered"]);
  assert.deepEqual([await bouncedRows(), await failing()], [[], []]);
});

for (const status of ["5.7.1", "5.2.3", "5.6.1"])
  test(`${status} says nothing against the address: the mail has bounced, no more`, async (t) => {
    await account("hanako@example.jp");
    const { bounceTo } = await sentMail(t);
    assert.equal((await take(deliveryReport({ bounceTo, status }))).outcome, "bounced");
    assert.deepEqual(await failing(), []);
  });

test("a status that nobody can read counts as unknown, 5.0.0", async (t) => {
  const { bounceTo } = await sentMail(t);
  assert.equal((await take(deliveryReport({ bounceTo, status: "no idea" }))).code, "5.0.0");
});

test("an out-of-office reply, a plain mail, noise: told and ignored", async (t) => {
  const { bounceTo } = await sentMail(t);
  const plain = `To: ${bounceTo}\r\nSubject: hello\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n`;
  const unreported = deliveryReport({ bounceTo }).replace("multipart/report", "multipart/mixed");
  const noise = Buffer.from(Array.from({ length: 2000 }, (_, i) => (i * 37) % 256));
  assert.equal((await take(outOfOffice(bounceTo))).outcome, "auto-reply");
  assert.equal((await take(plain)).outcome, "unknown");
  assert.equal((await take(unreported)).outcome, "auto-reply");
  assert.equal((await take("no header at all\n\nbody")).outcome, "not-mail");
  assert.ok(["not-mail", "unknown"].includes((await take(noise.toString("latin1"))).outcome));
  assert.deepEqual(await bouncedRows(), []);
});

test("forged reports mark nobody: other MAC, other society, the Message-ID alone", async (t) => {
  await account("hanako@example.jp");
  const { mail, bounceTo } = await sentMail(t);
  const domain = "kenpo.example";
  const stranger = openSecrets(Buffer.alloc(32, 9));
  const forged = bounceAddress(stranger, { society: hikari, mail, domain });
  const elsewhere = bounceAddress(secrets, { society: minato, mail, domain });
  const byId = { headers: ["To: <>"], returned: [`Message-ID: <${mail}@kenpo.example>`] };
  for (const parts of [{ bounceTo: forged }, { bounceTo: elsewhere }, { bounceTo, ...byId }])
    assert.equal((await take(deliveryReport(parts))).outcome, "not-ours");
  assert.deepEqual([await bouncedRows(), await failing()], [[], []]);
});

test("a mail that bounced before its sending was known is not sent again", async (t) => {
  const [mail = ""] = await queue();
  const bounceTo = bounceAddress(secrets, {
    ...{ society: hikari, mail: mail as MailId },
    domain: "kenpo.example",
  });
  assert.equal((await take(deliveryReport({ bounceTo }))).outcome, "bounced");
  const { messages, transport } = recording();
  await working(t, transport).worker.drain();
  assert.deepEqual(messages, []);
  const [row] = await rows();
  assert.deepEqual([row?.state, row?.purged], ["bounced", true]);
});
