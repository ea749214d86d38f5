import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { graphemesOf } from "./graphemes.ts";
import { openTypefaces } from "./index.ts";

const typefaces = openTypefaces();
const first = (text: string) => typefaces.glyphsOf(text, "regular")[0];
const outline = (text: string): string => {
  const glyph = first(text);
  assert.ok(glyph);
  return typefaces.face(glyph.face).font.getGlyph(glyph.id).path.toSVG();
};

// Nothing to tell: drawn as they are written.
for (const text of [
  "髙﨑",
  "𠮷",
  "神",
  "㈱①",
  "ｱﾞﾊﾟ",
  "が",
  "か\u309a",
  "é",
  "〜～−－―‐",
  "々〆ヶ",
  "ヴェロニカ",
])
  test(`${text} is printed as it is written`, () => {
    assert.deepEqual(typefaces.judge(text), { unprintable: [], standard: [] });
  });

const unprintable: readonly [string, string][] = [
  ["private use", "\ue000"],
  ["private use beyond the first plane", "\u{f0000}"],
  ["unassigned", "\u0378"],
  ["control", "\u0007"],
  ["turns the direction", "\u202e"],
  ["invisible", "\u200b"],
  ["half a pair", "\ud842"],
  ["another script", "한"],
  ["an emoji", "😀"],
  ["a mark that no font joins", "q\u0301"],
];

for (const [what, character] of unprintable)
  test(`${what} cannot be printed, and is told once`, () => {
    const text = `山${character}川${character}`;
    assert.deepEqual(
      typefaces.judge(text).unprintable,
      [...new Set(graphemesOf(text))].filter((one) => !/^[山川]$/.test(one)),
    );
    assert.equal(typefaces.judge(text).unprintable.length, 1);
    assert.deepEqual(first(character)?.codePoints, ["〓".codePointAt(0)]);
  });

// Forms that the typefaces have of their own: 一点しんにょう, 人 in place of 匂, and so on.
for (const [base, selector] of [
  ["辻", "\u{e0100}"],
  ["葛", "\u{e0100}"],
  ["邉", "\u{e0101}"],
  ["祇", "\u{e0100}"],
] as const)
  test(`${base} with U+${selector.codePointAt(0)?.toString(16)} is another drawing`, () => {
    assert.deepEqual(typefaces.judge(base + selector), { unprintable: [], standard: [] });
    assert.notEqual(outline(base + selector), outline(base));
    assert.deepEqual(first(base + selector)?.codePoints, [
      base.codePointAt(0),
      selector.codePointAt(0),
    ]);
  });

test("a sequence that means the typeface's own form is that form, and nothing to tell", () => {
  for (const sequence of ["辻\u{e0101}", "葛\u{e0101}", "邉\u{e0100}"]) {
    assert.deepEqual(typefaces.judge(sequence), { unprintable: [], standard: [] });
    assert.equal(outline(sequence), outline([...sequence][0] ?? ""));
  }
});

test("a sequence that no typeface knows is printed in standard form, and told", () => {
  assert.deepEqual(typefaces.judge("渡邉\u{e01ef}様邉\u{e01ef}"), {
    unprintable: [],
    standard: ["邉\u{e01ef}"],
  });
  assert.equal(outline("邉\u{e01ef}"), outline("邉"));
});

test("a selector alone cannot be printed", () => {
  assert.deepEqual(typefaces.judge("\u{e0100}").unprintable, ["\u{e0100}"]);
});

test("a selector on what cannot be printed does not make it printable", () => {
  assert.deepEqual(typefaces.judge("한\u{e0100}"), { unprintable: ["한\u{e0100}"], standard: [] });
});

test("regular and bold print the same", () => {
  for (const text of "髙﨑𠮷辻邉ｱﾞか")
    assert.equal(
      typefaces.glyphsOf(text, "bold").length,
      typefaces.glyphsOf(text, "regular").length,
    );
});

test("the quick way to graphemes and Unicode's agree", () => {
  const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });
  const exact = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
  const near = fc.constantFrom(
    ..."山ゝゞー々〆ヶｱﾞﾟ゛゜か\u3099A1 　\u{e0100}\ufe00𠮷👨👩\u200d\r\n",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(near).map((all) => all.join("")),
      ),
      (text) => {
        assert.deepEqual(graphemesOf(text), exact(text));
      },
    ),
    { numRuns: 2000 },
  );
});

test("whatever text comes, it is judged and drawn", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 20 }), (text) => {
      const { unprintable: none, standard } = typefaces.judge(text);
      for (const one of [...none, ...standard]) assert.ok(text.includes(one));
      for (const grapheme of graphemesOf(text))
        assert.ok(typefaces.glyphsOf(grapheme, "regular").length > 0);
    }),
  );
});
