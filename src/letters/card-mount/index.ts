import { a4Cover } from "../cover/index.ts";
import { box, corners } from "../paper/index.ts";
import {
  a4,
  aligned,
  askBox,
  column,
  type Design,
  englishLine,
  fitted,
  foldMarks,
  heading,
  inks,
  inWindow,
  type Kit,
  keyLabels,
  keysOf,
  letterhead,
  list,
  type Marks,
  paragraph,
  qrCode,
  say,
  setLines,
  stepsAcross,
  usable,
} from "../parts/index.ts";

/** ISO/IEC 7810 ID-1, on the middle third so that no fold goes through the card. Millimetres. */
const card = { x: column.x, y: 104, width: 85.6, height: 54 } as const;
const radius = 3.18;
const keys = { x: 110.4, y: card.y, width: 81.6, height: card.height } as const;
const keysAt = {
  x: keys.x + 6,
  idLabel: 115.4,
  passwordLabel: 137.4,
  drop: 11,
  label: 11,
  size: 26,
} as const;
const code = { x: 24, y: 165.5, width: 26 } as const;
const beside = { x: 60, width: 132 } as const;
const small = { size: 9, leading: 1.5 } as const;

const cardPlace = (kit: Kit): Marks => [
  box(card, { line: { ink: inks.pale, width: 0.2, dash: [1.2, 1.2] } }, radius),
  corners(card, { radius, length: 9, look: { ink: inks.hair, width: 0.6 } }),
  ...say.card.flatMap(
    (text, i) =>
      aligned(
        kit,
        text,
        { x: card.x + card.width / 2, y: card.y + 21 + i * 6, share: 0.5 },
        { size: 10.5, leading: 1.6, ink: inks.soft },
      ).marks,
  ),
];

const howToOpen = (kit: Kit): Marks => [
  qrCode(kit.edition.origin, code),
  ...paragraph(kit, say.labels.scanBeside, { ...beside, y: 161.5 }, { size: 10, leading: 1.5 })
    .marks,
  ...paragraph(kit, `${say.labels.address}。`, { ...beside, y: 167 }, { size: 10, leading: 1.5 })
    .marks,
  ...fitted(
    kit,
    kit.edition.origin,
    { ...beside, y: 172.6, height: 7.4 },
    { size: 14, cut: "bold", leading: 1.3, oneLineFrom: 9, stands: "middle" },
  ).marks,
  ...setLines(say.typing, { x: beside.x, y: 181.2 }, small).marks,
];

const how = (kit: Kit): Marks => [
  ...setLines([say.labels.how], { x: column.x, y: 202.5 }, { size: 14, cut: "bold", leading: 1.3 })
    .marks,
  ...stepsAcross(kit, say.steps(kit.edition, "カードにある8桁の"), {
    at: { ...column, y: 212.5 },
    look: { title: 12.5, text: 10.5, radius: 4.2 },
    gap: 6,
  }).marks,
  ...list(kit, [say.care.keep, say.care.neverAsked], {
    at: { ...column, y: 244.5 },
    setting: { size: 10.5, leading: 1.65 },
  }).marks,
  ...englishLine({ x: column.x, y: 258, size: 9.5 }),
];

/** 台紙: the card, and beside it the keys to the records. */
export const cardMount =
  (title: string) =>
  (kit: Kit): Design => ({
    size: a4,
    letter: [
      {
        common: [
          ...foldMarks,
          ...letterhead(kit),
          ...heading(kit, title, { ...column, y: 65.5, size: 21 }),
          ...setLines(say.lead(kit.edition), { x: column.x, y: 81.5 }, { size: 11, leading: 1.6 })
            .marks,
          ...cardPlace(kit),
          box(keys, { line: { ink: inks.black, width: 0.5 } }, 3),
          ...keyLabels(keysAt),
          ...howToOpen(kit),
          ...how(kit),
          ...askBox(kit, { y: 269 }),
        ],
        own: (letter) => [
          ...inWindow(kit, letter),
          ...keysOf(kit, letter, keysAt),
          ...usable(kit, letter, { x: beside.x, y: 190.8, setting: small, rest: say.endsWithUse }),
        ],
      },
    ],
    cover: a4Cover(kit, title),
  });
