import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { sampleMessage } from "../../../test/mail/message.ts";
import { type Mood, testSmtp } from "../../../test/smtp.ts";
import { noMailbox } from "./failure.ts";
import { smtpServer } from "./server.ts";
import type { Failed, Message } from "./types.ts";

const connected = async (t: TestContext) => {
  const smtp = await testSmtp(t);
  const transport = smtpServer(smtp.url);
  t.after(transport.close);
  const sent = async (part: Partial<Message> = {}) => {
    assert.deepEqual(await transport.send({ ...sampleMessage, ...part }), { sent: true });
    const last = smtp.received.at(-1);
    assert.ok(last);
    return last;
  };
  return { smtp, transport, sent };
};

test("a mail arrives as it was meant", async (t) => {
  const { sent } = await connected(t);
  const { envelope, mail, raw } = await sent();
  assert.deepEqual(envelope, { from: sampleMessage.returnPath, to: ["hanako@example.jp"] });
  assert.equal(mail.messageId, `<${sampleMessage.id}@kenpo.example>`);
  assert.equal(mail.subject, sampleMessage.subject);
  assert.deepEqual(mail.from, {
    name: "ひかり電機健康保険組合",
    address: "webmaster@kenpo.example",
  });
  assert.deepEqual(mail.to, [{ name: "", address: "hanako@example.jp" }]);
  assert.equal(mail.date, "2026-11-20T01:00:00.000Z");
  assert.equal(mail.text?.trimEnd(), sampleMessage.text.trimEnd());
  assert.equal(mail.html?.trimEnd(), sampleMessage.html.trimEnd());
  const header = (key: string) => mail.headers.find((one) => one.key === key)?.value;
  assert.equal(header("auto-submitted"), "auto-generated");
  assert.equal(header("content-language"), "ja");
  assert.ok(!mail.headers.some(({ key }) => key.startsWith("list-")));
  assert.match(raw, /^Date: Fri, 20 Nov 2026 01:00:00 \+0000\r$/m);
});

const breaks = ["\r\n", "\n", "\r", "\0", "\u0085", "\u2028", "\v"];
for (const control of breaks)
  test(`${JSON.stringify(control)} in a name or subject begins no header`, async (t) => {
    const { sent } = await connected(t);
    const evil = `はい${control}Bcc: evil@attacker.example${control}${control}body`;
    const { envelope, mail } = await sent({
      subject: evil,
      from: { name: evil, address: "webmaster@kenpo.example" },
    });
    assert.deepEqual(envelope.to, ["hanako@example.jp"]);
    assert.equal(mail.bcc, undefined);
    assert.equal(mail.from?.address, "webmaster@kenpo.example");
    assert.ok(!mail.headers.some(({ key }) => key === "bcc"));
    assert.equal(mail.text?.trimEnd(), sampleMessage.text.trimEnd());
  });

const noMailboxes = [
  "",
  "hanako",
  "hanako@example.jp\r\nBcc: evil@attacker.example",
  "hanako@example.jp\nRCPT TO:<evil@attacker.example>",
  "hanako@example.jp, evil@attacker.example",
  "hanako@example.jp;evil@attacker.example",
  "<evil@attacker.example>",
  "Hanako <hanako@example.jp>",
  "hanako@example.jp evil@attacker.example",
  "evil@attacker.example(hanako@example.jp)",
  '"evil@attacker.example "@example.jp',
  "@attacker.example:hanako@example.jp",
  "hanako@@example.jp",
  "hanako@example..jp",
  "hanako@例え.jp",
  "ｈanako@example.jp",
  `${"a".repeat(65)}@example.jp`,
  `hanako@${"a.".repeat(130)}jp`,
];
for (const to of noMailboxes)
  test(`no mailbox, nothing sent: ${JSON.stringify(to.slice(0, 50))}`, async (t) => {
    const { smtp, transport } = await connected(t);
    const delivery = await transport.send({ ...sampleMessage, to });
    assert.deepEqual(delivery, noMailbox);
    assert.deepEqual(smtp.received, []);
  });

const odd = ["hana/ko+1@example.jp", "-x@a-b.example", "x@localhost"];
for (const to of odd)
  test(`an odd mailbox gets its mail: ${to}`, async (t) => {
    const { sent } = await connected(t);
    const { envelope, mail } = await sent({ to });
    assert.deepEqual(envelope.to, [to]);
    assert.equal(mail.to?.[0]?.address, to);
  });

test("long Japanese subjects and names come whole, in lines that servers accept", async (t) => {
  const { sent } = await connected(t);
  const subject = "健康保険組合からの大切なお知らせ𠮷野家㈱".repeat(20);
  const name = "とても長い名前の健康保険組合".repeat(10);
  const { mail, raw } = await sent({
    subject,
    from: { name, address: "info@kenpo.example" },
    text: "長い行".repeat(5000),
    html: `<p>${"長い行".repeat(5000)}</p>`,
  });
  assert.equal(mail.subject, subject);
  assert.equal(mail.from?.name, name);
  assert.equal(mail.text?.trimEnd(), "長い行".repeat(5000));
  for (const line of raw.split("\r\n")) assert.ok(line.length <= 998, `${line.length} octets`);
  assert.doesNotMatch(raw, /[^\r]\n/);
});

