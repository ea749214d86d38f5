import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { contrast, contrastOnWhite, leastContrast, readableBrand, tintOf } from "./brand.ts";

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);

test("known contrasts", () => {
  const cases: readonly (readonly [string, number])[] = [
    ["#000000", 21],
    ["#ffffff", 1],
    ["#777777", 4.48],
    ["#767676", 4.54],
    ["#006173", 7.1],
  ];
  for (const [of, expected] of cases)
    assert.ok(Math.abs(contrastOnWhite(of) - expected) < 0.05, `${of} ${contrastOnWhite(of)}`);
});

test("any brand becomes readable: on white, under white, and on its own tint", () => {
  fc.assert(
    fc.property(colour, (given) => {
      const brand = readableBrand(given);
      assert.match(brand, /^#[0-9a-f]{6}$/);
      assert.ok(contrastOnWhite(brand) >= leastContrast);
      assert.ok(contrast(brand, tintOf(brand, 8)) >= 4.5, `${brand} on its tint`);
    }),
    { numRuns: 2000 },
  );
});

test("a brand that is dark enough stays as it is", () => {
  fc.assert(
    fc.property(colour, (given) => {
      fc.pre(contrastOnWhite(given) >= leastContrast);
      assert.equal(readableBrand(given), given);
    }),
  );
});

test("anything but #rrggbb is refused", () => {
  for (const wrong of ["", "red", "#fff", "#12345g", "006173", "#006173;}", "#00617३"])
    assert.throws(() => readableBrand(wrong), RangeError);
});
