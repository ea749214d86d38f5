import { foldWidth, unifyHyphens, withoutGaps } from "../../kernel/width.ts";

/** What we printed is typed without regard to case, width, spaces and hyphens. */
export const foldPrinted = (typed: string): string =>
  withoutGaps(unifyHyphens(foldWidth(typed), "")).toLowerCase();
