import assert from "node:assert/strict";
import { test } from "node:test";
import { type Instant, instantOf } from "../../src/kernel/time.ts";
import { bytesOfBase32, codeOf, entryOf, hotp, keyOnPage, linkOnPage, totp } from "./totp.ts";

// RFC 6238 appendix B; its keys are as long as the hash (erratum 2866).
const ascii = (length: number) => Buffer.from("1234567890".repeat(7).slice(0, length));
const vectors: readonly (readonly [number, string, string, string])[] = [
  [59, "94287082", "46119246", "90693936"],
  [1111111109, "07081804", "68084774", "25091201"],
  [1111111111, "14050471", "67062674", "99943326"],
  [1234567890, "89005924", "91819424", "93441116"],
  [2000000000, "69279037", "90698825", "38618901"],
  [20000000000, "65353130", "77737706", "47863826"],
];
for (const [seconds, sha1, sha256, sha512] of vectors)
  test(`RFC 6238 appendix B at ${seconds}`, () => {
    const at = instantOf(seconds * 1000);
    assert.equal(totp(ascii(20), at, { digits: 8 }), sha1);
    assert.equal(totp(ascii(32), at, { digits: 8, algorithm: "sha256" }), sha256);
    assert.equal(totp(ascii(64), at, { digits: 8, algorithm: "sha512" }), sha512);
  });

test("RFC 4226 appendix D", () => {
  const codes = Array.from({ length: 10 }, (_, counter) => hotp(ascii(20), counter));
  const expected = "755224 287082 359152 969429 338314 254676 287922 162583 399871 520489";
  assert.deepEqual(codes, expected.split(" "));
});

test("the examples of oathtool's manual", () => {
  const zero = Buffer.from("00", "hex");
  assert.equal(hotp(zero, 0), "328482");
  assert.equal(totp(zero, "2008-04-23T17:42:17.000Z" as Instant), "974945");
  // The base32 of the RFC's key, as apps are given it.
  const at = "2009-02-13T23:31:30.000Z" as Instant;
  assert.equal(codeOf("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", at), "005924");
});

test("RFC 4648 §10, with padding or without", () => {
  const words = [
    ["MY======", "f"],
    ["MZXQ", "fo"],
    ["MZXW6===", "foo"],
    ["MZXW6YQ", "foob"],
    ["MZXW6YTB", "fooba"],
    ["MZXW6YTBOI======", "foobar"],
  ] as const;
  for (const [base32, text] of words) assert.equal(bytesOfBase32(base32).toString(), text);
  for (const odd of ["", "mzxw6", "MZXW 6YTB", "MZXW1"]) assert.throws(() => bytesOfBase32(odd));
});

test("a page is read as a person reads it", () => {
  const page =
    '<a href="otpauth://totp/A%3Ab?x=1&amp;y=2">x</a><p class="key"><span>GEZD</span><span>GNBV</span></p>';
  assert.equal(keyOnPage(page), "GEZDGNBV");
  assert.equal(linkOnPage(page), "otpauth://totp/A%3Ab?x=1&y=2");
  assert.throws(() => keyOnPage("<p>GEZD</p>"));
});

const key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
test("an address is read as the strictest app reads it", () => {
  const good = `otpauth://totp/%E7%B5%84%E5%90%88:hanako822?secret=${key}&issuer=%E7%B5%84%E5%90%88`;
  assert.deepEqual(entryOf(good), { issuer: "組合", account: "hanako822", key });
  const bad = [
    good.replace("totp", "hotp"),
    good.replace(":hanako", ":a:hanako"),
    good.replace(":hanako", "%3Aa%3Ahanako"),
    good.replace("issuer=", "issuer=x"),
    good.replace("hanako", "hana+ko"),
    good.replace("hanako", "花子"),
    good.replace(key, key.slice(4)),
    `${good}&algorithm=SHA256`,
    `${good}&digits=8`,
    `${good}&period=60`,
  ];
  for (const address of bad) assert.throws(() => entryOf(address), /lacks/, address);
});
