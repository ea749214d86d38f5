import type { Face } from "./faces.ts";
import type { FaceName, Glyph } from "./types.ts";

/** How one grapheme is drawn. */
export type Signs = {
  /** null: no typeface has it. */
  readonly glyphs: readonly Glyph[] | null;
  /** Its variation sequence is known to none: drawn without the selector. */
  readonly isStandard: boolean;
};

type Faces = {
  readonly faces: readonly FaceName[];
  readonly face: (name: FaceName) => Face;
};

// Control and private characters, marks that turn the direction, unassigned ones, halves of pairs.
const never = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/u;
const isSelector = (code: number) =>
  (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);

const glyphOf = ({ name, font }: Face, id: number, codePoints: readonly number[]): Glyph => ({
  face: name,
  id,
  advance: font.getGlyph(id).advanceWidth / font.unitsPerEm,
  codePoints,
});

const first = <T>(from: Faces, find: (face: Face) => T | null): T | null => {
  for (const name of from.faces) {
    const found = find(from.face(name));
    if (found !== null) return found;
  }
  return null;
};

const plain = (from: Faces, code: number, said: readonly number[] = [code]): Glyph | null =>
  first(from, (face) =>
    face.font.hasGlyphForCodePoint(code)
      ? glyphOf(face, face.font.glyphForCodePoint(code).id, said)
      : null,
  );

const varied = (from: Faces, base: number, selector: number): Glyph | null =>
  first(from, (face) => {
    const sign = face.variations.signOf(base, selector);
    if (sign === undefined) return null;
    return sign === "standard"
      ? glyphOf(face, face.font.glyphForCodePoint(base).id, [base])
      : glyphOf(face, sign, [base, selector]);
  });

/** A letter with a mark that has no character of its own, such as か゚: where a font joins them. */
const joined = (from: Faces, codes: readonly number[]): Glyph | null =>
  first(from, (face) => {
    if (!codes.every((code) => face.font.hasGlyphForCodePoint(code))) return null;
    const [only, ...more] = face.font.layout(String.fromCodePoint(...codes)).glyphs;
    return only && only.id !== 0 && more.length === 0 ? glyphOf(face, only.id, codes) : null;
  });

const all = (glyphs: readonly (Glyph | null)[]): readonly Glyph[] | null =>
  glyphs.every((glyph) => glyph !== null) ? glyphs : null;

/** Finds the signs of a grapheme: a form that is asked for before the standard one. */
export const signsOf = (grapheme: string, from: Faces): Signs => {
  const as = (glyphs: readonly (Glyph | null)[], isStandard = false): Signs => {
    const found = all(glyphs);
    return { glyphs: found, isStandard: isStandard && found !== null };
  };
  if (never.test(grapheme)) return as([null]);
  const written = Array.from(grapheme, (character) => character.codePointAt(0) ?? 0);
  const [base = 0, selector = 0] = written;
  if (written.length === 2 && isSelector(selector)) {
    const asked = varied(from, base, selector);
    return asked ? as([asked]) : as([plain(from, base)], true);
  }
  // NFC would also turn 神 (U+FA19) into its common form: only where marks are to be joined
  if (!/\p{Mn}/u.test(grapheme)) return as(written.map((code) => plain(from, code)));
  const codes = Array.from(grapheme.normalize("NFC"), (character) => character.codePointAt(0) ?? 0);
  const [only = 0, ...more] = codes;
  return as([more.length === 0 ? plain(from, only) : joined(from, codes)]);
};
