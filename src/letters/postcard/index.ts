import { postcardCover } from "../cover/index.ts";
import { box, line } from "../paper/index.ts";
import {
  addressOf,
  addressSide,
  aligned,
  brandMark,
  type Design,
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

const column = { x: 8, width: 84 } as const;
const right = column.x + column.width;
const frame = { ...column, y: 43, height: 37 } as const;
const divider = right - 29;
const keysAt = {
  x: frame.x + 4,
  idLabel: 49.5,
  passwordLabel: 64,
  drop: 8,
  label: 8.5,
  size: 18.5,
} as const;
const small = { size: 7.5, leading: 1.45 } as const;

const keysBox = (kit: Kit): Marks => [
  line([divider, frame.y], [divider, frame.y + frame.height], { ink: inks.hair, width: 0.2 }),
  ...keyLabels(keysAt),
  qrCode(kit.edition.origin, { x: divider + 4, y: frame.y + 4, width: 21 }),
  ...say.labels.scan.flatMap(
    (text, i) =>
      aligned(
        kit,
        text,
        { x: divider + 14.5, y: frame.y + 27.4 + i * 3.5, share: 0.5 },
        { size: 7, leading: 1.4 },
      ).marks,
  ),
  box(frame, { line: { ink: inks.black, width: 0.4 } }, 2),
];

const head = (kit: Kit, title: string): Marks => [
  ...brandMark(kit, { x: column.x, y: 7, side: 6.4 }),
  ...fitted(
    kit,
    kit.edition.society.name.ja,
    { x: column.x + 8.4, y: 7, width: 50, height: 6.4 },
    { size: 9, cut: "bold", leading: 1.2, oneLineFrom: 6.5, stands: "middle" },
  ).marks,
  ...aligned(
    kit,
    say.dayOf(kit.edition.issuedOn),
    { x: right, y: 8.4, share: 1 },
    { size: 7.5, leading: 1.4 },
  ).marks,
  ...heading(kit, title, { ...column, y: 16, size: 14 }),
  ...paragraph(
    kit,
    say.lead(kit.edition).join(""),
    { ...column, y: 26.6 },
    { size: 8.5, leading: 1.6 },
  ).marks,
];

const body = (kit: Kit): Marks => {
  const typing = list(kit, say.typing, {
    at: { ...column, y: frame.y + frame.height + 5.8 },
    setting: small,
  });
  const address = fitted(
    kit,
    kit.edition.origin,
    { ...column, y: typing.bottom + 5, width: column.width, height: 5.2 },
    { size: 11, cut: "bold", leading: 1.25, oneLineFrom: 7, stands: "middle" },
  );
  const steps = stepsDown(kit, say.steps(kit.edition, "資格確認書などにある8桁の"), {
    at: { ...column, y: typing.bottom + 11.6 },
    look: { title: 8.5, text: 7.5, radius: 2.1 },
    gap: 0.8,
  });
  return [
    ...typing.marks,
    ...setLines(
      [`${say.labels.address}。`],
      { x: column.x, y: typing.bottom + 0.9 },
      { size: 7.5, leading: 1.45 },
    ).marks,
    ...address.marks,
    ...steps.marks,
    ...list(kit, [say.care.open, say.care.neverAsked], {
      at: { ...column, y: steps.bottom + 1 },
      setting: small,
    }).marks,
    ...englishLine({ x: column.x, y: 141, size: 7 }),
  ];
};

/** ハガキ: the address on one side, everything else on the other, open to whoever holds it. */
export const postcardDesign =
  (title: string) =>
  (kit: Kit): Design => ({
    size: postcard,
    letter: [
      { common: addressSide(kit, 0), own: (letter) => addressOf(kit, letter, 0) },
      {
        common: [...head(kit, title), ...keysBox(kit), ...body(kit)],
        own: (letter) => [
          ...keysOf(kit, letter, keysAt),
          ...usable(kit, letter, {
            x: column.x,
            y: frame.y + frame.height + 1.6,
            setting: { size: 8.5, leading: 1.4 },
            rest: say.endsWithUse,
          }),
        ],
      },
    ],
    cover: postcardCover(kit, title),
  });
