import type PDFDocument from "pdfkit";
import type { FaceName, Glyph, Typefaces } from "../typefaces/index.ts";
import type { Coded } from "./draw.ts";

/** What pdfkit knows of an embedded font and does not declare. */
type Embedded = {
  readonly id: string;
  readonly ref: () => unknown;
  readonly subset: { readonly includeGlyph: (id: number) => number };
  readonly widths: (number | undefined)[];
  readonly unicode: (readonly number[] | undefined)[];
};
type Inside = { font: (font: unknown) => void; readonly _font: Embedded };

export type Fonts = {
  readonly code: (glyph: Glyph) => Coded;
  /** Of the fonts used so far, by the name in `Coded`. */
  readonly used: () => Readonly<Record<string, unknown>>;
};

/**
 * Puts signs into the subsets that pdfkit embeds at the end. We choose the signs ourselves: pdfkit's
 * `text` would choose wrong forms (typefaces/variations.ts), and keeps every line it ever set.
 */
export const embedFonts = (document: typeof PDFDocument.prototype, typefaces: Typefaces): Fonts => {
  const inside = document as unknown as Inside;
  const open = new Map<FaceName, Embedded>();
  const embedded = (name: FaceName): Embedded => {
    const known = open.get(name);
    if (known) return known;
    inside.font(typefaces.face(name).font);
    open.set(name, inside._font);
    return inside._font;
  };
  const coded = new Map<Glyph, Coded>();
  const add = (glyph: Glyph): Coded => {
    const font = embedded(glyph.face);
    const id = font.subset.includeGlyph(glyph.id);
    font.widths[id] ??= glyph.advance * 1000;
    font.unicode[id] ??= glyph.codePoints;
    return { font: font.id, hex: id.toString(16).padStart(4, "0") };
  };
  return {
    code: (glyph) => {
      const known = coded.get(glyph) ?? add(glyph);
      coded.set(glyph, known);
      return known;
    },
    used: () => Object.fromEntries([...open.values()].map((font) => [font.id, font.ref()])),
  };
};
