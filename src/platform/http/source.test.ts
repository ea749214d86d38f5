import assert from "node:assert/strict";
import { test } from "node:test";
import { isLoopback, networkOf, sourceReader } from "./source.ts";

const cases: [string, string[], string, string | undefined, string][] = [
  ["no proxy trusted", [], "203.0.113.9", "198.51.100.1", "203.0.113.9"],
  ["trusted proxy", ["10.0.0.0/8"], "10.1.2.3", "198.51.100.1", "198.51.100.1"],
  ["forged left part", ["10.0.0.0/8"], "10.1.2.3", "1.1.1.1, 198.51.100.1", "198.51.100.1"],
  ["two proxies", ["10.0.0.0/8"], "10.1.2.3", "198.51.100.1, 10.9.9.9", "198.51.100.1"],
  ["mapped IPv4", ["127.0.0.1"], "::ffff:127.0.0.1", "2001:db8::1", "2001:db8::1"],
  ["only proxies", ["10.0.0.0/8"], "10.1.2.3", "10.9.9.9", "10.1.2.3"],
  ["rubbish", ["10.0.0.0/8"], "10.1.2.3", "<script>", "unknown"],
];

for (const [name, trusted, address, forwardedFor, expected] of cases)
  test(`source: ${name}`, () =>
    assert.equal(sourceReader(trusted)({ address, forwardedFor }), expected));

test("one line's IPv6 addresses are one source, IPv4 addresses are each their own", () => {
  assert.equal(networkOf("2001:db8:1:2:3:4:5:6"), networkOf("2001:db8:1:2::9"));
  assert.notEqual(networkOf("2001:db8:1:2::9"), networkOf("2001:db8:1:3::9"));
  assert.equal(networkOf("203.0.113.9"), "203.0.113.9");
  assert.equal(networkOf("unknown"), "unknown");
});

test("loopback", () => {
  assert.ok(isLoopback("127.0.0.1") && isLoopback("::1") && isLoopback("::ffff:127.0.0.1"));
  assert.ok(!isLoopback("10.0.0.1") && !isLoopback(""));
});
