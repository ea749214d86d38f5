/** Columns of a line of plain text: 35 wide characters, as Japanese mail is customarily set. */
const columns = 70;

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f000}-\u{3fffd}]/u;
/** 行頭禁則 (JIS X 4051): never at the beginning of a line. */
const neverFirst =
  /^[、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ%,.:;!?)\]}]/u;
/** 行末禁則: never at the end of one. */
const neverLast = /[‘“（〔［｛〈《「『【([{]$/u;

const ascii = /^[\x20-\x7e]*$/;
// Each of them fills two columns alone, and none joins its neighbour. Nearly all text is of these or
// of the ones above: each look by the segmenter leaves memory behind that V8 does not see.
const plainWide = /^[\u3001-\u3029\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fff\uff01-\uff60]*$/;
const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** Columns that a text fills: wide characters count two. */
export const widthOf = (text: string): number => {
  if (ascii.test(text)) return text.length;
  if (plainWide.test(text)) return 2 * text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1;
  return width;
};

// Addresses and words of Latin letters stay whole; everything else may break anywhere.
const pieces = (line: string): string[] => line.match(/[\x21-\x7e]+|\s+|\P{ASCII}\p{M}*/gu) ?? [];

/** Glues what kinsoku forbids to part, so that breaks are allowed between any two atoms. */
const atoms = (line: string): string[] => {
  const glued: string[] = [];
  for (const piece of pieces(line)) {
    const last = glued.at(-1);
    if (last !== undefined && (neverFirst.test(piece) || neverLast.test(last)))
      glued[glued.length - 1] = last + piece;
    else glued.push(piece);
  }
  return glued;
};

const wrapLine = (line: string): string[] => {
  const lines: string[] = [];
  let current = "";
  let filled = 0;
  for (const atom of atoms(line)) {
    // No grapheme reaches over two atoms, so their widths add up.
    const isFull = current !== "" && filled + widthOf(atom.trimEnd()) > columns;
    if (isFull) lines.push(current.trimEnd());
    const added = isFull ? atom.trimStart() : atom;
    current = isFull ? added : current + added;
    filled = (isFull ? 0 : filled) + widthOf(added);
  }
  return [...lines, current.trimEnd()];
};

/**
 * Breaks lines at 70 columns by the Japanese rules. A URL is never broken, so that it can be
 * pressed. The transfer encoding keeps lines under 998 octets on the way, whatever stands here.
 */
export const wrap = (text: string): string => text.split("\n").flatMap(wrapLine).join("\n");
