import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { letterSamples } from "../../src/letters/index.ts";
import type { Box, Mark, Size } from "../../src/letters/paper/index.ts";
import type { Design } from "../../src/letters/parts/types.ts";
import type { Letter, Sheet } from "../../src/letters/types.ts";
import type { Society } from "../../src/society/index.ts";
import { boxOf, collisions, crossings, isInside, spanOf, wordsIn } from "./boxes.ts";
import { designed, editionOf, editions, hanako } from "./editions.ts";

const pagesOf = (design: Design, sheet: Sheet): readonly (readonly Mark[])[] =>
  sheet.kind === "letter"
    ? design.letter.map(({ common, own }) => [...common, ...own(sheet.letter)])
    : design.cover.map(({ common, own }) => [...common, ...own(sheet.cover)]);

/** No printer reaches the very edge. */
const printable = ({ width, height }: Size): Box => ({
  x: 4,
  y: 4,
  width: width - 8,
  height: height - 8,
});

const judge = (design: Design, sheet: Sheet) => {
  for (const marks of pagesOf(design, sheet)) {
    const boxes = wordsIn(marks).map(boxOf);
    assert.deepEqual(
      boxes.filter((box) => !isInside(box, printable(design.size))),
      [],
    );
    assert.deepEqual(collisions(boxes), []);
    const shapes = marks.filter((mark) => mark.kind === "shape").map(spanOf);
    assert.deepEqual(crossings(boxes, shapes), []);
  }
};

for (const edition of editions)
  for (const { name, sheet } of letterSamples)
    test(`${edition.society.code}, ${name}: all words are on the page, none on another`, () => {
      judge(designed(edition), sheet);
    });

const writing = fc.constantFrom(..."髙﨑𠮷辻葛見本町丁目番地ー・、「」（）０３ABCgjy03-　 ｱﾞ");
const text = (most: number) =>
  fc
    .array(writing, { minLength: 1, maxLength: most, size: "max" })
    .map((all) => `本${all.join("")}本`);
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const workplace = fc.record({ code: perhaps(text(30)), name: perhaps(text(120)) });

const letters: fc.Arbitrary<Letter> = fc.record({
  reference: fc.constantFrom("1-00001-1", "99999-1000000-9"),
  name: text(120),
  postalCode: perhaps(fc.constant("812-0011")),
  address: perhaps(text(300)),
  workplace,
  employeeNumber: perhaps(text(30)),
  issuedId: fc.constant(hanako.issuedId),
  password: fc.constantFrom("mmmm-wwww-mmmm", hanako.password),
  lastDay: fc.constant(hanako.lastDay),
});
const sheets: fc.Arbitrary<Sheet> = fc.oneof(
  letters.map((letter): Sheet => ({ kind: "letter", letter })),
  fc
    .record({
      workplace,
      count: fc.constantFrom(1, 1_000_000),
      firstReference: fc.constant("99999-1000000-9"),
      lastReference: fc.constantFrom("99999-1000000-9", "99999-2000000-8"),
    })
    .map((cover): Sheet => ({ kind: "cover", cover })),
);

const bare = (text: string) => text.replace(/\s/g, "");

for (const edition of editions)
  test(`${edition.society.code}: whatever names and addresses are, nothing is cut, none leaves its page`, () => {
    const design = designed(edition);
    fc.assert(
      fc.property(sheets, (sheet) => {
        judge(design, sheet);
        if (sheet.kind === "cover") return;
        const all = pagesOf(design, sheet)
          .flatMap(wordsIn)
          .map(({ text }) => bare(text))
          .join("");
        assert.ok(all.includes(bare(`${sheet.letter.name}様`)), all);
      }),
      { numRuns: 60 },
    );
  });

const talkative = (society: Society): Society => ({
  ...society,
  name: { ...society.name, ja: "見本".repeat(30) },
  brand: { ...society.brand, mark: "組合" },
  contact: {
    ...society.contact,
    tel: "01234-5678-9012",
    hours: { ...society.contact.hours, ja: "平日9時から".repeat(13) },
    postalAddress: { postalCode: "000-0000", address: "東京都見本区".repeat(20) },
  },
});

for (const edition of editions)
  test(`${edition.society.code}: a society may say all that its document allows`, () => {
    const design = designed({
      ...editionOf(talkative(edition.society)),
      origin: "https://login.health-insurance-society.example.co.jp:8443",
    });
    for (const { sheet } of letterSamples) judge(design, sheet);
  });

for (const style of ["classic", "new"] as const)
  for (const proof of [
    ["birth-date"],
    ["insurer-number"],
    ["insurer-number", "birth-date"],
  ] as const)
    for (const edition of editions)
      test(`${edition.society.code} as ${style} with ${proof}: the steps have room`, () => {
        const { society } = edition;
        const policy = {
          ...society.policy,
          firstSignIn: { ...society.policy.firstSignIn, style, proof: [...proof] },
        };
        for (const services of [[], society.services])
          judge(designed(editionOf({ ...society, policy, services: [...services] })), {
            kind: "letter",
            letter: hanako,
          });
      });

for (const [windowLeft, windowTop] of [
  [15, 8],
  [24, 18],
] as const)
  for (const edition of editions)
    test(`${edition.society.code}: the window ${windowLeft} mm from the left, ${windowTop} mm from the top`, () => {
      const { society } = edition;
      const letter = { ...society.policy.letter, windowLeft, windowTop };
      const design = designed(
        editionOf({ ...talkative(society), policy: { ...society.policy, letter } }),
      );
      for (const { sheet } of letterSamples) judge(design, sheet);
    });
