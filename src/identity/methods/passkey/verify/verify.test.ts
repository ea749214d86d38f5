import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Algorithm } from "../../../../../test/authenticators/keys.ts";
import { type Forgery, softwareAuthenticator } from "../../../../../test/authenticators/passkey.ts";
import { type AccountId, asId, bytesOfUuid } from "../../../../kernel/ids.ts";
import { type Assertion, verifyAssertion } from "./assertion.ts";
import { type NewPasskey, verifyAttestation } from "./attestation.ts";
import type { PasskeyFault } from "./faults.ts";

const origin = "https://asahi.example.jp";
const rpId = "asahi.example.jp";
const account = asId("01977420-0000-7000-8000-000000000008") as AccountId;
const other = asId("01977420-0000-7000-8000-000000000009") as AccountId;
const handleOf = (id: AccountId) => bytesOfUuid(id).toString("base64url");
const challenge = Buffer.alloc(32, 1).toString("base64url");
const later = Buffer.alloc(32, 2).toString("base64url");

const creating = { challenge, rp: { id: rpId }, user: { id: handleOf(account) } };
const asking = { challenge, rpId };

const registered = async (about: Partial<Parameters<typeof softwareAuthenticator>[0]> = {}) => {
  const phone = softwareAuthenticator({ origin, ...about });
  const expected = { challenge, origin, rpId };
  const made = await verifyAttestation({ response: phone.create(creating), ...expected });
  assert.ok(made.ok, JSON.stringify(made));
  return { phone, passkey: made.passkey };
};

const signIn = (response: string, stored: NewPasskey, more: Partial<Assertion> = {}) =>
  verifyAssertion({ response, challenge, origin, rpId, stored, userHandle: account, ...more });

for (const algorithm of ["ES256", "Ed25519", "RS256"] satisfies Algorithm[])
  test(`a passkey of ${algorithm} is registered and signs in`, async () => {
    const { phone, passkey } = await registered({ algorithm });
    assert.deepEqual(await signIn(phone.get(asking), passkey), {
      ok: true,
      counter: 0,
      isSynced: true,
    });
    const foreign = await signIn(phone.get(asking, { isForeignKey: true }), passkey);
    assert.deepEqual(foreign, { ok: false, reason: "passkey-signature" });
  });

test("what is kept of a new passkey", async () => {
  const { passkey } = await registered({ aaguid: "ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4" });
  const { credentialId, publicKey, ...rest } = passkey;
  assert.equal(Buffer.from(credentialId, "base64url").length, 32);
  assert.ok(publicKey.length > 80);
  assert.deepEqual(rest, {
    counter: 0,
    transports: ["internal", "hybrid"],
    isRoaming: false,
    aaguid: "ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4",
    isSyncable: true,
    isSynced: true,
  });
});

type Case = readonly [name: string, forgery: Forgery, reason: PasskeyFault];
const both: readonly Case[] = [
  ["another site", { origin: "https://asahi.example.jp.evil.example" }, "passkey-origin"],
  ["another entrance", { origin: "https://login.example.jp" }, "passkey-origin"],
  ["inside a frame", { crossOrigin: true }, "passkey-origin"],
  ["another RP ID", { rpId: "example.jp" }, "passkey-rp-id"],
  ["another challenge", { challenge: later }, "passkey-challenge"],
  ["nobody there", { flags: { up: false } }, "passkey-absent"],
  ["no fingerprint", { flags: { uv: false } }, "passkey-unverified"],
  ["backed up, though it cannot be", { flags: { be: false, bs: true } }, "passkey-backup"],
  ["another credential", { credentialId: "AAAA" }, "passkey-credential"],
];
const attestations: readonly Case[] = [
  ...both,
  ["an assertion's type", { type: "webauthn.get" }, "passkey-type"],
];
const assertions: readonly Case[] = [
  ...both,
  ["a registration's type", { type: "webauthn.create" }, "passkey-type"],
  ["another account", { userHandle: handleOf(other) }, "passkey-user-handle"],
  ["a foreign key", { isForeignKey: true }, "passkey-signature"],
  ["not syncable any more", { flags: { be: false, bs: false } }, "passkey-backup"],
];

for (const [name, forgery, reason] of attestations)
  test(`no registration: ${name}`, async () => {
    const response = softwareAuthenticator({ origin }).create(creating, forgery);
    const refused = await verifyAttestation({ response, challenge, origin, rpId });
    assert.deepEqual(refused, { ok: false, reason });
  });

for (const [name, forgery, reason] of assertions)
  test(`no sign-in: ${name}`, async () => {
    const { phone, passkey } = await registered();
    const refused = await signIn(phone.get(asking, forgery), passkey);
    assert.deepEqual(refused, { ok: false, reason });
  });

test("an answer that was used is none to the next question", async () => {
  const { phone, passkey } = await registered();
  const answer = phone.get(asking);
  assert.ok((await signIn(answer, passkey)).ok);
  const replayed = await signIn(answer, passkey, { challenge: later });
  assert.deepEqual(replayed, { ok: false, reason: "passkey-challenge" });
});

