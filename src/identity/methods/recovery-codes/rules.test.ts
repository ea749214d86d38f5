import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { enrol } from "./enrol.ts";
import { codesMade, foldCode, readCode } from "./rules.ts";
import { hashCode, without } from "./sealed.ts";

const now = "2026-11-20T01:00:00.000Z" as Parameters<typeof enrol.mint>[0];
const minted = () => enrol.mint(now);

test("ten codes of 5-5 letters without look-alikes, none twice", () => {
  const many = Array.from({ length: 300 }, minted);
  for (const codes of many) assert.equal(codes.length, codesMade);
  const all = many.flat();
  for (const code of all) assert.match(code, /^[2-9a-hjkmnprtuwxyz]{5}-[2-9a-hjkmnprtuwxyz]{5}$/);
  assert.equal(new Set(all).size, all.length);
});

const typed: readonly (readonly [string, string | number])[] = [
  ["4kmwt-29hpz", "4kmwt29hpz"],
  ["4KMWT-29HPZ", "4kmwt29hpz"],
  ["4kmwt29hpz", "4kmwt29hpz"],
  [" 4kmwt　29hpz ", "4kmwt29hpz"],
  ["４ｋｍｗｔ－２９ｈｐｚ", "4kmwt29hpz"],
  ["4kmwtー29hpz", "4kmwt29hpz"],
  ["4 k m w t – 2 9 h p z", "4kmwt29hpz"],
  ["4kmwt-29hp", 9],
  ["4kmwt-29hpzz", 11],
  ["よんけいえむだぶるてぃに", 12],
  ["4kmwt-29hp😀", 10],
  ["---", 0],
];
for (const [text, expected] of typed)
  test(`「${text}」 is ${typeof expected === "number" ? "no code" : expected}`, () => {
    const read = readCode(text);
    if (typeof expected === "string") assert.deepEqual(read, { ok: true, value: expected });
    else assert.deepEqual([read.ok, !read.ok && read.facts.length], [false, expected]);
  });

/** As people write down what they read: case, width, spaces and hyphens of any kind. */
const writings = fc.record({
  isUpper: fc.boolean(),
  isWide: fc.boolean(),
  hyphen: fc.constantFrom("-", "", " ", "－", "ー", "–", "−", "　"),
  gaps: fc.array(fc.nat(10), { maxLength: 3 }),
});
const wide = (text: string) =>
  text.replace(/[!-~]/g, (one) => String.fromCodePoint(one.charCodeAt(0) + 0xfee0));

test("property: a code is the same however it is written, and no other one's", () => {
  fc.assert(
    fc.property(writings, ({ isUpper, isWide, hyphen, gaps }) => {
      const [code = "", other = ""] = minted();
      const cased = isUpper ? code.toUpperCase() : code;
      const spaced = gaps.reduce(
        (text, at) => `${text.slice(0, at)} ${text.slice(at)}`,
        cased.replace("-", hyphen),
      );
      const written = isWide ? wide(spaced) : spaced;
      const read = readCode(written);
      assert.deepEqual(read, { ok: true, value: foldCode(code) });
      const hashes = [hashCode(code), hashCode(other)];
      assert.deepEqual(without(hashes, written), [hashCode(other)]);
    }),
  );
});

test("property: anything may be typed", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (text) => {
      const read = readCode(text);
      return !read.ok || /^[a-z0-9]{10}$/.test(read.value);
    }),
  );
});

test("of ten codes each works once, in any order, and no other one at all", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...Array(10).keys()]), (order) => {
      const codes = minted();
      let hashes: readonly string[] = codes.map(hashCode);
      for (const at of order) {
        const rest = without(hashes, codes[at] ?? "");
        assert.equal(rest?.length, hashes.length - 1);
        hashes = rest ?? [];
        assert.equal(without(hashes, codes[at] ?? ""), null);
      }
      assert.equal(without(hashes, minted()[0] ?? ""), null);
    }),
  );
});
