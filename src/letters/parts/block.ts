import { type Box, type Ink, point, type Style, type Words } from "../paper/index.ts";
import type { Kit, Marks } from "./types.ts";

/** Words that are set in lines. */
export type Setting = Style & {
  readonly ink?: Ink;
  /** Line height in parts of the type size. */
  readonly leading?: number;
};

/** What was set, and where it ends, mm. */
export type Block = { readonly marks: Marks; readonly bottom: number };

/** Both typefaces: the square of a sign is 0.88 above the baseline and 0.12 below. */
export const above = 0.88;
export const below = 0.12;
const middle = (above - below) / 2;

export const lineHeight = ({ size, leading = 1.6 }: Setting): number => (size * leading) / point;

type At = { readonly x: number; readonly y: number };

/** Lines under each other, from the top `y`. */
export const setLines = (lines: readonly string[], at: At, setting: Setting): Block => {
  const { size, cut, tracking, ink } = setting;
  const height = lineHeight(setting);
  const style = {
    size,
    ...(cut && { cut }),
    ...(tracking && { tracking }),
    ...(ink && { ink }),
  };
  const first = at.y + height / 2 + (middle * size) / point;
  return {
    marks: lines.map(
      (text, i): Words => ({ kind: "words", x: at.x, y: first + i * height, text, ...style }),
    ),
    bottom: at.y + lines.length * height,
  };
};

/** A paragraph of our own words. */
export const paragraph = (
  kit: Kit,
  text: string,
  { width, ...at }: At & { readonly width: number },
  setting: Setting,
): Block => setLines(kit.wrap(text, { ...setting, width, isOurs: true }), at, setting);

/** One line that ends at `x`, or stands in the middle of it. */
export const aligned = (
  kit: Kit,
  text: string,
  { x, y, share }: At & { readonly share: 0.5 | 1 },
  setting: Setting,
): Block => setLines([text], { x: x - kit.widthOf(text, setting) * share, y }, setting);

export type Fit = Setting & {
  /** One line is tried down to this size before two are. */
  readonly oneLineFrom?: number;
  /** A sentence of ours or of the society: broken between its phrases. */
  readonly isOurs?: boolean;
  /** Within the box: at its top unless given. */
  readonly stands?: "top" | "middle" | "bottom";
};

const shrink = 0.96;

type Found = { readonly lines: readonly string[]; readonly setting: Setting };

const isOnlySpaces = /[ 　]+(?=[^ 　]*$)/;
/** An address breaks best before its building, which stands after the last space. */
const readings = (text: string, isOurs = false) =>
  !isOurs && isOnlySpaces.test(text) ? [text.replace(isOnlySpaces, "\n"), text] : [text];

const inOneLine = (kit: Kit, text: string, { box, fit }: { box: Box; fit: Fit }): Found | null => {
  for (let size = fit.size; size >= (fit.oneLineFrom ?? fit.size); size *= shrink) {
    const setting = { ...fit, size };
    if (
      !text.includes("\n") &&
      kit.widthOf(text, setting) <= box.width &&
      lineHeight(setting) <= box.height
    )
      return { lines: [text], setting };
  }
  return null;
};

const inLines = (kit: Kit, text: string, { box, fit }: { box: Box; fit: Fit }): Found => {
  for (let size = fit.size; ; size *= shrink) {
    const setting = { ...fit, size };
    // most sizes that are too large are told by the length alone
    const rows = Math.floor(box.height / lineHeight(setting));
    if (kit.widthOf(text.replaceAll("\n", ""), setting) > rows * box.width) continue;
    for (const reading of readings(text, fit.isOurs)) {
      const lines = kit.wrap(reading, { ...setting, width: box.width });
      if (lines.length * lineHeight(setting) <= box.height) return { lines, setting };
    }
  }
};

/** Sets a text as large as it fits into a box, smaller and in more lines the longer it is: never cut. */
export const fitted = (kit: Kit, text: string, box: Box, fit: Fit): Block => {
  const { lines, setting } = inOneLine(kit, text, { box, fit }) ?? inLines(kit, text, { box, fit });
  const left = box.height - lines.length * lineHeight(setting);
  const share = { top: 0, middle: 0.5, bottom: 1 }[fit.stands ?? "top"];
  return setLines(lines, { x: box.x, y: box.y + left * share }, setting);
};
