import type { Source } from "./types.ts";

// Tells code, comments and strings of TypeScript apart well enough for the house's rules. It is no
// parser: an apostrophe in the text of TSX hides at most the rest of its line.

const stringPart = /(?:[^"'\\\n]|\\[\s\S])*/;
const token = new RegExp(
  [
    String.raw`(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)`,
    String.raw`(?<string>"(?:[^"\\\n]|\\[\s\S])*"|'${stringPart.source}')`,
    String.raw`(?<=(?:[(,=:[!&|?{};+]|=>|return|^)\s*)(?<pattern>\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*)`,
    "(?<open>`)",
    "(?<brace>[{}])",
  ].join("|"),
  "g",
);
const templateEnd = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)/g;

const blank = (text: string) => text.replace(/[^\n]/g, " ");

type Piece = { readonly from: number; readonly to: number; readonly kind: "comment" | "string" };

/** Comments and strings with their places; templates in parts, around their `${…}`. */
const piecesOf = (text: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  /** For each open `${`: how many braces are open in it. */
  const depths: number[] = [];
  let at = 0;
  const template = (from: number) => {
    templateEnd.lastIndex = from;
    const end = templateEnd.exec(text);
    const to = end ? from + end[0].length : text.length;
    const isHole = end?.[0].endsWith("${") === true;
    pieces.push({ from, to: to - (isHole ? 2 : 1), kind: "string" });
    if (isHole) depths.push(0);
    at = to;
  };
  while (at < text.length) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found?.groups) break;
    const [from, to] = [found.index, found.index + found[0].length];
    at = to;
    const depth = depths.at(-1);
    if (found.groups.comment) pieces.push({ from, to, kind: "comment" });
    else if (found.groups.string || found.groups.pattern)
      pieces.push({ from: from + 1, to: to - 1, kind: "string" });
    else if (found.groups.open) template(to);
    else if (depth !== undefined && found[0] === "{") depths[depths.length - 1] = depth + 1;
    else if (depth === 0) {
      depths.pop();
      template(to);
    } else if (depth !== undefined) depths[depths.length - 1] = depth - 1;
  }
  return pieces;
};

/** The three texts of a file. */
export const scan = (path: string, text: string): Source => {
  let [code, strings, at] = ["", "", 0];
  for (const { from, to, kind } of piecesOf(text)) {
    const [before, inside] = [text.slice(at, from), text.slice(from, to)];
    code += before + blank(inside);
    strings += blank(before) + (kind === "string" ? inside : blank(inside));
    at = to;
  }
  const rest = text.slice(at);
  return { path, text, code: code + rest, strings: strings + blank(rest) };
};

/** A migration: everything but its comments is SQL text. */
export const scanSql = (path: string, text: string): Source => {
  const strings = text.replace(/--[^\n]*/g, blank);
  return { path, text, code: blank(text), strings };
};
