import { PDFiumLibrary } from "@hyzyla/pdfium";
import { type Box, point } from "../../src/letters/paper/index.ts";

/** A page as pixels: 0 is black, 255 is white. */
export type Raster = {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
  /** Pixels in a millimetre. */
  readonly perMm: number;
};

export type Seen = { readonly raster: Raster; readonly text: string };

let library: Promise<PDFiumLibrary> | undefined;

/** What the browser's own PDF engine shows of a file. @param scale pixels in a point */
export const seePages = async (pdf: Uint8Array, scale = 2): Promise<readonly Seen[]> => {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  const seen: Seen[] = [];
  for (const page of document.pages()) {
    // first the text: rendering closes the page
    const text = page.getText();
    const { data, width, height } = await page.render({ scale, colorSpace: "Gray" });
    seen.push({ raster: { width, height, grey: data.slice(), perMm: scale * point }, text });
  }
  document.destroy();
  return seen;
};

export const dark = 128;

export type Pixels = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** The pixels of a box, with `more` around. */
export const pixelsOf = (
  { perMm, width, height }: Raster,
  { x, y, ...box }: Box,
  more = 0,
): Pixels => ({
  left: Math.max(0, Math.floor(x * perMm) - more),
  top: Math.max(0, Math.floor(y * perMm) - more),
  right: Math.min(width, Math.ceil((x + box.width) * perMm) + more),
  bottom: Math.min(height, Math.ceil((y + box.height) * perMm) + more),
});

/** How many pixels of an area are as `isInk` says. */
export const count = (
  { grey, width }: Raster,
  { left, top, right, bottom }: Pixels,
  isInk: (grey: number, at: number) => boolean,
): number => {
  let found = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++)
      if (isInk(grey[y * width + x] ?? 255, y * width + x)) found++;
  return found;
};
