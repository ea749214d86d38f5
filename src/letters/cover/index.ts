import { line } from "../paper/index.ts";
import {
  askBox,
  column,
  heading,
  inks,
  type Kit,
  letterhead,
  type Marks,
  paragraph,
  type Side,
  setLines,
  stepsDown,
} from "../parts/index.ts";
import type { Cover } from "../types.ts";
import { addressedTo, factsFrame, factsOf } from "./facts.ts";
import { requests, titleOf, words } from "./words.ts";

export { postcardCover, sealedCover } from "./on-cards.ts";

const facts = { ...column, y: 100, height: 46, size: 12 } as const;
const to = { x: column.x, y: 14, width: 95, height: 40, size: 18 } as const;
const table = { ...column, y: 219, rows: 4, row: 8.5, split: 72 } as const;

/** Room for whoever sends letters back. */
const returned: Marks = [
  ...setLines(
    [words.returned[0]],
    { x: table.x + 2, y: table.y },
    { size: 9, leading: 1.6, ink: inks.soft },
  ).marks,
  ...setLines(
    [words.returned[1]],
    { x: table.x + table.split + 2, y: table.y },
    { size: 9, leading: 1.6, ink: inks.soft },
  ).marks,
  ...Array.from({ length: table.rows + 1 }, (_, i) => {
    const y = table.y + 6.5 + i * table.row;
    return line([table.x, y], [table.x + table.width, y], { ink: inks.hair, width: 0.2 });
  }),
  line(
    [table.x + table.split, table.y],
    [table.x + table.split, table.y + 6.5 + table.rows * table.row],
    { ink: inks.hair, width: 0.2 },
  ),
];

/** The sheet on a bundle of A4 letters. */
export const a4Cover = (kit: Kit, title: string): readonly Side<Cover>[] => [
  {
    common: [
      ...letterhead(kit),
      ...heading(kit, titleOf(title), { ...column, y: 65.5, size: 20 }),
      ...paragraph(kit, words.lead, { ...column, y: 83 }, { size: 11.5, leading: 1.65 }).marks,
      ...factsFrame(kit, facts),
      ...stepsDown(kit, requests(false), {
        at: { ...column, y: 155 },
        look: { title: 12.5, text: 11, radius: 4 },
        gap: 3.5,
      }).marks,
      ...returned,
      ...askBox(kit, { y: 266 }),
    ],
    own: (cover) => [...addressedTo(kit, cover, to), ...factsOf(kit, cover, facts)],
  },
];
