import { disc } from "../paper/index.ts";
import { type Block, lineHeight, paragraph, type Setting } from "./block.ts";
import { black } from "./inks.ts";
import type { Kit } from "./types.ts";

/** A list with points. */
export const list = (
  kit: Kit,
  items: readonly string[],
  {
    at,
    setting,
  }: { at: { readonly x: number; readonly y: number; readonly width: number }; setting: Setting },
): Block => {
  const indent = setting.size * 0.32;
  return items.reduce<Block>(
    ({ marks, bottom }, text) => {
      const item = paragraph(
        kit,
        text,
        { x: at.x + indent, y: bottom, width: at.width - indent },
        setting,
      );
      const dot = disc(
        at.x + indent * 0.35,
        bottom + lineHeight(setting) / 2,
        setting.size * 0.05,
        { fill: black },
      );
      return { marks: [...marks, dot, ...item.marks], bottom: item.bottom };
    },
    { marks: [], bottom: at.y },
  );
};
