import { encode } from "uqr";
import { areas, type Box, type Shape } from "../paper/index.ts";
import { black } from "./inks.ts";

/** Modules of quiet around the pattern (ISO/IEC 18004). */
export const quiet = 4;

type Run = { readonly from: number; readonly to: number };

/** Neighbours in one row are drawn as one: no hairlines between them. */
const runsOf = (row: readonly boolean[]): readonly Run[] =>
  row.flatMap((isDark, from) => {
    if (!isDark || row[from - 1]) return [];
    const end = row.indexOf(false, from);
    return [{ from, to: end < 0 ? row.length : end }];
  });

/**
 * A QR code of error correction M as one path.
 * @param at of the pattern itself: whoever places it leaves `quiet` modules around
 */
export const qrCode = (text: string, at: Omit<Box, "height">): Shape => {
  const { data, size } = encode(text, { ecc: "M", border: 0, boostEcc: false });
  const module = at.width / size;
  const boxes = data.flatMap((row, y) =>
    runsOf(row).map(({ from, to }) => ({
      x: at.x + from * module,
      y: at.y + y * module,
      width: (to - from) * module,
      height: module,
    })),
  );
  return areas(boxes, black);
};
