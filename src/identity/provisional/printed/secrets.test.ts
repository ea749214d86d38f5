import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { foldPrinted, isIssuedId, mintIssuedId, mintPassword } from "./secrets.ts";

test("a password is three groups of four from 28 letters without look-alikes", () => {
  const minted = Array.from({ length: 5000 }, mintPassword);
  for (const password of minted) assert.match(password, /^[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}$/);
  const used = new Set(minted.join("").replaceAll("-", ""));
  assert.equal(used.size, 28);
  for (const alike of "01lioqsv5".replace("5", "")) assert.ok(!used.has(alike), alike);
  assert.equal(new Set(minted).size, minted.length);
});

const typed: readonly string[] = [
  "abcd-2345-wxyz",
  "ABCD-2345-WXYZ",
  "abcd2345wxyz",
  " abcd 2345　wxyz ",
  "ａｂｃｄ－２３４５－ｗｘｙｚ",
  "abcd−2345–wxyz",
  "abcdー2345ーwxyz",
];
for (const text of typed)
  test(`「${text}」 is the printed password`, () =>
    assert.equal(foldPrinted(text), "abcd2345wxyz"));

test("an issued ID has 13 digits, does not begin with 0, and is not the next one's neighbour", () => {
  const ids = Array.from({ length: 5000 }, mintIssuedId);
  for (const id of ids) assert.ok(isIssuedId(id), id);
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.some((id, i) => id < (ids[i - 1] ?? "")));
});

test("property: one wrong digit is noticed", () => {
  fc.assert(
    fc.property(fc.nat(12), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const id = mintIssuedId();
      const wrong = id.slice(0, at) + ((Number(id[at]) + by) % 10) + id.slice(at + 1);
      return !isIssuedId(wrong);
    }),
  );
});
