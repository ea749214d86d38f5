import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { MailId, SocietyId } from "../../kernel/ids.ts";
import { openSecrets } from "../../platform/crypto/secrets.ts";
import { isMailbox } from "../../platform/smtp/compose.ts";
import { fromBase32, toBase32 } from "./base32.ts";
import { bounceAddress, findBounced } from "./token.ts";

const [old, current] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const secrets = openSecrets(current);
const domain = "kenpo.example";

const pair = fc.record(
  { society: fc.uuid(), mail: fc.uuid() },
  { noNullPrototype: true },
) as fc.Arbitrary<{
  society: SocietyId;
  mail: MailId;
}>;

test("an address tells its mail, also where a mail system changed its case", () => {
  fc.assert(
    fc.property(pair, (bounced) => {
      const address = bounceAddress(secrets, { ...bounced, domain });
      assert.ok(address.split("@")[0]?.length === 63 && isMailbox(address));
      assert.deepEqual(findBounced(secrets, `<${address}>`), bounced);
      assert.deepEqual(findBounced(secrets, `for ${address.toUpperCase()};`), bounced);
    }),
  );
});

test("any other character in it, and it tells nothing", () => {
  const character = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz234567");
  fc.assert(
    fc.property(pair, fc.nat(60), character, (bounced, place, other) => {
      const address = bounceAddress(secrets, { ...bounced, domain });
      const at = place + 2;
      fc.pre(address[at] !== other);
      const forged = address.slice(0, at) + other + address.slice(at + 1);
      assert.equal(findBounced(secrets, forged), undefined);
    }),
  );
});

test("what an earlier secret made is known while that secret is; then it is not", () => {
  const [ids] = fc.sample(pair, 1);
  assert.ok(ids);
  const address = bounceAddress(openSecrets(old), { ...ids, domain });
  assert.deepEqual(findBounced(openSecrets(current, [old]), address), ids);
  assert.equal(findBounced(secrets, address), undefined);
});

test("a forged address before the right one does not hide it", () => {
  const [bounced] = fc.sample(pair, 1);
  assert.ok(bounced);
  const right = bounceAddress(secrets, { ...bounced, domain });
  const wrong = bounceAddress(openSecrets(old), { ...bounced, domain });
  assert.deepEqual(findBounced(secrets, `${wrong}, ${right}`), bounced);
});

test("base32 brings any bytes back, and takes one text for them only", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      const text = toBase32(bytes);
      assert.deepEqual(fromBase32(text), Buffer.from(bytes));
    }),
  );
  // RFC 4648 §10
  assert.equal(toBase32(Buffer.from("foobar")), "mzxw6ytboi");
  assert.equal(toBase32(Buffer.from("foob")), "mzxw6yq");
  assert.equal(fromBase32("mzxw6yr"), undefined);
  assert.equal(fromBase32("mzxw1"), undefined);
});
