import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { openSecrets, secretBytes } from "./secrets.ts";

const first = randomBytes(32);
const second = randomBytes(48);
const secrets = openSecrets(first);

test("what was sealed opens, for any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (plain, about) => {
      const sealed = secrets.seal("mail-body", about, plain);
      assert.equal(secrets.open("mail-body", about, sealed), plain.toWellFormed());
    }),
  );
});

test("any altered character is refused", () => {
  const sealed = secrets.seal("mail-body", "row 1", "確認コードは 123456 です。");
  fc.assert(
    fc.property(fc.nat(sealed.length - 2), fc.constantFrom(..."AZaz09-_"), (at, other) => {
      const altered = sealed.slice(0, at) + other + sealed.slice(at + 1);
      if (altered !== sealed) assert.throws(() => secrets.open("mail-body", "row 1", altered));
    }),
  );
});

test("a ciphertext can be moved neither to another row nor to another purpose", () => {
  const sealed = secrets.seal("mail-body", "row 1", "secret");
  assert.throws(() => secrets.open("mail-body", "row 2", sealed));
  assert.throws(() => secrets.open("flow-state", "row 1", sealed));
});

test("cut off at any place, it is refused", () => {
  const sealed = secrets.seal("mail-body", "row 1", "secret");
  for (let length = 0; length < sealed.length; length += 1)
    assert.throws(() => secrets.open("mail-body", "row 1", sealed.slice(0, length)));
});

test("the same text is never sealed alike", () => {
  const seal = () => secrets.seal("mail-body", "row 1", "secret");
  assert.notEqual(seal(), seal());
});

test("after a change of the secret, the earlier one still opens and verifies", () => {
  const after = openSecrets(second, [first]);
  assert.equal(after.open("flow-state", "a", secrets.seal("flow-state", "a", "kept")), "kept");
  assert.ok(after.isMac("form-token", "text", secrets.mac("form-token", "text")));
  assert.ok(after.seal("link", "a", "x").startsWith(`${after.keyId}.`));
  assert.notEqual(after.keyId, secrets.keyId);
  assert.deepEqual(after.earlierCheckValues, [secrets.checkValue]);
  assert.deepEqual(after.keyIds, [after.keyId, secrets.keyId]);
});

test("a stranger's secret opens and verifies nothing", () => {
  const other = openSecrets(second);
  assert.throws(() => other.open("link", "a", secrets.seal("link", "a", "x")));
  assert.ok(!other.isMac("link", "text", secrets.mac("link", "text")));
});

test("a MAC belongs to its purpose and its text", () => {
  const mac = secrets.mac("form-token", "text");
  assert.match(mac, /^[A-Za-z0-9_-]{43}$/);
  assert.ok(secrets.isMac("form-token", "text", mac));
  assert.ok(!secrets.isMac("form-token", "text2", mac));
  assert.ok(!secrets.isMac("link", "text", mac));
  assert.ok(!secrets.isMac("form-token", "text", ""));
});

test("ids and check values come from the secret alone and do not hold it", () => {
  assert.equal(openSecrets(first).checkValue, secrets.checkValue);
  assert.equal(openSecrets(first).keyId, secrets.keyId);
  assert.notEqual(openSecrets(second).checkValue, secrets.checkValue);
});

test("a secret that was sealed by another version of us still opens", () => {
  // Made once with the secret of 32 zero bytes: whoever changes derivation or format breaks data.
  const known = openSecrets(Buffer.alloc(32));
  const kept = "kkuiIoKY.k8blwpwnl2SbLSFQadyYV1zdHQQUMzq59YOVLkQ6ux2kfJ05whG5-gDeWoag3OMrt5OE3Q";
  assert.equal(known.open("mail-body", "row 1", kept), "前の版で封じた文");
});

test("short and garbled secrets are refused", () => {
  assert.throws(() => openSecrets(randomBytes(31)), RangeError);
  assert.throws(() => openSecrets(first, [randomBytes(16)]), RangeError);
  assert.equal(secretBytes(randomBytes(31).toString("base64")), undefined);
  for (const bad of ["", "secret secret secret secret secret secret secret", "ひみつ", "=", "\n"])
    assert.equal(secretBytes(bad), undefined);
  assert.deepEqual(secretBytes(first.toString("base64")), first);
  assert.deepEqual(secretBytes(second.toString("base64url")), second);
});
