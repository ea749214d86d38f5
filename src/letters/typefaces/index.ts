import { type Face, facesOf, openFace } from "./faces.ts";
import { graphemesOf } from "./graphemes.ts";
import { type Signs, signsOf } from "./signs.ts";
import type { Cut, FaceName, Glyph, Judged } from "./types.ts";

export { graphemesOf } from "./graphemes.ts";
export type * from "./types.ts";

export type Typefaces = {
  /** How a text is drawn; what no typeface has is a 〓 (geta), as printers do. */
  readonly glyphsOf: (grapheme: string, cut: Cut) => readonly Glyph[];
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
  const found: Readonly<Record<Cut, Map<string, Signs>>> = {
    regular: new Map(),
    bold: new Map(),
    english: new Map(),
  };
  const signs = (grapheme: string, cut: Cut): Signs => {
    const known = found[cut].get(grapheme) ?? signsOf(grapheme, { faces: facesOf(cut), face });
    found[cut].set(grapheme, known);
    return known;
  };
  return {
    face,
    glyphsOf: (grapheme, cut) => signs(grapheme, cut).glyphs ?? signs(geta, cut).glyphs ?? [],
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
