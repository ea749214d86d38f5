import { box, line } from "../paper/index.ts";
import {
  aligned,
  brandMark,
  englishLine,
  fitted,
  heading,
  inks,
  type Kit,
  keyLabels,
  keysOf,
  list,
  type Marks,
  paragraph,
  postcard,
  qrCode,
  say,
  setLines,
  stepsDown,
  usable,
} from "../parts/index.ts";
import type { Letter } from "../types.ts";

/** The two panels: nothing is printed within 8 mm of the fold. Millimetres. */
const left = { x: 9, width: 83 } as const;
const right = { x: postcard.width + 8, width: 83 } as const;
const frame = { ...left, y: 52, height: 50 } as const;
const keysAt = {
  x: frame.x + 6,
  idLabel: 60.5,
  passwordLabel: 82.5,
  drop: 11.4,
  label: 10.5,
  size: 26.5,
} as const;
const code = { x: right.x + 3.5, y: 12.5, width: 26 } as const;
const small = { size: 8.1, leading: 1.55 } as const;

const letterPanel = (kit: Kit, title: string): Marks => [
  ...heading(kit, title, { ...left, y: 10, size: 17 }),
  ...paragraph(kit, say.lead(kit.edition).join(""), { ...left, y: 25 }, { size: 9.5, leading: 1.6 })
    .marks,
  box(frame, { line: { ink: inks.black, width: 0.5 } }, 3),
  ...keyLabels(keysAt),
  ...list(kit, [say.endsWithUse, ...say.typing, say.care.neverAskedShort], {
    at: { ...left, y: 111.5 },
    setting: small,
  }).marks,
];

/** Whose letter it is: outside it may be torn off. */
const signature = (kit: Kit): Marks => [
  ...brandMark(kit, { x: left.x, y: 136.4, side: 5.4 }),
  ...fitted(
    kit,
    kit.edition.society.name.ja,
    { x: left.x + 7.4, y: 136.4, width: 52, height: 5.4 },
    { size: 9, cut: "bold", leading: 1.2, oneLineFrom: 6.5, stands: "middle" },
  ).marks,
  ...aligned(
    kit,
    say.dayOf(kit.edition.issuedOn),
    { x: left.x + left.width, y: 137.1, share: 1 },
    { size: 8, leading: 1.5 },
  ).marks,
];

const insurer = (kit: Kit): Marks => {
  const { society } = kit.edition;
  if (!society.policy.firstSignIn.proof.includes("insurer-number")) return [];
  const text = `${say.labels.insurerNumber}　${society.insurerNumber}`;
  return setLines([text], { x: right.x, y: 136.5 }, { size: 10, cut: "bold", leading: 1.3 }).marks;
};

const ask = (kit: Kit): Marks => {
  const { tel, hours } = kit.edition.society.contact;
  const end = right.x + right.width;
  const phone = { size: 13, cut: "bold", leading: 1.3 } as const;
  const text = `${say.labels.tel} ${tel}`;
  const width = right.width - kit.widthOf(text, phone) - 4;
  return [
    line([right.x, 117.6], [end, 117.6], { ink: inks.hair, width: 0.25 }),
    ...setLines(
      [say.labels.ask],
      { x: right.x, y: 119.4 },
      { size: 8.5, cut: "bold", leading: 1.5 },
    ).marks,
    ...fitted(
      kit,
      hours.ja,
      { x: right.x, y: 124.2, width, height: 8.6 },
      { size: 8.2, leading: 1.45, isOurs: true },
    ).marks,
    ...aligned(kit, text, { x: end, y: 125, share: 1 }, phone).marks,
  ];
};

const stepsPanel = (kit: Kit): Marks => {
  const beside = { x: code.x + code.width + 5, width: right.width - code.width - 8.5 };
  const scan = paragraph(
    kit,
    say.labels.scanBeside,
    { ...beside, y: 11.5 },
    { size: 8.5, leading: 1.55 },
  );
  const address = paragraph(
    kit,
    `${say.labels.address}。`,
    { ...beside, y: scan.bottom + 1 },
    { size: 8.5, leading: 1.55 },
  );
  return [
    qrCode(kit.edition.origin, code),
    ...scan.marks,
    ...address.marks,
    ...fitted(
      kit,
      kit.edition.origin,
      { ...right, y: 41.5, height: 7.5 },
      { size: 14, cut: "bold", leading: 1.3, oneLineFrom: 9, stands: "middle" },
    ).marks,
    ...setLines([say.labels.how], { x: right.x, y: 52.5 }, { size: 12, cut: "bold", leading: 1.3 })
      .marks,
    ...stepsDown(kit, say.steps(kit.edition, "いちばん下の"), {
      at: { ...right, y: 59.8 },
      look: { title: 10.5, text: 8.8, radius: 3 },
      gap: 1.7,
    }).marks,
    ...englishLine({ x: right.x, y: 111, size: 8 }),
    ...ask(kit),
    ...insurer(kit),
  ];
};

export const inside = (kit: Kit, title: string): Marks => [
  ...letterPanel(kit, title),
  ...signature(kit),
  ...stepsPanel(kit),
];

export const keysInside = (kit: Kit, letter: Letter): Marks => [
  ...keysOf(kit, letter, keysAt),
  ...usable(kit, letter, { x: left.x, y: 105, setting: { size: 10, leading: 1.5 }, rest: "" }),
];
