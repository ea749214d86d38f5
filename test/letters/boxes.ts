import {
  type Box,
  type Mark,
  point,
  type Shape,
  type Words,
  widthOf,
} from "../../src/letters/paper/index.ts";
import { typefaces } from "./editions.ts";

export type Placed = Box & { readonly text: string };

/** What a line of words takes up: 0.88 of its size above the baseline, 0.12 below. */
export const boxOf = (words: Words): Placed => {
  const em = words.size / point;
  return {
    ...{ x: words.x, y: words.y - 0.88 * em, height: em },
    ...{ width: widthOf(typefaces, words), text: words.text },
  };
};

/** What a shape spans. */
export const spanOf = ({ steps }: Shape): Placed => {
  const at = steps.flatMap(([, ...numbers]) => numbers as readonly number[]);
  const xs = at.filter((_, i) => i % 2 === 0);
  const ys = at.filter((_, i) => i % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y, text: "a shape" };
};

export const wordsIn = (marks: readonly Mark[]): readonly Words[] =>
  marks.filter((mark) => mark.kind === "words");

export const isInside = (inner: Box, outer: Box, slack = 0): boolean =>
  inner.x >= outer.x - slack &&
  inner.y >= outer.y - slack &&
  inner.x + inner.width <= outer.x + outer.width + slack &&
  inner.y + inner.height <= outer.y + outer.height + slack;

// rounding of sums
const hair = 0.01;

export const overlap = (a: Box, b: Box): boolean =>
  a.x + a.width > b.x + hair &&
  b.x + b.width > a.x + hair &&
  a.y + a.height > b.y + hair &&
  b.y + b.height > a.y + hair;

/** Words that stand across a line or the edge of a frame. */
export const crossings = (words: readonly Placed[], shapes: readonly Placed[]): readonly string[] =>
  shapes.flatMap((shape) =>
    words
      .filter((word) => overlap(word, shape) && !isInside(word, shape, hair))
      .map(({ text }) => `${text} across ${JSON.stringify(shape)}`),
  );

/** Pairs that stand on each other. */
export const collisions = (boxes: readonly Placed[]): readonly string[] =>
  boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`${a.text} | ${b.text}`] : [])),
  );
