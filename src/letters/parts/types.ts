import type { Mark, Size, Style } from "../paper/types.ts";
import type { Cover, Edition, Letter } from "../types.ts";

/** What a design is laid out with. */
export type Kit = {
  readonly edition: Edition;
  /** Millimetres. */
  readonly widthOf: (text: string, style: Style) => number;
  /** Lines that are no wider than `width` mm; no sign is lost. */
  readonly wrap: (
    text: string,
    style: Style & {
      readonly width: number;
      /** A sentence of ours: broken between its phrases. */
      readonly isOurs?: boolean;
    },
  ) => readonly string[];
};

export type Marks = readonly Mark[];

/** One side of a sheet: what all have in common, and what is this one's own. */
export type Side<Of> = { readonly common: Marks; readonly own: (of: Of) => Marks };

/** A design as it is for one edition. */
export type Design = {
  readonly size: Size;
  /** One or two sides; a cover has as many, so that printing on both sides stays in step. */
  readonly letter: readonly Side<Letter>[];
  readonly cover: readonly Side<Cover>[];
};
