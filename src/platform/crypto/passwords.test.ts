import assert from "node:assert/strict";
import { test } from "node:test";
import { hash as argon2 } from "@node-rs/argon2";
import { needsRehash, openPasswords } from "./passwords.ts";

const passwords = openPasswords({ lanes: 2, places: 8 });
const ticket = passwords.ticket();
assert.ok(ticket);
const hashOf = (password: string) => passwords.hash(ticket, password);
const isRight = (hash: string | null, password: string) => passwords.verify(ticket, hash, password);

test("a hash is argon2id at today's parameters, salted", async () => {
  const [one, two] = await Promise.all([hashOf("Sakura2026"), hashOf("Sakura2026")]);
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  assert.notEqual(one, two);
  assert.ok(await isRight(one, "Sakura2026"));
  assert.ok(await isRight(two, "Sakura2026"));
});

const pairs: readonly (readonly [string, string, boolean, string])[] = [
  ["Sakura2026", "Sakura2026", true, "the same"],
  ["Sakura2026", "ｓakura2026".replace("ｓ", "Ｓ"), true, "full width"],
  ["pass¥word1", "pass\\word1", true, "¥ as \\"],
  ["pass￥word1", "pass\\word1", true, "full-width ￥ as \\"],
  ["が1234567", "か\u30991234567", true, "composed or not"],
  ["Sakura2026", "sakura2026", false, "case"],
  ["Sakura2026", "Sakura2026 ", false, "a space after"],
  ["Sakura2026", "", false, "empty"],
  ["Sakura2026", "Sakura202", false, "shorter"],
];
for (const [kept, typed, expected, name] of pairs)
  test(`verify: ${name}`, async () =>
    assert.equal(await isRight(await hashOf(kept), typed), expected));

test("nobody's password is never right", async () => {
  for (const typed of ["", "Sakura2026"]) assert.equal(await isRight(null, typed), false);
});

test("a nobody costs what a somebody costs: one hash each", async () => {
  const kept = await hashOf("Sakura2026");
  const cpu = async (hash: string | null) => {
    const before = process.cpuUsage();
    for (let i = 0; i < 20; i += 1) await isRight(hash, "wrong");
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  await cpu(kept);
  const ratio = (await cpu(null)) / (await cpu(kept));
  assert.ok(ratio > 0.5 && ratio < 2, `ratio ${ratio.toFixed(2)}`);
});

test("hashes of other parameters still verify and ask to be made anew", async () => {
  const old = await argon2("Sakura2026", { memoryCost: 8192 });
  assert.ok(await isRight(old, "Sakura2026"));
  assert.ok(needsRehash(old));
  assert.ok(!needsRehash(await hashOf("Sakura2026")));
});
