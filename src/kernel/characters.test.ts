import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findCharacterFault, findUncommon } from "./characters.ts";

const fine = [
  "",
  "佐藤　太郎",
  "ｻﾄｳ ﾀﾛｳ",
  "髙﨑德栁濵桒𠮷神",
  "㈱①Ⅸ～〜−￥＝",
  "Nguyễn Văn",
  "葛\u{e0100}城",
  "☎※★",
];
for (const text of fine)
  test(`「${text}」 may stand`, () => assert.equal(findCharacterFault(text), null));

const refused: readonly (readonly [string, string])[] = [
  ["a\u0000b", "control"],
  ["一行\n二行", "control"],
  ["\u007f", "control"],
  ["\u0085", "control"],
  ["a\u202eb", "direction-mark"],
  ["\u200f", "direction-mark"],
  ["a\u2066b", "direction-mark"],
  ["佐藤\u200b", "invisible"],
  ["\ufeff", "invisible"],
  ["佐藤\ue000", "gaiji"],
  ["佐藤\uf8ff", "gaiji"],
  ["\u{f0000}", "gaiji"],
  ["太郎😀", "emoji"],
  ["⭐", "emoji"],
  ["☺\ufe0f", "emoji"],
  ["🇯🇵", "emoji"],
  ["佐藤\ud800", "broken"],
  ["\udc00太郎", "broken"],
  ["佐\ufffd藤", "broken"],
];
for (const [text, fault] of refused)
  test(`${JSON.stringify(text)}: ${fault}`, () => {
    assert.equal(findCharacterFault(text)?.fault, fault);
  });

test("the character itself is told", () => {
  assert.equal(findCharacterFault("佐藤\ue123太郎")?.character, "\ue123");
});

test("every single character that is common may stand", () => {
  const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
  const common = units.filter((unit) => findUncommon(unit, 0) > 0);
  assert.deepEqual(common.filter(findCharacterFault), ["\n"]);
  assert.ok([..."az09 佐　ｻﾄｳ髙﨑㈱①Ⅸ～－々"].every((unit) => common.includes(unit)));
});

test("an uncommon character is found where it stands", () => {
  assert.deepEqual(
    ["佐藤\r\n", "a\tb", "漢😀", "a\rb", "é"].map((text) => findUncommon(text, 0)),
    [Number.POSITIVE_INFINITY, 1, 1, 1, 0],
  );
  assert.equal(findUncommon("é漢é", 1), 2);
});

test("property: a private-use character is found wherever it stands", () => {
  const gaiji = fc.integer({ min: 0xe000, max: 0xf8ff }).map((n) => String.fromCharCode(n));
  const kanji = fc.string({ unit: fc.constantFrom(..."山田太郎ABC 　") });
  fc.assert(
    fc.property(kanji, gaiji, kanji, (a, g, b) => findCharacterFault(a + g + b)?.fault === "gaiji"),
  );
});
