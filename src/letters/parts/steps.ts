import { disc, point } from "../paper/index.ts";
import { aligned, type Block, paragraph, setLines } from "./block.ts";
import { black, white } from "./inks.ts";
import type { Kit, Marks } from "./types.ts";
import type { Advice } from "./words.ts";

export type StepsLook = {
  /** Points: of a step's title and of its text. */
  readonly title: number;
  readonly text: number;
  /** Of the number's disc, mm. */
  readonly radius: number;
};

type At = { readonly x: number; readonly y: number; readonly width: number };

const numbered = (
  kit: Kit,
  n: number,
  { x, y, radius }: { x: number; y: number; radius: number },
): Marks => {
  const size = radius * 3.2;
  const height = (size * 1.2) / point;
  return [
    disc(x + radius, y + radius, radius, { fill: black }),
    ...aligned(
      kit,
      `${n}`,
      { x: x + radius, y: y + radius - height / 2, share: 0.5 },
      { size, cut: "bold", ink: white, leading: 1.2 },
    ).marks,
  ];
};

const heading = (
  kit: Kit,
  n: number,
  { at, look, title }: { at: At; look: StepsLook; title: string },
): Marks => {
  const { radius } = look;
  const indent = radius * 2 + 2;
  const height = (look.title * 1.3) / point;
  return [
    ...numbered(kit, n, { ...at, radius }),
    ...setLines(
      [title],
      { x: at.x + indent, y: at.y + radius - height / 2 },
      { size: look.title, cut: "bold", leading: 1.3 },
    ).marks,
  ];
};

/** Steps beside each other. */
export const stepsAcross = (
  kit: Kit,
  steps: readonly Advice[],
  { at, look, gap }: { at: At; look: StepsLook; gap: number },
): Block => {
  const width = (at.width - gap * (steps.length - 1)) / steps.length;
  const blocks = steps.map(({ title, text }, i) => {
    const here = { x: at.x + i * (width + gap), y: at.y, width };
    const body = paragraph(
      kit,
      text,
      { ...here, y: at.y + look.radius * 2 + 1.6 },
      { size: look.text, leading: 1.6 },
    );
    return {
      marks: [...heading(kit, i + 1, { at: here, look, title }), ...body.marks],
      bottom: body.bottom,
    };
  });
  return {
    marks: blocks.flatMap(({ marks }) => marks),
    bottom: Math.max(...blocks.map(({ bottom }) => bottom)),
  };
};

/** Steps under each other. */
export const stepsDown = (
  kit: Kit,
  steps: readonly Advice[],
  { at, look, gap, from = 1 }: { at: At; look: StepsLook; gap: number; from?: number },
): Block => {
  const indent = look.radius * 2 + 2;
  return steps.reduce<Block>(
    ({ marks, bottom }, { title, text }, i) => {
      const here = { ...at, y: bottom + (i === 0 ? 0 : gap) };
      const body = paragraph(
        kit,
        text,
        { x: at.x + indent, y: here.y + look.radius * 2 + 0.2, width: at.width - indent },
        { size: look.text, leading: 1.5 },
      );
      return {
        marks: [...marks, ...heading(kit, i + from, { at: here, look, title }), ...body.marks],
        bottom: body.bottom,
      };
    },
    { marks: [], bottom: at.y },
  );
};
