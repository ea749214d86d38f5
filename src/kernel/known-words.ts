import { toKatakana } from "./kana.ts";
import { normalPassword } from "./password-text.ts";
import { foldWidth } from "./width.ts";

// Whether a text that should be secret is made of what others know.

/** Too short a piece would be found by chance. */
const isPiece = (piece: string) => piece.length >= 3 || /^\p{Script=Han}{2}$/u.test(piece);

/**
 * Whether hardly anything is left when all of these are taken out: `hanako0822!` is a name, a day and
 * a mark.
 */
export const isMadeOf = (text: string, pieces: readonly string[]): boolean => {
  const known = pieces.filter(isPiece).toSorted((a, b) => b.length - a.length);
  const left = known.reduce((rest, piece) => rest.replaceAll(piece, ""), text);
  return left !== text && left.length < 4;
};

/** As it is compared: width, case, hiragana or katakana do not count. */
export const shapeOf = (text: string): string => toKatakana(foldWidth(text).toLowerCase());

/** 1979-08-22, 1979/8/22: what stands between digits does not hide them. */
const withoutMarks = (text: string) => text.replace(/(?<=\d)[-/._](?=\d)/g, "");

/** Whether it holds a whole fact, of six characters or more. */
export const holdsFact = (typed: string, facts: readonly string[]): boolean => {
  const text = shapeOf(normalPassword(typed));
  const bare = withoutMarks(text);
  return facts
    .map((fact) => withoutMarks(shapeOf(fact)))
    .some((fact) => fact.length >= 6 && (bare.includes(fact) || text.includes(fact)));
};
