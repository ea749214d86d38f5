// お問い合わせ番号: as it is read out on the telephone, and for how long it leads to the real reason.
import { type Instant, later } from "../../kernel/time.ts";
import { foldWidth, unifyHyphens, withoutGaps } from "../../kernel/width.ts";

/** Who was refused calls the same day; older reasons are nobody's business. */
export const answeredHours = 24;

export const askedSince = (now: Instant): Instant => later(now, { hours: -answeredHours });

/**
 * A number in any width and case, with or without its hyphen, and with the letters that it never has
 * (I, L, O) as the digits that they were read for. Null: none that we give.
 */
export const readNumber = (typed: string): string | null => {
  const letters = withoutGaps(unifyHyphens(foldWidth(typed), ""))
    .toUpperCase()
    .replace(/[IL]/g, "1")
    .replace(/O/g, "0");
  if (!/^[0-9A-HJKMNP-TV-Z]{8}$/.test(letters)) return null;
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
};
