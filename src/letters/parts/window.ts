import { type Box, line } from "../paper/index.ts";
import type { Edition, Letter } from "../types.ts";
import { addresseeOf } from "./addressee.ts";
import { fitted, setLines } from "./block.ts";
import { pale } from "./inks.ts";
import type { Kit, Marks } from "./types.ts";
import { labels } from "./words.ts";

/** A4 in an envelope 長形3号 is folded twice, mm from the top. */
const folds = [99, 198] as const;

/** The envelope's window on the sheet, mm: where it is differs from maker to maker. */
export const windowOf = ({ society }: Edition): Box => {
  const { windowLeft: x, windowTop: y } = society.policy.letter;
  return { x, y, width: 90, height: 45 };
};

// the sheet slips in its envelope by some millimetres: these stay in the window all the same
const margin = { left: 6, right: 5 } as const;
const rows = { postalCode: 5.5, where: 11, name: 27.3, reference: 38 } as const;

/** Short marks at the edge, for whoever folds by hand. */
export const foldMarks: Marks = folds.map((y) =>
  line([4.5, y], [8.5, y], { ink: pale, width: 0.2 }),
);

/** What shows in the window: the addressee, and the number that finds the letter again. */
export const inWindow = (kit: Kit, letter: Letter): Marks => {
  const { postalCode, where, name } = addresseeOf(kit.edition, letter);
  const reference = `${labels.reference} ${letter.reference}`;
  const { x, y, width: whole } = windowOf(kit.edition);
  const left = x + margin.left;
  const at = { x: left, width: whole - margin.left - margin.right };
  return [
    ...(postalCode === null
      ? []
      : setLines(
          [`〒${postalCode}`],
          { x: left, y: y + rows.postalCode },
          { size: 11, leading: 1.4 },
        ).marks),
    ...(where === null
      ? []
      : fitted(kit, where, { ...at, y: y + rows.where, height: 15.5 }, { size: 11, leading: 1.42 })
          .marks),
    ...fitted(
      kit,
      name,
      { ...at, y: y + rows.name, height: 9 },
      { size: 16, cut: "bold", leading: 1.3, oneLineFrom: 10.5, stands: "middle" },
    ).marks,
    ...setLines([reference], { x: left, y: y + rows.reference }, { size: 8, leading: 1.4 }).marks,
  ];
};
