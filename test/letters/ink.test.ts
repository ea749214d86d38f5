import assert from "node:assert/strict";
import { test } from "node:test";
import { letterSamples, lettersPdf } from "../../src/letters/index.ts";
import {
  type Box,
  type Mark,
  openPaper,
  type Size,
  type Words,
} from "../../src/letters/paper/index.ts";
import type { Edition, Sheet } from "../../src/letters/types.ts";
import { wordsIn } from "./boxes.ts";
import { designed, editions, typefaces } from "./editions.ts";
import { allOutlined, signsIn } from "./outlines.ts";
import { count, pixelsOf, type Raster, seePages } from "./raster.ts";

// 216 dots an inch: the smallest print has 20 of them a sign
const scale = 3;

const marksOf = (edition: Edition, sheet: Sheet) => {
  const design = designed(edition);
  const pages: readonly (readonly Mark[])[] =
    sheet.kind === "letter"
      ? design.letter.map(({ common, own }) => [...common, ...own(sheet.letter)])
      : design.cover.map(({ common, own }) => [...common, ...own(sheet.cover)]);
  return { pages, size: design.size };
};

/** The same pages without any font: every sign is an area. */
const withoutFonts = async (
  size: Size,
  pages: readonly (readonly Mark[])[],
  { issuedOn: on }: Edition,
) => {
  const paper = openPaper("outlines", { on, typefaces });
  const ground = paper.ground(size, []);
  for (const marks of pages) paper.page(ground, allOutlined(marks));
  paper.end();
  return seePages(paper.take(), scale);
};

/** What is surely ink in one picture is at least a shade in another: their edges are soft. */
type Ink = { readonly sure: (grey: number) => boolean; readonly shade: (grey: number) => boolean };
const darkInk: Ink = { sure: (grey) => grey < 170, shade: (grey) => grey < 235 };
const whiteInk: Ink = { sure: (grey) => grey > 200, shade: (grey) => grey > 130 };
const inkOf = ({ ink }: Words): Ink => (ink === "#ffffff" ? whiteInk : darkInk);

/** Share of a's ink that b has too, at the same place or beside it. */
const shared = (a: Raster, b: Raster, { box, ink: { sure, shade } }: { box: Box; ink: Ink }) => {
  const area = pixelsOf(a, box, 1);
  const ink = count(a, area, sure);
  const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => dy * b.width + dx));
  const also = count(
    a,
    area,
    (grey, at) => sure(grey) && around.some((to) => shade(b.grey[at + to] ?? 255)),
  );
  return { ink, share: ink === 0 ? 0 : also / ink };
};

for (const edition of editions)
  for (const { name, sheet } of letterSamples)
    test(`${edition.society.code}, ${name}: every sign's ink is what its typeface draws`, async () => {
      const { pages, size } = marksOf(edition, sheet);
      const real = await seePages(await lettersPdf(edition, [sheet]), scale);
      const drawn = await withoutFonts(size, pages, edition);
      assert.equal(real.length, pages.length);
      for (const [i, marks] of pages.entries()) {
        const [ours, theirs] = [real[i]?.raster, drawn[i]?.raster];
        assert.ok(ours && theirs);
        for (const words of wordsIn(marks))
          for (const at of signsIn(words).filter(({ sign }) => sign.trim() !== "")) {
            const look = { box: at, ink: inkOf(words) };
            const there = shared(theirs, ours, look);
            const back = shared(ours, theirs, look);
            const where = `${at.sign} of ${words.text}`;
            assert.ok(there.ink > 3, `${where}: the typeface has no ink`);
            assert.ok(there.share > 0.9, `${where}: ${there.share} of its ink is there`);
            assert.ok(back.share > 0.9, `${where}: ${back.share} of the ink is its own`);
          }
      }
    });