test("a counter must rise once it counts", async () => {
  const { phone, passkey } = await registered({ isCounting: true });
  assert.equal(passkey.counter, 1);
  const at = (counter: number, stored: number) =>
    signIn(phone.get(asking, { counter }), { ...passkey, counter: stored });
  const refused = { ok: false, reason: "passkey-counter" };
  assert.deepEqual(await at(7, 6), { ok: true, counter: 7, isSynced: false });
  assert.deepEqual(await at(6, 6), refused);
  assert.deepEqual(await at(5, 6), refused);
  assert.deepEqual(await at(0, 6), refused);
  assert.deepEqual(await at(1, 0), { ok: true, counter: 1, isSynced: false });
});

test("a forged counter is a wrong signature, not a copied passkey", async () => {
  const { phone, passkey } = await registered({ isCounting: true });
  const response = phone.get(asking, { counter: 0, isForeignKey: true });
  assert.deepEqual(await signIn(response, passkey), { ok: false, reason: "passkey-signature" });
});

test("who is not known yet must be named by the answer", async () => {
  const { phone, passkey } = await registered();
  const nameless = phone.get(asking, { userHandle: null });
  assert.ok((await signIn(nameless, passkey)).ok);
  const refused = await signIn(nameless, passkey, { isHandleNeeded: true });
  assert.deepEqual(refused, { ok: false, reason: "passkey-user-handle" });
  assert.ok((await signIn(phone.get(asking), passkey, { isHandleNeeded: true })).ok);
});

const bothSay = async (response: string, passkey: NewPasskey) => {
  const made = await verifyAttestation({ response, challenge, origin, rpId });
  const known = await signIn(response, passkey);
  return made.ok || known.ok;
};

test("whatever JSON comes is refused, never thrown", async () => {
  const { passkey } = await registered();
  const json = fc.oneof(fc.json(), fc.string(), fc.string({ unit: "binary" }));
  await fc.assert(
    fc.asyncProperty(json, async (text) => assert.equal(await bothSay(text, passkey), false)),
    { numRuns: 500 },
  );
});

/** Nearly right: every field there, some of them rubbish. */
test("whatever bytes stand in the fields, nothing passes and nothing is thrown", async () => {
  const { phone, passkey } = await registered();
  const good = { ...JSON.parse(phone.create(creating)), ...JSON.parse(phone.get(asking)) };
  const text = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString("base64url")),
    fc.json().map((json) => Buffer.from(json).toString("base64url")),
    fc.anything(),
  );
  const field = fc.constantFrom("clientDataJSON", "authenticatorData", "signature");
  await fc.assert(
    fc.asyncProperty(field, text, async (name, rubbish) => {
      const response = { ...good.response, [name]: rubbish, attestationObject: rubbish };
      const sent = JSON.stringify({ ...good, response }, (_, value) =>
        typeof value === "bigint" ? String(value) : value,
      );
      assert.equal(await bothSay(sent, passkey), false);
    }),
    { numRuns: 500 },
  );
});

// Of a signature by ECDSA the same two numbers can be written in several ways (DER): that is none
// of somebody else's. Ed25519 has one.
test("one bit turned in what was signed, and it does not pass", async () => {
  const { phone, passkey } = await registered({ isCounting: true, algorithm: "Ed25519" });
  const good = JSON.parse(phone.get(asking));
  const field = fc.constantFrom("clientDataJSON", "authenticatorData", "signature");
  await fc.assert(
    fc.asyncProperty(field, fc.nat(), async (name, at) => {
      const bytes = Buffer.from(good.response[name], "base64url");
      const bit = at % (bytes.length * 8);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const response = { ...good.response, [name]: bytes.toString("base64url") };
      const known = await signIn(JSON.stringify({ ...good, response }), passkey);
      assert.equal(known.ok, false);
    }),
    { numRuns: 1500 },
  );
});

test("a bit turned in a registration never brings in another site, person or question", async () => {
  const answer = softwareAuthenticator({ origin }).create(creating);
  const good = JSON.parse(answer);
  const field = fc.constantFrom("clientDataJSON", "attestationObject");
  await fc.assert(
    fc.asyncProperty(field, fc.nat(), async (name, at) => {
      const bytes = Buffer.from(good.response[name], "base64url");
      const bit = at % (bytes.length * 8);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const response = { ...good.response, [name]: bytes.toString("base64url") };
      const sent = JSON.stringify({ ...good, response });
      const made = await verifyAttestation({ response: sent, challenge, origin, rpId });
      // Without an attestation nobody can tell a key, its counter or its model from another one.
      if (made.ok) assert.equal(made.passkey.credentialId, good.id);
    }),
    { numRuns: 1000 },
  );
});

test("an attestation statement that nobody asked for is passed over", async () => {
  const good = JSON.parse(softwareAuthenticator({ origin }).create(creating));
  const bytes = Buffer.from(good.response.attestationObject, "base64url");
  const named = Buffer.from(bytes.toString("latin1").replace("dnone", "dnoah"), "latin1");
  const response = { ...good.response, attestationObject: named.toString("base64url") };
  const sent = JSON.stringify({ ...good, response });
  assert.ok((await verifyAttestation({ response: sent, challenge, origin, rpId })).ok);
});
