import { point, type Words } from "../paper/index.ts";
import type { Letter } from "../types.ts";
import { type Setting, setLines } from "./block.ts";
import type { Kit, Marks } from "./types.ts";
import { labels, usableUntil } from "./words.ts";

/** 13 digits as 4, 4 and 5. */
const idGroups = (issuedId: string): readonly string[] => [
  issuedId.slice(0, 4),
  issuedId.slice(4, 8),
  issuedId.slice(8),
];

export type KeysAt = {
  readonly x: number;
  /** Baselines of the two labels, mm. */
  readonly idLabel: number;
  readonly passwordLabel: number;
  /** From a label's baseline to its secret's, mm. */
  readonly drop: number;
  /** Points. */
  readonly label: number;
  readonly size: number;
};

export const keyLabels = ({ x, idLabel, passwordLabel, label }: KeysAt): Marks => [
  { kind: "words", x, y: idLabel, size: label, cut: "bold", text: labels.issuedId },
  { kind: "words", x, y: passwordLabel, size: label, cut: "bold", text: labels.password },
];

const gap = 0.5;

const inGroups = (kit: Kit, groups: readonly string[], at: Omit<Words, "kind" | "text">): Marks => {
  const step = (text: string) => kit.widthOf(text, at) + (gap * at.size) / point;
  return groups.map((text, i) => ({
    ...at,
    kind: "words",
    x: groups.slice(0, i).reduce((x, before) => x + step(before), at.x),
    text,
  }));
};

/** The secrets in groups, as large as they are read most surely. */
export const keysOf = (kit: Kit, { issuedId, password }: Letter, at: KeysAt): Marks => {
  const { x, idLabel, passwordLabel, drop, size } = at;
  const style = { x, size, cut: "bold" } as const;
  return [
    ...inGroups(kit, idGroups(issuedId), { ...style, y: idLabel + drop }),
    ...inGroups(kit, password.split("-"), { ...style, y: passwordLabel + drop }),
  ];
};

/** Until when it works: the day in bold. */
export const usable = (
  kit: Kit,
  { lastDay }: Letter,
  {
    setting,
    rest,
    ...at
  }: { readonly x: number; readonly y: number; readonly setting: Setting; readonly rest: string },
): Marks => {
  const day = usableUntil.day(lastDay);
  const bold = { ...setting, cut: "bold" } as const;
  return [
    ...setLines([day], at, bold).marks,
    ...setLines(
      [usableUntil.rest + rest],
      { ...at, x: at.x + kit.widthOf(day, bold) + 0.6 },
      setting,
    ).marks,
  ];
};
