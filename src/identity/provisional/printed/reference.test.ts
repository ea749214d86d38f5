import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Reference, readReference, referenceText } from "./reference.ts";

const printed: readonly (readonly [Reference, string])[] = [
  [{ batch: 1, number: 1 }, "1-00001-7"],
  [{ batch: 12, number: 345 }, "12-00345-5"],
  [{ batch: 3, number: 123456 }, "3-123456-3"],
];
for (const [reference, text] of printed)
  test(`letter ${reference.number} of batch ${reference.batch} is ${text}`, () => {
    assert.equal(referenceText(reference), text);
    assert.deepEqual(readReference(text), reference);
  });

const typed: readonly (readonly [string, boolean])[] = [
  ["１２－００３４５－５", true],
  [" 12 - 00345 - 5 ", true],
  ["12ー00345ー5", true],
  ["12-345-5", true],
  ["12-00345-7", false],
  ["12-00354-5", false],
  ["12003455", false],
  ["0-00345-5", false],
  ["12-00000-6", false],
  ["12-00345", false],
  ["", false],
  ["12-00345-5x", false],
];
for (const [text, isRight] of typed)
  test(`「${text}」 is ${isRight ? "letter 345 of batch 12" : "none"}`, () =>
    assert.deepEqual(readReference(text), isRight ? { batch: 12, number: 345 } : null));

const reference = fc.record(
  {
    batch: fc.integer({ min: 1, max: 99999 }),
    number: fc.integer({ min: 1, max: 999999 }),
  },
  { noNullPrototype: true },
);

test("property: what is printed is read back", () => {
  fc.assert(
    fc.property(reference, (one) => assert.deepEqual(readReference(referenceText(one)), one)),
  );
});

test("property: one wrong digit never names another letter", () => {
  fc.assert(
    fc.property(reference, fc.nat(), fc.integer({ min: 1, max: 9 }), (one, at, by) => {
      const text = referenceText(one);
      const digits = [...text].flatMap((letter, i) => (letter === "-" ? [] : [i]));
      const place = digits[at % digits.length] ?? 0;
      const wrong = (Number(text[place]) + by) % 10;
      return readReference(text.slice(0, place) + wrong + text.slice(place + 1)) === null;
    }),
    { numRuns: 2000 },
  );
});

test("property: two digits swapped never name another letter, except 0 and 9", () => {
  fc.assert(
    fc.property(reference, fc.nat(), (one, at) => {
      const text = referenceText(one);
      const place = at % (text.length - 1);
      const [a = "", b = ""] = [text[place], text[place + 1]];
      if (a === b || a === "-" || b === "-" || `${a}${b}` === "09" || `${a}${b}` === "90")
        return true;
      return readReference(text.slice(0, place) + b + a + text.slice(place + 2)) === null;
    }),
    { numRuns: 2000 },
  );
});

test("property: anything may be typed", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (text) => {
      const read = readReference(text);
      return read === null || /-/.test(referenceText(read));
    }),
  );
});
