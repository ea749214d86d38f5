import { box, line } from "../paper/index.ts";
import type { Letter } from "../types.ts";
import { addresseeOf } from "./addressee.ts";
import { aligned, fitted, setLines } from "./block.ts";
import { hair, soft } from "./inks.ts";
import { sender } from "./sender.ts";
import type { Kit, Marks } from "./types.ts";
import { labels } from "./words.ts";

/** A postcard, upright. Millimetres. */
export const postcard = { width: 100, height: 148 } as const;

// Japan Post: seven frames of 5.7 × 8, 8 mm from the right edge and 12 from the top, 47.7 together.
const frame = { width: 5.7, height: 8, y: 12 } as const;
const framesFrom = postcard.width - 8 - 47.7;
const frameX = (i: number) => framesFrom + (i < 3 ? i * 7 : 21.6 + (i - 3) * 6.8);
const red = "#d0402b";

const margin = 13;
const width = postcard.width - 2 * margin;

const postalFrames = (x: number): Marks => [
  ...Array.from({ length: 7 }, (_, i) =>
    box({ x: x + frameX(i), ...frame }, { line: { ink: red, width: i < 3 ? 0.45 : 0.25 } }),
  ),
  line([x + frameX(2) + frame.width + 0.5, 16], [x + frameX(3) - 0.5, 16], {
    ink: red,
    width: 0.3,
  }),
];

const stamp = (kit: Kit, x: number): Marks => {
  const at = { x: x + 8, y: 9, width: 18, height: 21.5 };
  const words = labels.stamp.flatMap(
    (text, i) =>
      aligned(
        kit,
        text,
        { x: at.x + at.width / 2, y: at.y + 7.2 + i * 3.4, share: 0.5 },
        { size: 6.5, leading: 1.45, ink: hair },
      ).marks,
  );
  return [box(at, { line: { ink: hair, width: 0.2, dash: [1, 1] } }), ...words];
};

const returnTo = (kit: Kit, x: number): Marks => {
  const { contact, brand } = kit.edition.society;
  const from = sender(kit, { x: x + margin, y: 108, width, height: 18, name: 11, small: 8 });
  return [
    line([x + margin, 104], [x + margin + width, 104], { ink: brand.colour, width: 0.7 }),
    ...from.marks,
    ...fitted(
      kit,
      `${labels.tel} ${contact.tel}　${contact.hours.ja}`,
      { x: x + margin, y: from.bottom + 0.8, width, height: 4.6 },
      { size: 8, leading: 1.4, ink: soft, oneLineFrom: 6 },
    ).marks,
    ...setLines(
      [labels.undelivered],
      { x: x + margin, y: 134 },
      { size: 7, leading: 1.4, ink: soft },
    ).marks,
  ];
};

/** What is the same on every address side. @param x where the side begins on its sheet, mm */
export const addressSide = (kit: Kit, x: number): Marks => [
  ...aligned(
    kit,
    labels.postcard,
    { x: x + postcard.width / 2, y: 4.5, share: 0.5 },
    { size: 8, tracking: 0.3, leading: 1.4 },
  ).marks,
  ...postalFrames(x),
  ...stamp(kit, x),
  ...returnTo(kit, x),
];

const digits = (kit: Kit, postalCode: string, x: number): Marks =>
  [...postalCode.replace("-", "")]
    .slice(0, 7)
    .flatMap(
      (digit, i) =>
        aligned(
          kit,
          digit,
          { x: x + frameX(i) + frame.width / 2, y: 12.85, share: 0.5 },
          { size: 15, cut: "bold", leading: 1.2 },
        ).marks,
    );

export const addressOf = (kit: Kit, letter: Letter, x: number): Marks => {
  const { postalCode, where, name } = addresseeOf(kit.edition, letter);
  const at = { x: x + margin, width };
  return [
    ...(postalCode === null ? [] : digits(kit, postalCode, x)),
    ...(where === null
      ? []
      : fitted(kit, where, { ...at, y: 42, height: 22 }, { size: 12, leading: 1.5 }).marks),
    ...fitted(
      kit,
      name,
      { ...at, y: 67, height: 15 },
      { size: 20, cut: "bold", leading: 1.3, oneLineFrom: 13, stands: "middle" },
    ).marks,
    ...aligned(
      kit,
      `${labels.reference} ${letter.reference}`,
      { x: x + margin + width, y: 97.4, share: 1 },
      { size: 8, leading: 1.4 },
    ).marks,
  ];
};
