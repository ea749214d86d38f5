import type { Box, Mark, Shape, Step, Words } from "../../src/letters/paper/index.ts";
import { point } from "../../src/letters/paper/index.ts";
import { typeset } from "../../src/letters/paper/typeset.ts";
import { typefaces } from "./editions.ts";

type Command = { readonly command: string; readonly args: readonly number[] };
type At = readonly [number, number];

/** Quadratic curves of TrueType as the cubic ones of PDF. */
const cubic = ([x0, y0]: At, [x1 = 0, y1 = 0, x = 0, y = 0]: readonly number[]) =>
  [
    x0 + (2 / 3) * (x1 - x0),
    y0 + (2 / 3) * (y1 - y0),
    x + (2 / 3) * (x1 - x),
    y + (2 / 3) * (y1 - y),
    x,
    y,
  ] as const;

const stepsOf = (
  commands: readonly Command[],
  place: (x: number, y: number) => At,
): readonly Step[] => {
  let pen: At = [0, 0];
  return commands.map(({ command, args }): Step => {
    if (command === "closePath") return ["Z"];
    const curve = command === "quadraticCurveTo" ? cubic(pen, args) : args;
    pen = [curve.at(-2) ?? 0, curve.at(-1) ?? 0];
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = curve;
    if (command === "moveTo") return ["M", ...place(a, b)];
    if (command === "lineTo") return ["L", ...place(a, b)];
    return ["C", ...place(a, b), ...place(c, d), ...place(e, f)];
  });
};

export type SignAt = Box & { readonly sign: string };

/** Where each sign of some words stands. */
export const signsIn = (words: Words): readonly SignAt[] => {
  const { signs, start } = typeset(typefaces, words);
  const em = words.size / point;
  const at = { y: words.y - 0.88 * em, height: em };
  let x = words.x + start * em;
  return signs.map(({ glyph, advance }) => {
    const box = {
      ...at,
      x,
      width: glyph.advance * em,
      sign: String.fromCodePoint(...glyph.codePoints),
    };
    x += (advance + (words.tracking ?? 0)) * em;
    return box;
  });
};

/**
 * Words as plain areas, taken from the typefaces' own outlines: what they must look like, without
 * any font in the PDF.
 */
export const outlined = (words: Words): Shape => {
  const { signs, start } = typeset(typefaces, words);
  const em = words.size / point;
  let x = words.x + start * em;
  const steps = signs.flatMap(({ glyph, advance }) => {
    const { font } = typefaces.face(glyph.face);
    const scale = em / font.unitsPerEm;
    const from = x;
    x += (advance + (words.tracking ?? 0)) * em;
    const { commands } = font.getGlyph(glyph.id).path as unknown as {
      commands: readonly Command[];
    };
    return stepsOf(commands, (gx, gy) => [from + gx * scale, words.y - gy * scale]);
  });
  return { kind: "shape", steps, fill: words.ink ?? "#000000" };
};

export const allOutlined = (marks: readonly Mark[]): readonly Mark[] =>
  marks.map((mark) => (mark.kind === "words" ? outlined(mark) : mark));
