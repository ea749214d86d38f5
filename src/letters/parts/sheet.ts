import { line } from "../paper/index.ts";
import { aligned, fitted, setLines } from "./block.ts";
import { hair, soft } from "./inks.ts";
import { sender } from "./sender.ts";
import type { Kit, Marks } from "./types.ts";
import { dayOf, english, labels } from "./words.ts";

/** What the A4 designs have in common. Millimetres. */
export const a4 = { width: 210, height: 297 } as const;
/** Where text stands on A4. */
export const column = { x: 20, width: 172 } as const;
const right = column.x + column.width;

/** Date and sender, beside the window. */
export const letterhead = (kit: Kit): Marks => [
  ...aligned(kit, dayOf(kit.edition.issuedOn), { x: right, y: 17, share: 1 }, { size: 10 }).marks,
  ...sender(kit, { x: 122, y: 25, width: 70, height: 23, name: 12, small: 9 }).marks,
];

/** A title over a line of the society's colour. */
export const heading = (
  kit: Kit,
  title: string,
  {
    y,
    size,
    ...at
  }: { readonly x: number; readonly y: number; readonly width: number; readonly size: number },
): Marks => {
  const { colour } = kit.edition.society.brand;
  const under = y + size * 0.6;
  return [
    ...setLines([title], { x: at.x, y }, { size, cut: "bold", leading: 1.3, tracking: 0.02 }).marks,
    line([at.x, under], [at.x + at.width, under], { ink: colour, width: size / 24 }),
  ];
};

/** Whom to ask. */
export const askBox = (kit: Kit, { y }: { readonly y: number }): Marks => {
  const { tel, hours } = kit.edition.society.contact;
  const phone = `${labels.tel} ${tel}`;
  const setting = { size: 17, cut: "bold", tracking: 0.03, leading: 1.3 } as const;
  const phoneX = right - kit.widthOf(phone, setting);
  return [
    line([column.x, y], [right, y], { ink: hair, width: 0.25 }),
    ...setLines([labels.ask], { x: column.x, y: y + 3 }, { size: 11, cut: "bold", leading: 1.5 })
      .marks,
    ...fitted(
      kit,
      hours.ja,
      { x: column.x, y: y + 9, width: phoneX - column.x - 6, height: 6.2 },
      { size: 10.5, leading: 1.5, oneLineFrom: 8, isOurs: true },
    ).marks,
    ...setLines([phone], { x: phoneX, y: y + 5.2 }, setting).marks,
  ];
};

export const englishLine = (at: {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}): Marks =>
  setLines([english], at, { size: at.size, cut: "english", ink: soft, leading: 1.5 }).marks;
