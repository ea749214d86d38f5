import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { entryOf } from "../../../../test/authenticators/totp.ts";
import { newSeed } from "./codes.ts";
import { groupsOf, keyUri } from "./key-uri.ts";

const key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test("an address as apps read it", () => {
  const address = keyUri({ issuer: "ひかり電機健康保険組合", account: "hanako822", key });
  assert.deepEqual(entryOf(address), {
    issuer: "ひかり電機健康保険組合",
    account: "hanako822",
    key,
  });
  assert.equal(
    keyUri({ issuer: "Minato's (K) Society", account: "a+b@c", key }),
    `otpauth://totp/Minato%27s%20%28K%29%20Society:a%2Bb%40c?secret=${key}` +
      "&issuer=Minato%27s%20%28K%29%20Society&algorithm=SHA1&digits=6&period=30",
  );
});

test("whatever stands in the names, every app reads the same two, without their colons", () => {
  const signs = fc.constantFrom(":", "%", "+", "&", "?", "/", "#", " ", "'", "(", "組");
  const letters = fc.oneof(signs, fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }));
  const names = fc.array(letters, { minLength: 1, maxLength: 20 }).map((all) => all.join(""));
  fc.assert(
    fc.property(names, names, (issuer, account) => {
      const seed = newSeed();
      const read = entryOf(keyUri({ issuer, account, key: seed }));
      const plain = (name: string) => name.replaceAll(":", "-");
      assert.deepEqual(read, { issuer: plain(issuer), account: plain(account), key: seed });
    }),
  );
});

test("groups of four", () => {
  assert.deepEqual(groupsOf(key), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ".split(" "));
});
