import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlainDate } from "../../src/kernel/time.ts";
import { openPaper, type Words } from "../../src/letters/paper/index.ts";
import { typefaces } from "./editions.ts";
import { count, dark, pixelsOf, type Raster, seePages } from "./raster.ts";

const size = { width: 40, height: 20 };
const cell = { x: 10, y: 5, width: 10.6, height: 10.6 };

const printed = async (text: string): Promise<Raster> => {
  const paper = openPaper("variants", { on: "2026-04-01" as PlainDate, typefaces });
  const words: Words = { kind: "words", x: cell.x, y: cell.y + 9.3, size: 30, text };
  paper.page(paper.ground(size, []), [words]);
  paper.end();
  const [page] = await seePages(paper.take(), 4);
  assert.ok(page);
  return page.raster;
};

/** Pixels that are ink in one and not in the other. */
const difference = (a: Raster, b: Raster): number =>
  count(a, pixelsOf(a, cell), (grey, at) => grey < dark !== (b.grey[at] ?? 255) < dark);
const inkOf = (raster: Raster) => count(raster, pixelsOf(raster, cell), (grey) => grey < dark);

for (const [base, variant] of [
  ["辻", "辻\u{e0100}"],
  ["葛", "葛\u{e0100}"],
  ["邉", "邉\u{e0101}"],
  ["高", "髙"],
  ["崎", "﨑"],
  ["吉", "𠮷"],
] as const)
  test(`${variant} on paper is not ${base}`, async () => {
    const [a, b] = [await printed(base), await printed(variant)];
    assert.ok(inkOf(a) > 500 && inkOf(b) > 500);
    assert.ok(difference(a, b) > 20, `${difference(a, b)} pixels differ`);
  });

test("the same sign twice is the same ink", async () => {
  assert.equal(difference(await printed("辻\u{e0101}"), await printed("辻")), 0);
});
