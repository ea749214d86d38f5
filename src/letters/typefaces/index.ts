import { type Face, facesOf, openFace } from "./faces.ts";
import { graphemesOf } from "./graphemes.ts";
import { type Signs, signsOf } from "./signs.ts";
import type { FaceName, Glyph, Judged, Weight } from "./types.ts";

export { graphemesOf } from "./graphemes.ts";
export type * from "./types.ts";

export type Typefaces = {
  /** How a text is drawn; what no typeface has is a 〓 (geta), as printers do. */
  readonly glyphsOf: (grapheme: string, weight: Weight) => readonly Glyph[];
  readonly face: (name: FaceName) => Face;
  /** What of a text cannot be printed as it is written. */
  readonly judge: (text: string) => Judged;
};

// In place of a type piece that is missing.
const geta = "〓";

/** Opens BIZ UDGothic and, for what it lacks, Noto Sans JP: some 20 MB, each file when first needed. */
export const openTypefaces = (): Typefaces => {
  const opened = new Map<FaceName, Face>();
  const face = (name: FaceName): Face => {
    const known = opened.get(name) ?? openFace(name);
    opened.set(name, known);
    return known;
  };
  const found = { regular: new Map<string, Signs>(), bold: new Map<string, Signs>() };
  const signs = (grapheme: string, weight: Weight): Signs => {
    const known =
      found[weight].get(grapheme) ?? signsOf(grapheme, { faces: facesOf(weight), face });
    found[weight].set(grapheme, known);
    return known;
  };
  return {
    face,
    glyphsOf: (grapheme, weight) =>
      signs(grapheme, weight).glyphs ?? signs(geta, weight).glyphs ?? [],
    judge: (text) => {
      const judged = [...new Set(graphemesOf(text))].map((grapheme) => ({
        grapheme,
        ...signs(grapheme, "regular"),
      }));
      return {
        unprintable: judged.filter(({ glyphs }) => !glyphs).map(({ grapheme }) => grapheme),
        standard: judged.filter(({ isStandard }) => isStandard).map(({ grapheme }) => grapheme),
      };
    },
  };
};
