import { type Glyph, graphemesOf, type Typefaces } from "../typefaces/index.ts";
import { point, type Style, type Words } from "./types.ts";

/** A sign and how far the next one stands from it, in parts of the type size. */
export type Set = { readonly glyph: Glyph; readonly advance: number };

const closes = /^[、。，．」』】〕〉》）]$/;
const opens = /^[「『【〔〈《（]$/;
const half = 0.5;

/** Punctuation is drawn on half of its square: beside other punctuation the empty half goes (JIS X 4051). */
const isTight = (one: string, next: string | undefined): boolean =>
  next !== undefined &&
  ((closes.test(one) && (closes.test(next) || opens.test(next))) ||
    (opens.test(one) && opens.test(next)));

/** What a line begins with moves to its edge. */
const hang = (text: string): number => (opens.test(text.charAt(0)) ? half : 0);

export type Line = {
  readonly signs: readonly Set[] /** Parts of the type size. */;
  readonly start: number;
};

export const typeset = (
  typefaces: Typefaces,
  { text, cut = "regular" }: Pick<Words, "text" | "cut">,
): Line => {
  const graphemes = graphemesOf(text);
  const signs = graphemes.flatMap((grapheme, i) => {
    const tight = isTight(grapheme, graphemes[i + 1]) ? half : 0;
    return typefaces
      .glyphsOf(grapheme, cut)
      .map((glyph) => ({ glyph, advance: glyph.advance - tight }));
  });
  return { signs, start: -hang(text) };
};

/** How wide words are, in millimetres, without the empty halves at both ends. */
export const widthOf = (typefaces: Typefaces, words: Style & { readonly text: string }): number => {
  const { signs, start } = typeset(typefaces, words);
  const { tracking = 0, size, text } = words;
  const end = closes.test(text.at(-1) ?? "") ? half : 0;
  const ems = signs.reduce((sum, { advance }) => sum + advance, start - end);
  return ((ems + tracking * Math.max(0, signs.length - 1)) * size) / point;
};
