import type { Glyph, Typefaces } from "../typefaces/index.ts";
import { type Ink, type Mark, point, type Shape, type Step, type Words } from "./types.ts";
import { typeset } from "./typeset.ts";

/** How a document names a sign: the font's resource and the sign's number in its subset, as hex. */
export type Coded = { readonly font: string; readonly hex: string };

export type Press = {
  readonly typefaces: Typefaces;
  /** Of the page, mm. PDF counts from the bottom. */
  readonly height: number;
  readonly code: (glyph: Glyph) => Coded;
};

const black: Ink = "#000000";
// A thousandth of a point is far below what any printer shows.
const number = (value: number) => `${Math.round(value * 1000) / 1000}`;
const colour = (ink: Ink) =>
  [1, 3, 5].map((at) => number(Number.parseInt(ink.slice(at, at + 2), 16) / 255)).join(" ");

const place = ({ height }: Press, x: number, y: number) =>
  `${number(x * point)} ${number((height - y) * point)}`;

const stepOf = (press: Press, [kind, ...at]: Step): string => {
  if (kind === "Z") return "h";
  const pairs = at.flatMap((x, i) => (i % 2 === 0 ? [place(press, x, at[i + 1] ?? 0)] : []));
  return `${pairs.join(" ")} ${{ M: "m", L: "l", C: "c" }[kind]}`;
};

const drawShape = (press: Press, { steps, fill, line }: Shape): string => {
  const dash = line?.dash?.map((part) => number(part * point)).join(" ") ?? "";
  const paint = fill && line ? "B" : fill ? "f" : "S";
  return [
    "q",
    ...(fill ? [`${colour(fill)} rg`] : []),
    ...(line ? [`${colour(line.ink)} RG ${number(line.width * point)} w [${dash}] 0 d`] : []),
    ...steps.map((step) => stepOf(press, step)),
    paint,
    "Q",
  ].join("\n");
};

type Run = { readonly font: string; readonly parts: string[] };

/** Signs of one font after another, each run with what it moves the next sign by. */
const runsOf = (press: Press, words: Words): readonly Run[] => {
  const { signs, start } = typeset(press.typefaces, words);
  const runs: Run[] = [];
  let shift = -start;
  let open = "";
  const close = () => {
    if (open !== "") runs.at(-1)?.parts.push(`<${open}>`);
    open = "";
  };
  for (const { glyph, advance } of signs) {
    const { font, hex } = press.code(glyph);
    if (runs.at(-1)?.font !== font) {
      close();
      runs.push({ font, parts: [] });
    }
    if (shift !== 0) {
      close();
      runs.at(-1)?.parts.push(number(shift * 1000));
    }
    open += hex;
    shift = glyph.advance - advance;
  }
  close();
  return runs;
};

const drawWords = (press: Press, words: Words): string => {
  const { size, tracking = 0, ink = black, x, y } = words;
  return [
    `BT ${colour(ink)} rg ${number(tracking * size)} Tc 1 0 0 1 ${place(press, x, y)} Tm`,
    ...runsOf(press, words).map(
      ({ font, parts }) => `/${font} ${number(size)} Tf [${parts.join(" ")}] TJ`,
    ),
    "ET",
  ].join("\n");
};

/** The marks as a PDF content stream. */
export const draw = (press: Press, marks: readonly Mark[]): string =>
  marks
    .map((mark) => (mark.kind === "words" ? drawWords(press, mark) : drawShape(press, mark)))
    .join("\n");
