import { contactLines, text } from "./text.ts";
import type { Page } from "./types.ts";
import { wrap } from "./wrap.ts";

const rule = "-".repeat(35);

/** The plain part: the same words as the HTML part, in the same order. */
export const frameText = (page: Page): string => {
  const words = text(page.language);
  const button = page.button ? [`${page.button.label}:`, page.button.href, ""] : [];
  return [
    page.society.name[page.language],
    "",
    ...(page.heading ? [wrap(page.heading), ""] : []),
    ...page.paragraphs.flatMap((paragraph) => [wrap(paragraph), ""]),
    ...button,
    ...(page.small ?? []).flatMap((line) => [wrap(line), ""]),
    rule,
    ...contactLines(page).map(wrap),
    wrap(words.noReply),
    "",
  ].join("\n");
};
