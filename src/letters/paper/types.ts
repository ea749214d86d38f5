import type { Cut } from "../typefaces/types.ts";

/** `#rrggbb` */
export type Ink = string;

/** How words are set. */
export type Style = {
  /** Points. */
  readonly size: number;
  readonly cut?: Cut;
  /** Between signs, in parts of the type size. */
  readonly tracking?: number;
};

/** Words on one line. Millimetres from the top left corner; `y` is the baseline. */
export type Words = Style & {
  readonly kind: "words";
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly ink?: Ink;
};

type Move = readonly ["M" | "L", x: number, y: number];
type Curve = readonly ["C", ...ends: readonly [number, number, number, number, number, number]];
export type Step = Move | Curve | readonly ["Z"];

export type Line = {
  readonly ink: Ink;
  /** Millimetres. */
  readonly width: number;
  /** Millimetres drawn and left out. */
  readonly dash?: readonly [number, number];
};

/** What is no word: lines, frames, areas, the QR pattern. */
export type Shape = {
  readonly kind: "shape";
  readonly steps: readonly Step[];
  readonly fill?: Ink;
  readonly line?: Line;
};

export type Mark = Words | Shape;

/** Millimetres. */
export type Size = { readonly width: number; readonly height: number };
export type Box = Size & { readonly x: number; readonly y: number };

/** Points in a millimetre. */
export const point = 72 / 25.4;
