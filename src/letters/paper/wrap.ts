import { graphemesOf } from "../typefaces/index.ts";
import { phrasesOf } from "./phrases.ts";

// 禁則: what must not begin a line, and what must not end one.
const notFirst =
  /^[、。，．・：；？！ー～〜」』】〕〉》）)\]}ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞ,.:;?!%％]/;
const notLast = /[「『【〔〈《（([{￥¥〒]$/;
// A number, an English word or an address stays in one piece.
const piece = /[A-Za-z0-9０-９Ａ-Ｚａ-ｚ\-－−/:.@_'’&]/;

const isOneWord = (before: string, after: string) => piece.test(before) && piece.test(after);

const mayBreak = (before: string, after: string): boolean =>
  !notFirst.test(after) && !notLast.test(before) && !isOneWord(before, after);

/** Pieces of a text between which a line may end. */
const piecesOf = (text: string): readonly string[] => {
  const pieces: string[] = [];
  for (const grapheme of graphemesOf(text)) {
    const last = pieces.at(-1);
    if (last === undefined || mayBreak(last.at(-1) ?? "", grapheme)) pieces.push(grapheme);
    else pieces[pieces.length - 1] = last + grapheme;
  }
  return pieces;
};

type Fits = (line: string) => boolean;

/** A piece that is longer than a line, cut where the line ends. */
const cut = (piece: string, fits: Fits): readonly string[] => {
  const lines: string[] = [""];
  for (const grapheme of graphemesOf(piece)) {
    const line = lines.at(-1) ?? "";
    if (line === "" || fits(line + grapheme)) lines[lines.length - 1] = line + grapheme;
    else lines.push(grapheme);
  }
  return lines;
};

/** Pieces that fit on a line of their own, as large as may be. */
const fitting = (text: string, fits: Fits, isOurs: boolean): readonly string[] =>
  isOurs
    ? phrasesOf(text).flatMap((phrase) => (fits(phrase.trim()) ? [phrase] : piecesOf(phrase)))
    : piecesOf(text);

const wrapLine = (text: string, fits: Fits, isOurs: boolean): readonly string[] => {
  const lines: string[] = [""];
  for (const part of fitting(text, fits, isOurs)) {
    const line = lines.at(-1) ?? "";
    if (fits((line + part).trimEnd())) lines[lines.length - 1] = line + part;
    else if (fits(part.trimEnd())) lines.push(part.trimStart());
    else {
      const [begin = "", ...rest] = cut(part, fits);
      if (line === "") lines[lines.length - 1] = begin;
      else lines.push(begin);
      lines.push(...rest);
    }
  }
  return lines.map((line) => line.trim()).filter((line) => line !== "");
};

/**
 * Lines of a text; `\n` always ends one. Never loses a sign but the space at a line's end.
 * @param isOurs a sentence of ours, which breaks between its phrases
 */
export const wrap = (text: string, fits: Fits, isOurs = false): readonly string[] =>
  text.split("\n").flatMap((line) => wrapLine(line, fits, isOurs));
