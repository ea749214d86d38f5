/**
 * The society's colour. White text stands on it, and it is text on white and on its own 8 % tint:
 * 5.5:1 on white keeps all three above the 4.5:1 of WCAG 2.2 (1.4.3).
 */
export const leastContrast = 5.5;

type Channels = readonly [number, number, number];

const channelsOf = (colour: string): Channels => {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new RangeError("a colour is #rrggbb");
  const at = (index: number) => Number.parseInt(colour.slice(index, index + 2), 16);
  return [at(1), at(3), at(5)];
};

const textOf = (channels: Channels) =>
  `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;

/** sRGB transfer function, as WCAG 2.2 defines relative luminance. */
const linear = (channel: number) => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const luminance = ([red, green, blue]: Channels) =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/**
 * Contrast of two colours, 1 to 21.
 * @throws RangeError unless both are `#rrggbb`
 */
export const contrast = (one: string, other: string): number => {
  const [a, b] = [luminance(channelsOf(one)), luminance(channelsOf(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

export const contrastOnWhite = (colour: string): number => contrast(colour, "#ffffff");

const dimmed = (channels: Channels, percent: number): Channels => {
  const at = (channel: number) => Math.floor((channel * percent) / 100);
  return [at(channels[0]), at(channels[1]), at(channels[2])];
};

/**
 * The colour itself when it has 5.5:1 on white, else the same hue darkened until it has.
 * @param colour `#rrggbb`
 * @throws RangeError for anything else
 */
export const readableBrand = (colour: string): string => {
  const channels = channelsOf(colour);
  for (let percent = 100; percent > 0; percent -= 1) {
    const candidate = textOf(dimmed(channels, percent));
    if (contrastOnWhite(candidate) >= leastContrast) return candidate;
  }
  return "#000000";
};

/** The colour at `percent` over white: what the CSS tints come to. */
export const tintOf = (colour: string, percent: number): string => {
  const mixed = (channel: number) => Math.round(255 - ((255 - channel) * percent) / 100);
  const [red, green, blue] = channelsOf(colour);
  return textOf([mixed(red), mixed(green), mixed(blue)]);
};
