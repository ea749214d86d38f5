import { box, line } from "../paper/index.ts";
import {
  aligned,
  column,
  inks,
  type Kit,
  keyLabels,
  keysOf,
  type Marks,
  qrCode,
  say,
  setLines,
  usable,
} from "../parts/index.ts";
import type { Letter } from "../types.ts";

const frame = { ...column, y: 103.5, height: 73 } as const;
const right = frame.x + frame.width;
const code = { x: right - 23 - 14, y: frame.y + 5.8, width: 28 } as const;
const keysAt = {
  x: frame.x + 7,
  idLabel: 111.4,
  passwordLabel: 135.8,
  drop: 13,
  label: 12,
  size: 32,
} as const;
const small = { size: 10, leading: 1.5 } as const;
const smallY = frame.y + 51;

/** The frame of the secrets with all that is the same on every letter. */
export const keysBox = (kit: Kit): Marks => [
  line([frame.x, smallY], [right, smallY], { ink: inks.hair, width: 0.25 }),
  line([right - 46, frame.y], [right - 46, smallY], { ink: inks.hair, width: 0.25 }),
  ...keyLabels(keysAt),
  qrCode(kit.edition.origin, code),
  ...say.labels.scan.flatMap(
    (words, i) =>
      aligned(
        kit,
        words,
        { x: right - 23, y: frame.y + 38.9 + i * 4.6, share: 0.5 },
        { size: 9.5, leading: 1.37 },
      ).marks,
  ),
  ...setLines(say.typing, { x: keysAt.x, y: smallY + 3 }, small).marks,
  box(frame, { line: { ink: inks.black, width: 0.5 } }, 3),
];

export const keysIn = (kit: Kit, letter: Letter): Marks => [
  ...keysOf(kit, letter, keysAt),
  ...usable(kit, letter, {
    x: keysAt.x,
    y: smallY + 3 + 10.6,
    setting: small,
    rest: say.endsWithUse,
  }),
];
