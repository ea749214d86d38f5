import { type Box, line } from "../paper/index.ts";
import type { Letter } from "../types.ts";
import { addresseeOf } from "./addressee.ts";
import { fitted, setLines } from "./block.ts";
import { pale } from "./inks.ts";
import type { Kit, Marks } from "./types.ts";
import { labels } from "./words.ts";

/** A4 in an envelope 長形3号 is folded twice. Its window on the sheet, mm. */
export const folds = [99, 198] as const;
export const windowBox: Box = { x: 20, y: 12, width: 90, height: 45 };

const left = windowBox.x + 6;
const width = windowBox.width - 6 - 5;
// the sheet slips in its envelope by some millimetres: these stay in the window all the same
const rows = { postalCode: 17.5, where: 23, name: 39.3, reference: 50 } as const;

/** Short marks at the edge, for whoever folds by hand. */
export const foldMarks: Marks = folds.map((y) =>
  line([4.5, y], [8.5, y], { ink: pale, width: 0.2 }),
);

/** What shows in the window: the addressee, and the number that finds the letter again. */
export const inWindow = (kit: Kit, letter: Letter): Marks => {
  const { postalCode, where, name } = addresseeOf(kit.edition, letter);
  const reference = `${labels.reference} ${letter.reference}`;
  const at = { x: left, width };
  return [
    ...(postalCode === null
      ? []
      : setLines([`〒${postalCode}`], { x: left, y: rows.postalCode }, { size: 11, leading: 1.4 })
          .marks),
    ...(where === null
      ? []
      : fitted(kit, where, { ...at, y: rows.where, height: 15.5 }, { size: 11, leading: 1.42 })
          .marks),
    ...fitted(
      kit,
      name,
      { ...at, y: rows.name, height: 9 },
      { size: 16, cut: "bold", leading: 1.3, oneLineFrom: 10.5, stands: "middle" },
    ).marks,
    ...setLines([reference], { x: left, y: rows.reference }, { size: 8, leading: 1.4 }).marks,
  ];
};
