// NFKC leaves them as they are, beside each other too
const plain = /^[\x20-\x7e\u4e00-\u9fff]*$/;
const hyphens = /[\u002d\u00ad\u2010-\u2015\u2212\u30fc\ufe58\ufe63\uff0d\uff70]/g;

/** Full-width letters and digits become half-width, half-width kana full-width (NFKC). */
export const foldWidth = (text: string): string =>
  plain.test(text) ? text : text.normalize("NFKC");

/** Every kind of space removed, the ideographic one too. */
export const withoutGaps = (text: string): string => text.replace(/\s/g, "");

/**
 * What people type for a hyphen (‐ – — − － ー) becomes `by`. Only for IDs, codes and match keys:
 * in a text for people ー is a letter.
 */
export const unifyHyphens = (text: string, by = "-"): string => text.replace(hyphens, by);

/** How IDs are compared: by width and case (product.md §2). Spaces and hyphens stay significant. */
export const foldId = (text: string): string => foldWidth(text).toLowerCase();

// what stands for itself
const folded = /^[0-9a-z]*$/;

/** How 記号 and 番号 are compared: width, case, kinds of hyphen and spaces do not count. */
export const foldSymbol = (text: string): string =>
  folded.test(text) ? text : withoutGaps(unifyHyphens(foldId(text)));
