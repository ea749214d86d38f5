/** `english`: with letters of their own widths, for sentences. */
export type Cut = "regular" | "bold" | "english";

/** One sign as it is drawn. */
export type Glyph = {
  /** Which of the opened faces has it, such as `biz-regular`. */
  readonly face: FaceName;
  readonly id: number;
  /** In parts of the type size. */
  readonly advance: number;
  /** What text extraction gives back. */
  readonly codePoints: readonly number[];
};

export type FaceName = `${"biz" | "noto"}-${"regular" | "bold"}`;

/** What of a text cannot be printed as it is written. */
export type Judged = {
  /** Characters that no typeface has, each once. */
  readonly unprintable: readonly string[];
  /** Variation sequences that no typeface knows: printed in their standard form. Each once. */
  readonly standard: readonly string[];
};
