import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { insurerCheckDigit, parseInsurerNumber } from "./insurer-number.ts";

// manual B; the look's sample society; a public worked example; two public societies
const right = ["06130090", "06990014", "33120015", "06132757", "01130012"];

for (const number of right)
  test(`${number} is right`, () => {
    assert.deepEqual(parseInsurerNumber(number), { ok: true, value: number });
  });

const wrong: readonly (readonly [string, string])[] = [
  ["06130091", "insurer-number-check-digit"],
  ["06103090", "insurer-number-check-digit"],
  ["6130090", "insurer-number-form"],
  ["061300900", "insurer-number-form"],
  ["0613OO90", "insurer-number-form"],
  ["", "insurer-number-form"],
];
for (const [text, code] of wrong)
  test(`「${text}」 is refused: ${code}`, () => {
    assert.deepEqual(parseInsurerNumber(text), { ok: false, code, facts: {} });
  });

test("width and spaces are forgiven", () => {
  assert.deepEqual(parseInsurerNumber(" ０６１３ ００９０"), { ok: true, value: "06130090" });
});

test("property: one changed digit is always noticed", () => {
  const seven = fc.stringMatching(/^[0-9]{7}$/);
  fc.assert(
    fc.property(seven, fc.nat(7), fc.integer({ min: 1, max: 9 }), (start, at, by) => {
      const number = start + insurerCheckDigit(start);
      const changed = (Number(number[at]) + by) % 10;
      const other = number.slice(0, at) + changed + number.slice(at + 1);
      return parseInsurerNumber(number).ok && !parseInsurerNumber(other).ok;
    }),
  );
});
