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
  qrCode,
  say,
  stepsDown,
  usable,
} from "../parts/index.ts";
import type { Letter } from "../types.ts";

// Millimetres, on an upright card of 100 × 148.
const column = { x: 8, width: 84 } as const;
const right = column.x + column.width;
const frame = { ...column, y: 39.6, height: 33 } as const;
const divider = right - 29;
const keysAt = {
  x: frame.x + 3.6,
  idLabel: 46.1,
  passwordLabel: 59.7,
  drop: 7.6,
  label: 8.5,
  size: 18.5,
} as const;
const under = frame.y + frame.height;
const small = { size: 7.5, leading: 1.45 } as const;

const keysBox = (kit: Kit): Marks => [
  line([divider, frame.y], [divider, under], { ink: inks.hair, width: 0.2 }),
  ...keyLabels(keysAt),
  qrCode(kit.edition.origin, { x: divider + 4.25, y: frame.y + 4, width: 20.5 }),
  ...aligned(
    kit,
    say.labels.scan[1],
    { x: divider + 14.5, y: frame.y + 28, share: 0.5 },
    { size: 7, leading: 1.4 },
  ).marks,
  box(frame, { line: { ink: inks.black, width: 0.4 } }, 2),
];

const head = (kit: Kit, title: string): Marks => [
  ...brandMark(kit, { x: column.x, y: 6, side: 6.4 }),
  ...fitted(
    kit,
    kit.edition.society.name.ja,
    { x: column.x + 8.4, y: 6, width: 52, height: 6.4 },
    { size: 9, cut: "bold", leading: 1.2, oneLineFrom: 6.5, stands: "middle" },
  ).marks,
  ...aligned(
    kit,
    say.dayOf(kit.edition.issuedOn),
    { x: right, y: 7.4, share: 1 },
    { size: 7.5, leading: 1.4 },
  ).marks,
  ...heading(kit, title, { ...column, y: 14, size: 14 }),
  ...paragraph(
    kit,
    say.lead(kit.edition).join(""),
    { ...column, y: 23.9 },
    { size: 8.2, leading: 1.6 },
  ).marks,
];

const body = (kit: Kit): Marks => {
  const typing = list(kit, say.typing, { at: { ...column, y: under + 5.6 }, setting: small });
  const [first, ...rest] = say.steps(kit.edition, "資格確認書などにある8桁の");
  const look = { title: 9, text: 7.8, radius: 2.2 };
  const open = stepsDown(kit, first ? [first] : [], {
    at: { ...column, y: typing.bottom + 1.8 },
    look,
    gap: 0,
  });
  const addressAt = {
    x: column.x + look.radius * 2 + 2,
    y: open.bottom,
    width: column.width - look.radius * 2 - 2,
  };
  const address = fitted(
    kit,
    kit.edition.origin,
    { ...addressAt, height: 5.4 },
    { size: 11.5, cut: "bold", leading: 1.25, oneLineFrom: 7, stands: "middle" },
  );
  const steps = stepsDown(kit, rest, {
    at: { ...column, y: open.bottom + 6.6 },
    look,
    gap: 0.9,
    from: 2,
  });
  const care = list(kit, [say.care.open, say.care.neverAskedShort], {
    at: { ...column, y: steps.bottom + 1.6 },
    setting: small,
  });
  return [
    ...typing.marks,
    ...open.marks,
    ...address.marks,
    ...steps.marks,
    ...care.marks,
    ...englishLine({ x: column.x, y: care.bottom + 0.6, size: 7.2 }),
  ];
};

export const message = (kit: Kit, title: string): Marks => [
  ...head(kit, title),
  ...keysBox(kit),
  ...body(kit),
];

export const messageOf = (kit: Kit, letter: Letter): Marks => [
  ...keysOf(kit, letter, keysAt),
  ...usable(kit, letter, {
    ...{ x: column.x, y: under + 1.6, rest: say.endsWithUse },
    setting: { size: 7.8, leading: 1.4 },
  }),
];
