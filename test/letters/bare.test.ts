import assert from "node:assert/strict";
import { test } from "node:test";
import { encode } from "uqr";
import { letterSamples, lettersPdf } from "../../src/letters/index.ts";
import type { Box, Mark, Shape } from "../../src/letters/paper/index.ts";
import { windowOf } from "../../src/letters/parts/index.ts";
import type { Edition } from "../../src/letters/types.ts";
import { boxOf, isInside, spanOf, wordsIn } from "./boxes.ts";
import { designed, editions, hanako } from "./editions.ts";
import { count, pixelsOf, type Raster, seePages } from "./raster.ts";

// Where nothing is printed: told by the pixels, whatever the layout says of itself.
const formOf = ({ society }: Edition) => society.policy.letter.form;
const withForm = (...forms: readonly string[]) =>
  editions.filter((one) => forms.includes(formOf(one)));
const sheets = letterSamples.map(({ sheet }) => sheet);
const seen = async (edition: Edition): Promise<readonly Raster[]> =>
  (await seePages(await lettersPdf(edition, sheets))).map(({ raster }) => raster);

const inkIn = (raster: Raster, box: Box) =>
  count(raster, pixelsOf(raster, box), (grey) => grey < 250);

for (const edition of withForm("sealed-postcard"))
  test(`${edition.society.code}: nothing is printed on the fold`, async () => {
    for (const page of await seen(edition))
      assert.equal(inkIn(page, { x: 95, y: 0, width: 10, height: 148 }), 0);
  });

for (const edition of withForm("sealed-postcard"))
  test(`${edition.society.code}: the second side of a cover stays empty, printing stays in step`, async () => {
    const pages = await seen(edition);
    assert.equal(pages.length, 2 * sheets.length);
    const last = pages.at(-1);
    assert.ok(last && inkIn(last, { x: 0, y: 0, width: 200, height: 148 }) === 0);
  });

/** Of all shapes only the pattern has hundreds of corners. */
const isPattern = (mark: Mark): mark is Shape => mark.kind === "shape" && mark.steps.length > 400;

const a4 = ["a4-guide", "a4-notice", "card-mount"];

for (const edition of withForm(...a4))
  for (const { name, sheet } of letterSamples)
    test(`${edition.society.code}, ${name}: the folds go through no word`, async () => {
      if (sheet.kind === "cover") return;
      const [page] = await seePages(await lettersPdf(edition, [sheet]));
      assert.ok(page);
      for (const y of [99, 198])
        assert.equal(inkIn(page.raster, { x: 10, y: y - 0.8, width: 190, height: 1.6 }), 0, `${y}`);
    });

for (const edition of withForm(...a4))
  test(`${edition.society.code}: only addressee and number show in the window`, async () => {
    const [side] = designed(edition).letter;
    assert.ok(side);
    const shown = wordsIn([...side.common, ...side.own(hanako)])
      .map(boxOf)
      .filter((box) => isInside(box, windowOf(edition)));
    assert.deepEqual(
      shown.map(({ text }) => text).filter((text) => /\d{4}-?\d{4}-?\d{5}|mt7k/.test(text)),
      [],
    );
    assert.ok(shown.some(({ text }) => text.includes("鈴木")));
    const [page] = await seen(edition);
    assert.ok(page);
    const all = inkIn(page, windowOf(edition));
    const theirs = shown.reduce((sum, box) => sum + inkIn(page, box), 0);
    assert.ok(all > 0 && all <= theirs * 1.01, `${all} of ${theirs}`);
  });

for (const edition of editions)
  test(`${edition.society.code}: nothing is printed at the very edge`, async () => {
    for (const page of await seen(edition)) {
      const [width, height] = [page.width / page.perMm, page.height / page.perMm];
      const edges: readonly Box[] = [
        { x: 0, y: 0, width, height: 4 },
        { x: 0, y: height - 4, width, height: 4 },
        { x: 0, y: 0, width: 4, height },
        { x: width - 4, y: 0, width: 4, height },
      ];
      assert.deepEqual(
        edges.map((edge) => inkIn(page, edge)),
        [0, 0, 0, 0],
      );
    }
  });

for (const edition of withForm("postcard", "sealed-postcard"))
  test(`${edition.society.code}: without a postal code the frames stay empty`, async () => {
    const pages = await seen(edition);
    const x = formOf(edition) === "postcard" ? 0 : 100;
    const inside: Box = { x: x + 44.3 + 0.6, y: 12.6, width: 4.5, height: 6.8 };
    const [ordinary, without] = [pages[0], pages[4]];
    assert.ok(ordinary && without);
    assert.ok(inkIn(ordinary, inside) > 0);
    assert.equal(inkIn(without, inside), 0);
  });

for (const edition of editions)
  test(`${edition.society.code}: the QR code is 20 mm or more, and four modules around it are empty`, async () => {
    const { size } = encode(edition.origin, { ecc: "M", border: 0, boostEcc: false });
    const sides = designed(edition).letter.map(({ common }) => common);
    const side = sides.findIndex((marks) => marks.some(isPattern));
    const code = spanOf(sides[side]?.find(isPattern) as Shape);
    assert.ok(code.width >= 20 && Math.abs(code.width - code.height) < 0.01);
    const quiet = (4 * code.width) / size;
    const wider = (by: number): Box => ({
      ...{ x: code.x - by, y: code.y - by },
      ...{ width: code.width + 2 * by, height: code.height + 2 * by },
    });
    const page = (await seen(edition))[side];
    assert.ok(page);
    // its edge may fall between two pixels
    assert.equal(inkIn(page, wider(quiet)), inkIn(page, wider(0.3)));
  });
