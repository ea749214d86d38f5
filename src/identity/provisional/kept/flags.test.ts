import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { openFlags } from "./flags.ts";

test("property: has what was set and nothing else", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30_000)), fc.array(fc.nat(40_000)), (set, asked) => {
      const flags = openFlags();
      for (const one of set) flags.set(one);
      for (const one of [...set, ...asked]) assert.equal(flags.has(one), set.includes(one));
    }),
  );
});