test("a line of one dot, or From, reaches the reader", async (t) => {
  const { sent } = await connected(t);
  const text = "one\n.\n..\nFrom here\nend";
  assert.equal((await sent({ text })).mail.text?.trimEnd(), text);
});

const failures: readonly (readonly [Mood, Omit<Failed, "sent">])[] = [
  [
    { at: "recipient", code: 550 },
    { forGood: true, code: "recipient-550", about: "recipient" },
  ],
  [
    { at: "recipient", code: 551 },
    { forGood: true, code: "recipient-551", about: "recipient" },
  ],
  [
    { at: "recipient", code: 553, text: "5.1.3 Bad recipient address" },
    { forGood: true, code: "recipient-553", about: "recipient" },
  ],
  [
    { at: "recipient", code: 554, text: "5.1.1 Unknown user" },
    { forGood: true, code: "recipient-554", about: "recipient" },
  ],
  [
    { at: "recipient", code: 550, text: "5.7.1 Relaying denied" },
    { forGood: false, code: "smtp-550", about: "policy" },
  ],
  [
    { at: "recipient", code: 554, text: "Relay access denied" },
    { forGood: false, code: "smtp-554", about: "policy" },
  ],
  [
    { at: "recipient", code: 530 },
    { forGood: false, code: "smtp-530", about: "policy" },
  ],
  [
    { at: "recipient", code: 451 },
    { forGood: false, code: "recipient-451", about: "recipient" },
  ],
  [
    { at: "recipient", code: 450, text: "4.7.1 Greylisted" },
    { forGood: false, code: "recipient-450", about: "recipient" },
  ],
  [
    { at: "recipient", code: 421 },
    { forGood: false, code: "smtp-421", about: "connection" },
  ],
  [
    { at: "message", code: 554 },
    { forGood: true, code: "smtp-554", about: "message" },
  ],
  [
    { at: "message", code: 452 },
    { forGood: false, code: "smtp-452", about: "message" },
  ],
  [
    { at: "message", code: 550, text: "5.7.1 Daily limit" },
    { forGood: false, code: "smtp-550", about: "policy" },
  ],
  [
    { at: "message", code: 421 },
    { forGood: false, code: "smtp-421", about: "connection" },
  ],
  [
    { at: "sender", code: 421 },
    { forGood: false, code: "smtp-421", about: "connection" },
  ],
  [
    { at: "sender", code: 530 },
    { forGood: false, code: "smtp-530", about: "server" },
  ],
  [
    { at: "sender", code: 451 },
    { forGood: false, code: "smtp-451", about: "sender" },
  ],
  [
    { at: "sender", code: 553 },
    { forGood: false, code: "smtp-553", about: "sender" },
  ],
  [
    { at: "greeting", code: 554 },
    { forGood: false, code: "smtp-554", about: "server" },
  ],
  [
    { at: "greeting", code: 421 },
    { forGood: false, code: "smtp-421", about: "server" },
  ],
  [{ at: "drop-at-greeting" }, { forGood: false, code: "econnection", about: "server" }],
  [{ at: "drop-at-recipient" }, { forGood: false, code: "econnection", about: "connection" }],
  [{ at: "drop-in-message" }, { forGood: false, code: "econnection", about: "connection" }],
  [{ at: "drop-after-message" }, { forGood: false, code: "econnection", about: "connection" }],
];
for (const [mood, expected] of failures)
  test(`${Object.values(mood).join(" ")}: ${Object.values(expected).join(", ")}`, async (t) => {
    const { smtp, transport } = await connected(t);
    smtp.becomes(mood);
    assert.deepEqual(await transport.send(sampleMessage), { sent: false, ...expected });
    smtp.becomes({ at: "never" });
    assert.deepEqual(await transport.send(sampleMessage), { sent: true });
  });

test("a wrong password is ours to mend: no mail suffers for it", async (t) => {
  const smtp = await testSmtp(t, { password: "right" });
  for (const [password, expected] of [
    ["wrong", { sent: false, forGood: false, code: "smtp-535", about: "server" }],
    ["right", { sent: true }],
  ] as const) {
    const transport = smtpServer(smtp.url.replace("//", `//kenpo:${password}@`));
    t.after(transport.close);
    assert.deepEqual(await transport.send(sampleMessage), expected);
  }
});

test("a server that closed an idle connection is asked again at once", async (t) => {
  const { smtp, transport } = await connected(t);
  await transport.send(sampleMessage);
  await smtp.hangUp();
  assert.deepEqual(await transport.send(sampleMessage), { sent: true });
  assert.equal(smtp.received.length, 2);
});

test("nobody listens: no mail suffers for it", async () => {
  const transport = smtpServer("smtp://127.0.0.1:1");
  assert.deepEqual(await transport.send(sampleMessage), {
    ...{ sent: false, forGood: false },
    ...{ code: "esocket", about: "server" },
  });
  transport.close();
});

test("a server that goes away between two mails is gone for all of them", async (t) => {
  const { smtp, transport } = await connected(t);
  await transport.send(sampleMessage);
  await smtp.close();
  const delivery = await transport.send(sampleMessage);
  assert.deepEqual(delivery, { sent: false, forGood: false, code: "esocket", about: "server" });
});
