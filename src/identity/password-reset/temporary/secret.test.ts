import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { asId } from "../../../kernel/ids.ts";
import { openSecrets } from "../../../platform/crypto/secrets.ts";
import { mintPrinted } from "../../provisional/index.ts";
import { isTemporary, macOf, tokenOf } from "./secret.ts";

const secrets = openSecrets(Buffer.alloc(32, 1));
const accountId = asId<never>("01977420-0000-7000-8000-000000000001");
const other = asId<never>("01977420-0000-7000-8000-000000000002");
const secret = mintPrinted(3, 4);
const mac = macOf(secrets, accountId, secret);

test("the one that was mailed is right, whoever makes the key newer", () => {
  assert.ok(isTemporary(secrets, { accountId, mac }, secret));
  const renewed = openSecrets(Buffer.alloc(32, 2), [Buffer.alloc(32, 1)]);
  assert.ok(isTemporary(renewed, { accountId, mac }, secret));
});

for (const [why, about] of [
  ["of another account", { accountId: other, mac }],
  ["where none was mailed", { accountId, mac: null }],
  ["where nobody is", { accountId: null, mac: null }],
  ["where nobody is, whatever stands there", { accountId: null, mac }],
] as const)
  test(`it is wrong ${why}`, () => assert.equal(isTemporary(secrets, about, secret), false));

test("property: nothing else that is typed is right, and case, gaps and hyphens do not count", () => {
  const noise = fc.array(fc.constantFrom("-", " ", "　", "－", "ー"), { maxLength: 3 });
  fc.assert(
    fc.property(fc.string(), noise, fc.boolean(), (text, gaps, isUpper) => {
      const own = [...secret].join(gaps.join(""));
      assert.ok(isTemporary(secrets, { accountId, mac }, isUpper ? own.toUpperCase() : own));
      assert.equal(isTemporary(secrets, { accountId, mac }, text), false);
    }),
  );
});

test("its reset is one at one browser, and another at another", () => {
  const here = tokenOf(secrets, mac, "browser");
  assert.deepEqual(tokenOf(secrets, mac, "browser"), here);
  assert.notEqual(tokenOf(secrets, mac, "elsewhere").text, here.text);
  assert.notEqual(tokenOf(secrets, macOf(secrets, accountId, "x"), "browser").text, here.text);
});
