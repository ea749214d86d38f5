/*
 * A society's colour must carry white text, and itself on its own 8 % tint, at 4.5:1. From
 * 5.5:1 on white both hold (tried in the look); a paler colour is darkened in its own hue.
 */

const least = 5.5;

const channelsOf = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** Relative luminance, 0 to 1 (WCAG 2.2). */
const luminance = (channels: readonly number[]): number =>
  channels
    .map((channel) => channel / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * ([0.2126, 0.7152, 0.0722][i] ?? 0), 0);

/** Contrast on white, 1 to 21. @param colour `#rrggbb` */
export const contrastOnWhite = (colour: string): number =>
  1.05 / (luminance(channelsOf(colour)) + 0.05);

const scaled = (colour: string, percent: number): string =>
  `#${channelsOf(colour)
    .map((channel) =>
      Math.floor((channel * percent) / 100)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;

/** The colour itself where it is dark enough, otherwise the nearest darker one that is. */
export const readableColour = (colour: string, percent = 100): string => {
  const darker = percent === 100 ? colour.toLowerCase() : scaled(colour, percent);
  return contrastOnWhite(darker) >= least ? darker : readableColour(colour, percent - 1);
};
