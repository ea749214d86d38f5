import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ownPath } from "./own-path.ts";

const cases: readonly (readonly [string | undefined, string])[] = [
  [undefined, "/"],
  ["", "/"],
  ["/sign-in?to=x#y", "/sign-in?to=x#y"],
  ["/help/faq?q=あ", "/help/faq?q=%E3%81%82"],
  ["help", "/"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["/\n/evil.example", "/"],
  ["/.//evil.example", "/"],
  ["/x/..//evil.example", "/"],
  ["/\\\t\\evil.example", "/"],
  ["https://evil.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["/\0a", "/%00a"],
  ["/\u007f", "/%7F"],
  ["/a\r\nSet-Cookie: x=y", "/aSet-Cookie:%20x=y"],
];

for (const [given, expected] of cases)
  test(`the way back from ${JSON.stringify(given)}`, () => assert.equal(ownPath(given), expected));

test("whatever is written, the way leads to this host and fits a header", () => {
  const written = fc.string({ unit: fc.constantFrom(..."/\\.\t\r\n:@?#%evil0あ\0".split("")) });
  fc.assert(
    fc.property(written, (given) => {
      const to = ownPath(`/${given}`);
      assert.match(to, /^\/[\x21-\x7e]*$/);
      assert.equal(new URL(to, "https://own.example").host, "own.example");
    }),
    { numRuns: 2000 },
  );
});
