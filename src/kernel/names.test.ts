import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { isKana, kanaKey, nameKey, toFullKana, toKatakana } from "./kana.ts";
import { foldId, foldSymbol, foldWidth, unifyHyphens, withoutGaps } from "./width.ts";

describe("kana", () => {
  const full: readonly (readonly [string, string])[] = [
    ["ﾜﾀﾅﾍﾞ ﾊﾅｺ", "ワタナベ ハナコ"],
    ["ｳﾞｪﾛﾆｶ", "ヴェロニカ"],
    ["ﾊﾟｰﾄ", "パート"],
    ["ﾞ", "゛"],
    ["㈱Ⅸ神ﾊﾞ", "㈱Ⅸ神バ"],
    ["ひらがな", "ひらがな"],
  ];
  for (const [from, to] of full) test(`${from} → ${to}`, () => assert.equal(toFullKana(from), to));
  test("hiragana become katakana", () =>
    assert.equal(toKatakana("ゔぁいおりんゝ漢"), "ヴァイオリンヽ漢"));

  const same: readonly (readonly [string, string])[] = [
    ["ｼｮｳｺ", "シヨウコ"],
    ["わたなべ　はなこ", "ﾜﾀﾅﾍﾞ ﾊﾅｺ"],
    ["キ－ス", "ｷｰｽ"],
    ["マリ-", "マリー"],
    ["ジョン・スミス", "ジョン スミス"],
    ["ヴェロニカ", "ｳﾞｴﾛﾆｶ"],
  ];
  for (const [a, b] of same)
    test(`${a} and ${b} have one key`, () => assert.equal(kanaKey(a), kanaKey(b)));
  test("different names keep different keys", () => {
    assert.notEqual(kanaKey("ﾊﾅｺ"), kanaKey("ﾊﾅｴ"));
    assert.notEqual(kanaKey("ﾊﾊ"), kanaKey("ﾊﾞﾊﾞ"));
  });
  test("names are compared by width, case and spaces", () => {
    assert.equal(nameKey("髙橋　Ａｎｎａ"), nameKey("髙橋anna"));
    assert.notEqual(nameKey("髙橋"), nameKey("高橋"));
  });

  for (const text of [
    "ｻﾄｳ ﾀﾛｳ",
    "サトウ　タロウ",
    "さとう",
    "ｳﾞｧﾝ",
    "ジョン・スミス",
    "キ－ス",
    "オ'ニール",
  ])
    test(`${text} is kana`, () => assert.ok(isKana(text)));
  for (const text of ["佐藤", "SATO", "ｻﾄｳ1", "サトウ太郎", "", " ", "ー", "サトウ?"])
    test(`「${text}」 is not`, () => assert.ok(!isKana(text)));

  const anyText = fc.string({ unit: "binary" });
  test("property: a key is its own key", () => {
    fc.assert(fc.property(anyText, (text) => kanaKey(kanaKey(text)) === kanaKey(text)));
  });
  test("property: the short way to a key leads where the long one does", () => {
    const unit = fc.constantFrom(..."ｱｶﾊｳﾜｦﾝｧｯｰﾞﾟ･アカガハワヲァヶヮ・ー゛゜ヽ \u3000\u3099-山々");
    // for a Latin letter there is only the long way
    const leadsTo = (key: (text: string) => string) => (text: string) =>
      key(`${text}x`) === `${key(text)}x`;
    const every = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    for (const key of [kanaKey, nameKey])
      assert.deepEqual(
        every.filter((one) => !leadsTo(key)(one) || !leadsTo(key)(`カ${one}`)),
        [],
      );
    fc.assert(fc.property(fc.string({ unit }), leadsTo(kanaKey)), { numRuns: 2000 });
    fc.assert(fc.property(fc.string({ unit }), leadsTo(nameKey)), { numRuns: 2000 });
    const symbol = fc.string({ unit: fc.constantFrom(..."09azAZ９ー- 　本") });
    const leadsToHyphen = (text: string) => foldSymbol(`${text}ー`) === `${foldSymbol(text)}-`;
    fc.assert(fc.property(symbol, leadsToHyphen), { numRuns: 2000 });
  });
  test("property: what is half-width kana may be sent either way", () => {
    const half = fc.string({ unit: fc.constantFrom(...[..."ｱｶｻﾀﾅﾊﾏﾔﾗﾜｦﾝｧｬｯｰ ﾞﾟｳ"]) });
    fc.assert(fc.property(half, (text) => kanaKey(text) === kanaKey(toFullKana(text))));
  });
});

describe("width", () => {
  test("IDs are compared by width and case only", () => {
    assert.equal(foldId("Ｈａｎａ－０１"), "hana-01");
    assert.notEqual(foldId("ha na"), foldId("hana"));
  });
  test("symbols by width, case, hyphens and spaces", () => {
    assert.equal(foldSymbol("本社３　Ａ‐１"), "本社3a-1");
    assert.equal(foldSymbol("１０"), "10");
    assert.notEqual(foldSymbol("0010"), foldSymbol("10"));
  });
  test("every hyphen and every space", () => {
    assert.equal(unifyHyphens("-‐‑–—―−－ーｰ"), "----------");
    assert.equal(withoutGaps("a b　c\td"), "abcd");
  });
  test("property: folding an ID twice changes nothing more", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (t) => foldWidth(foldWidth(t)) === foldWidth(t)),
    );
  });
});
