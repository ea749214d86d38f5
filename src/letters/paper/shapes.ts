import type { Box, Line, Shape, Step } from "./types.ts";

type Look = Pick<Shape, "fill" | "line">;
/** A quarter of a circle as a Bézier curve. */
const kappa = 0.5523;

export const line = (
  from: readonly [number, number],
  to: readonly [number, number],
  look: Line,
): Shape => ({
  kind: "shape",
  steps: [
    ["M", ...from],
    ["L", ...to],
  ],
  line: look,
});

const square = ({ x, y, width, height }: Box): readonly Step[] => [
  ["M", x, y],
  ["L", x + width, y],
  ["L", x + width, y + height],
  ["L", x, y + height],
  ["Z"],
];

const rounded = ({ x, y, width, height }: Box, radius: number): readonly Step[] => {
  const [right, bottom, k] = [x + width, y + height, radius * (1 - kappa)];
  return [
    ["M", x + radius, y],
    ["L", right - radius, y],
    ["C", right - k, y, right, y + k, right, y + radius],
    ["L", right, bottom - radius],
    ["C", right, bottom - k, right - k, bottom, right - radius, bottom],
    ["L", x + radius, bottom],
    ["C", x + k, bottom, x, bottom - k, x, bottom - radius],
    ["L", x, y + radius],
    ["C", x, y + k, x + k, y, x + radius, y],
    ["Z"],
  ];
};

/** A frame or an area. @param radius of its corners, mm */
export const box = (at: Box, look: Look, radius = 0): Shape => ({
  kind: "shape",
  steps: radius > 0 ? rounded(at, radius) : square(at),
  ...look,
});

export const disc = (x: number, y: number, radius: number, look: Look): Shape =>
  box({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }, look, radius);

/** Several closed areas as one path. */
export const areas = (boxes: readonly Box[], fill: string): Shape => ({
  kind: "shape",
  steps: boxes.flatMap(square),
  fill,
});

/** The four corners of a frame. @param length of their arms, mm */
export const corners = (
  at: Box,
  {
    radius,
    length,
    look,
  }: { readonly radius: number; readonly length: number; readonly look: Line },
): Shape => {
  const [right, bottom, k] = [at.x + at.width, at.y + at.height, radius * (1 - kappa)];
  const corner = (x: number, y: number, [h, v]: readonly [1 | -1, 1 | -1]): readonly Step[] => [
    ["M", x, y + v * length],
    ["L", x, y + v * radius],
    ["C", x, y + v * k, x + h * k, y, x + h * radius, y],
    ["L", x + h * length, y],
  ];
  return {
    kind: "shape",
    steps: [
      ...corner(at.x, at.y, [1, 1]),
      ...corner(right, at.y, [-1, 1]),
      ...corner(right, bottom, [-1, -1]),
      ...corner(at.x, bottom, [1, -1]),
    ],
    line: look,
  };
};
