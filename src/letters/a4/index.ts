import { a4Cover } from "../cover/index.ts";
import {
  a4,
  askBox,
  column,
  type Design,
  englishLine,
  fitted,
  foldMarks,
  heading,
  inWindow,
  type Kit,
  letterhead,
  list,
  type Marks,
  say,
  setLines,
  stepsAcross,
} from "../parts/index.ts";
import { keysBox, keysIn } from "./keys-box.ts";

const address = ({ widthOf, ...kit }: Kit): Marks => {
  const label = { size: 10.5, leading: 1.5 } as const;
  const x = column.x + widthOf(say.labels.address, label) + 4;
  const box = { x, y: 180.5, width: column.x + column.width - x, height: 9 };
  return [
    ...setLines([say.labels.address], { x: column.x, y: 182.2 }, label).marks,
    ...fitted({ widthOf, ...kit }, kit.edition.origin, box, {
      ...{ size: 14, cut: "bold", leading: 1.3, oneLineFrom: 9, stands: "middle" },
    }).marks,
  ];
};

const body = (kit: Kit, title: string): Marks => [
  ...heading(kit, title, { ...column, y: 65.5, size: 21 }),
  ...setLines(say.lead(kit.edition), { x: column.x, y: 82.5 }, { size: 11, leading: 1.65 }).marks,
  ...keysBox(kit),
  ...address(kit),
];

const how = (kit: Kit): Marks => [
  ...setLines([say.labels.how], { x: column.x, y: 200.8 }, { size: 14, cut: "bold", leading: 1.3 })
    .marks,
  ...stepsAcross(kit, say.steps(kit.edition, "いちばん下の"), {
    at: { ...column, y: 210.5 },
    look: { title: 12.5, text: 10.5, radius: 4.2 },
    gap: 6,
  }).marks,
  ...list(kit, [say.care.keep, say.care.neverAsked], {
    at: { ...column, y: 240.5 },
    setting: { size: 10.5, leading: 1.65 },
  }).marks,
  ...englishLine({ x: column.x, y: 253.5, size: 9.5 }),
];

/** 保険者番号 is the last line of the letter: the first sign-in says so. */
const lastLine = (kit: Kit): Marks => {
  const label = { size: 11, cut: "bold", leading: 1.3 } as const;
  const x = column.x + kit.widthOf(say.labels.insurerNumber, label) + 4;
  const number = { size: 15, cut: "bold", tracking: 0.12, leading: 1.3 } as const;
  return [
    ...setLines([say.labels.insurerNumber], { x: column.x, y: 282 }, label).marks,
    ...setLines([kit.edition.society.insurerNumber], { x, y: 281 }, number).marks,
  ];
};

/** WEBサービスのご案内, or the notice of the same form: folded twice, for a window envelope. */
export const a4Design =
  (title: string) =>
  (kit: Kit): Design => ({
    size: a4,
    letter: [
      {
        common: [
          ...foldMarks,
          ...letterhead(kit),
          ...body(kit, title),
          ...how(kit),
          ...askBox(kit, { y: 262.5 }),
          ...lastLine(kit),
        ],
        own: (letter) => [...inWindow(kit, letter), ...keysIn(kit, letter)],
      },
    ],
    cover: a4Cover(kit, title),
  });
