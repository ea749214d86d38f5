import assert from "node:assert/strict";
import { createHash, generateKeyPairSync, type KeyObject, verify } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { sampleMessage } from "../../../test/mail/message.ts";
import { testSmtp } from "../../../test/smtp.ts";
import { StartRefusal } from "../start-refusal.ts";
import { openDkim } from "./dkim.ts";
import { smtpServer } from "./server.ts";

const folder = mkdtempSync(join(tmpdir(), "kenpo-dkim-"));
after(() => rmSync(folder, { recursive: true }));

const fileOf = (name: string, text: string) => {
  const keyFile = join(folder, name);
  writeFileSync(keyFile, text);
  return { dkim: { selector: "kenpo2026", keyFile } };
};
const pem = (key: KeyObject) => key.export({ type: "pkcs8", format: "pem" }).toString();
const rsa = (modulusLength = 2048) => generateKeyPairSync("rsa", { modulusLength });

// RFC 6376 §3.4.2 and §3.4.4, "relaxed", by hand.
const relaxedHeader = (field: string) => {
  const colon = field.indexOf(":");
  const value = field
    .slice(colon + 1)
    .replace(/\r\n/g, "")
    .replace(/[ \t]+/g, " ")
    .trim();
  return `${field.slice(0, colon).trim().toLowerCase()}:${value}`;
};
const relaxedBody = (body: string) =>
  `${body
    .split("\r\n")
    .map((line) => line.replace(/[ \t]+/g, " ").replace(/ $/, ""))
    .join("\r\n")
    .replace(/(\r\n)*$/, "")}\r\n`;

const partsOf = (raw: string) => {
  const end = raw.indexOf("\r\n\r\n");
  const fields = raw.slice(0, end).split(/\r\n(?![ \t])/);
  const signature = fields.find((field) => /^dkim-signature:/i.test(field)) ?? "";
  const tags = new Map(
    relaxedHeader(signature)
      .slice("dkim-signature:".length)
      .split(";")
      .map((tag) => [
        tag.slice(0, tag.indexOf("=")).trim(),
        tag.slice(tag.indexOf("=") + 1).trim(),
      ]),
  );
  return { fields, signature, tags, body: raw.slice(end + 4) };
};

/** Whether a mail is as its signer sent it: body hash and signature (RFC 6376 §6.1.3). */
const isGenuine = (raw: string, key: KeyObject): boolean => {
  const { fields, signature, tags, body } = partsOf(raw);
  const hash = createHash("sha256").update(relaxedBody(body), "latin1").digest("base64");
  if (tags.get("bh")?.replace(/ /g, "") !== hash) return false;
  const signed = (tags.get("h") ?? "").split(":").map((name) => {
    const own = fields.findLast((field) => relaxedHeader(field).startsWith(`${name.trim()}:`));
    return `${relaxedHeader(own ?? "")}\r\n`;
  });
  const unsigned = relaxedHeader(signature).replace(/([; ]b=)[^;]*/, "$1");
  const b = Buffer.from((tags.get("b") ?? "").replace(/ /g, ""), "base64");
  return verify("rsa-sha256", Buffer.from(signed.join("") + unsigned, "latin1"), key, b);
};

test("a signed mail is genuine by hand, and an altered one is not", async (t) => {
  const { privateKey, publicKey } = rsa();
  const smtp = await testSmtp(t);
  const transport = smtpServer(smtp.url, openDkim(fileOf("good.pem", pem(privateKey))));
  t.after(transport.close);
  assert.deepEqual(await transport.send(sampleMessage), { sent: true });
  const raw = smtp.received[0]?.raw ?? "";
  const { tags } = partsOf(raw);
  assert.equal(tags.get("d"), "kenpo.example");
  assert.equal(tags.get("s"), "kenpo2026");
  for (const name of ["from", "to", "subject", "date", "message-id", "content-type"])
    assert.ok(tags.get("h")?.split(":").includes(name), `${name} is signed`);
  assert.ok(isGenuine(raw, publicKey));
  assert.ok(!isGenuine(raw, rsa().publicKey), "another key");
  for (const [from, to] of [
    ["To: hanako@example.jp", "To: taro@example.jp"],
    ["Date: Fri, 20", "Date: Fri, 21"],
    ["From: ", "From: =?UTF-8?Q?x?= "],
  ] as const) {
    assert.ok(raw.includes(from));
    assert.ok(!isGenuine(raw.replace(from, to), publicKey), from);
  }
  const { body } = partsOf(raw);
  const altered = raw.slice(0, -body.length) + body.replace(/[A-Za-z0-9]{20}/, "A".repeat(20));
  assert.ok(!isGenuine(altered, publicKey), "the body");
});

test("d= is the domain of From, also a society's own", async (t) => {
  const { privateKey } = rsa();
  const smtp = await testSmtp(t);
  const transport = smtpServer(smtp.url, openDkim(fileOf("good.pem", pem(privateKey))));
  t.after(transport.close);
  const domain = "mail.hikari.example";
  await transport.send({ ...sampleMessage, domain });
  assert.equal(partsOf(smtp.received[0]?.raw ?? "").tags.get("d"), domain);
});

test("without a key nothing is signed", async (t) => {
  assert.equal(openDkim({ dkim: null }), null);
  const smtp = await testSmtp(t);
  const transport = smtpServer(smtp.url);
  t.after(transport.close);
  await transport.send(sampleMessage);
  assert.doesNotMatch(smtp.received[0]?.raw ?? "", /dkim/i);
});

const elliptic = generateKeyPairSync("ed25519").privateKey;
const locked = () =>
  rsa().privateKey.export({
    ...{ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "secret" },
  });
const refused: readonly (readonly [string, () => string])[] = [
  ["no key at all", () => "hello"],
  ["a public key", () => rsa().publicKey.export({ type: "spki", format: "pem" }).toString()],
  ["a key of another kind", () => pem(elliptic)],
  ["a key too short to be believed", () => pem(rsa(512).privateKey)],
  ["a key behind a passphrase", () => locked().toString()],
];
for (const [what, text] of refused)
  test(`${what} is refused at the start, in one line that names the variable`, () =>
    assert.throws(
      () => openDkim(fileOf("bad.pem", text())),
      (error: unknown) =>
        error instanceof StartRefusal &&
        error.message.startsWith("KENPO_DKIM_KEY_FILE: ") &&
        !error.message.includes("\n"),
    ));

test("a file that is not there is refused as well", () =>
  assert.throws(
    () => openDkim({ dkim: { selector: "x", keyFile: join(folder, "none.pem") } }),
    /^StartRefusal|KENPO_DKIM_KEY_FILE: the file cannot be read \(ENOENT\)/,
  ));
