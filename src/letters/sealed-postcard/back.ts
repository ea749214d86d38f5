import { box } from "../paper/index.ts";
import type { Shape } from "../paper/types.ts";
import {
  aligned,
  brandMark,
  inks,
  type Kit,
  list,
  type Marks,
  postcard,
  say,
  setLines,
} from "../parts/index.ts";

const middle = postcard.width / 2;
const frame = { x: 12, y: 80, width: 76, height: 46 } as const;

/** Points to the edge at which the two sides come apart: the fold is at the other. */
const arrow = ({ x, y }: { readonly x: number; readonly y: number }): Shape => ({
  kind: "shape",
  steps: [
    ["M", x, y],
    ["L", x + 5, y - 4],
    ["L", x + 5, y - 1.5],
    ["L", x + 15, y - 1.5],
    ["L", x + 15, y + 1.5],
    ["L", x + 5, y + 1.5],
    ["L", x + 5, y + 4],
    ["Z"],
  ],
  fill: inks.black,
});

/** The back of a sealed postcard: whose it is, and how it is opened. No secret, no name. */
export const back = (kit: Kit): Marks => [
  ...brandMark(kit, { x: middle - 9, y: 22, side: 18 }),
  ...aligned(
    kit,
    say.opening.title,
    { x: middle, y: 47, share: 0.5 },
    { size: 15, cut: "bold", leading: 1.4 },
  ).marks,
  ...aligned(
    kit,
    say.labels.confidential,
    { x: middle, y: 57.5, share: 0.5 },
    { size: 11, cut: "bold", leading: 1.4, tracking: 0.6 },
  ).marks,
  box(frame, { line: { ink: inks.hair, width: 0.25 } }, 2.5),
  arrow({ x: frame.x + 4, y: frame.y + 9.5 }),
  ...setLines(
    [say.opening.here],
    { x: frame.x + 21, y: frame.y + 6.4 },
    { size: 9.5, cut: "bold", leading: 1.8 },
  ).marks,
  ...list(kit, say.opening.notes, {
    at: { x: frame.x + 5, y: frame.y + 18, width: frame.width - 10 },
    setting: { size: 9, leading: 1.65 },
  }).marks,
];
