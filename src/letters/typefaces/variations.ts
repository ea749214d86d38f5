import type { Font } from "fontkit";

/** Forms of a character that a selector after it asks for (Unicode, 異体字セレクタ). */
export type Variations = {
  /**
   * The sign for a character with a selector: `standard` where the font says that its own sign is
   * that form already, undefined where it does not know the sequence.
   */
  readonly signOf: (base: number, selector: number) => number | "standard" | undefined;
};

type Range = { readonly startUnicodeValue: number; readonly additionalCount: number };
type Selector = {
  readonly varSelector: number;
  readonly defaultUVS: readonly Range[] | null;
  readonly nonDefaultUVS:
    | readonly { readonly unicodeValue: number; readonly glyphID: number }[]
    | null;
};
/** What fontkit has parsed of the table and does not declare. */
type Parsed = {
  readonly _cmapProcessor: {
    readonly uvs: { readonly varSelectors: { readonly toArray: () => readonly Selector[] } } | null;
  };
};

const isIn = (ranges: readonly Range[] | null, base: number): boolean =>
  (ranges ?? []).some(
    ({ startUnicodeValue: from, additionalCount }) =>
      from <= base && base <= from + additionalCount,
  );

/**
 * Reads the sequences that a font knows (cmap format 14) from what fontkit parsed. Its own lookup
 * (2.0.4) leaves out the second list of a selector that has both: 辻 with U+E0100 came out as plain
 * 辻, another character on a family register.
 */
export const readVariations = (font: Font): Variations => {
  const { uvs } = (font as unknown as Parsed)._cmapProcessor;
  const selectors = new Map(
    (uvs?.varSelectors.toArray() ?? []).map(({ varSelector, defaultUVS, nonDefaultUVS }) => [
      varSelector,
      {
        standard: defaultUVS,
        own: new Map(
          (nonDefaultUVS ?? []).map(({ unicodeValue, glyphID }) => [unicodeValue, glyphID]),
        ),
      },
    ]),
  );
  return {
    signOf: (base, selector) => {
      const known = selectors.get(selector);
      return known?.own.get(base) ?? (known && isIn(known.standard, base) ? "standard" : undefined);
    },
  };
};
