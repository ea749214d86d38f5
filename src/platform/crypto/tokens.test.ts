import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isEqual } from "./equal.ts";
import { hashToken, newToken } from "./tokens.ts";

test("tokens carry 256 bits and never repeat", () => {
  const made = Array.from({ length: 1000 }, newToken);
  assert.equal(new Set(made.map(({ text }) => text)).size, 1000);
  for (const { text, hash } of made) {
    assert.match(text, /^[A-Za-z0-9_-]{43}$/);
    assert.equal(hashToken(text), hash);
    assert.notEqual(hash, text);
  }
});

test("the hash is SHA-256 as base64url", () => {
  assert.equal(hashToken("abc"), "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
});

test("isEqual is equality", () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => isEqual(a, b) === (a === b)));
  fc.assert(fc.property(fc.string(), (a) => isEqual(a, `${a}`) && !isEqual(a, `${a}x`)));
});
