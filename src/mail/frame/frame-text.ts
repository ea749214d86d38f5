import { answersOf, contactLines, text } from "./text.ts";
import type { Page } from "./types.ts";
import { wrap } from "./wrap.ts";

const rule = "-".repeat(35);

/** The plain part: the same words as the HTML part, in the same order. */
export const frameText = (page: Page): string => {
  const words = text(page.language);
  const to = page.initials ? [words.to(page.initials), ""] : [];
  // On a line of its own and without a gap: so it is read, and copied, in one piece.
  const code = page.code ? [page.code, ""] : [];
  const button = page.button ? [`${page.button.label}:`, page.button.href, ""] : [];
  return [
    page.society.name[page.language],
    "",
    ...to,
    ...(page.heading ? [wrap(page.heading), ""] : []),
    ...page.paragraphs.flatMap((paragraph) => [wrap(paragraph), ""]),
    ...code,
    ...button,
    ...(page.small ?? []).flatMap((line) => [wrap(line), ""]),
    rule,
    ...contactLines(page).map(wrap),
    ...answersOf(page).map(wrap),
    "",
  ].join("\n");
};
