import { box, line, point } from "../paper/index.ts";
import type { Box } from "../paper/types.ts";
import {
  fitted,
  inks,
  type Kit,
  type Marks,
  say,
  setLines,
  workplaceName,
} from "../parts/index.ts";
import type { Cover } from "../types.ts";
import { words } from "./words.ts";

/** Where the facts of a bundle stand, and how large. */
export type FactsAt = Box & { /** Of the labels, points. */ readonly size: number };

const rowsOf = (at: FactsAt) => {
  const count = at.height * 0.44;
  const row = (at.height - count) / 2;
  const inner = at.size * 0.5;
  const label = at.size * 2.2;
  return {
    ...{ inner, row, count, values: at.x + inner + label },
    tops: [at.y, at.y + count, at.y + count + row] as const,
  };
};

const middleOf = (top: number, height: number, size: number) =>
  top + (height - (size * 1.5) / point) / 2;

/** The frame with its labels. */
export const factsFrame = (kit: Kit, at: FactsAt): Marks => {
  const { inner, row, count, tops, values } = rowsOf(at);
  const label = { size: at.size, cut: "bold", leading: 1.5 } as const;
  const y = (i: 0 | 1 | 2) => middleOf(tops[i], i === 0 ? count : row, at.size);
  return [
    box(at, { line: { ink: inks.black, width: 0.5 } }, 3),
    ...tops
      .slice(1)
      .map((top) => line([at.x, top], [at.x + at.width, top], { ink: inks.hair, width: 0.25 })),
    ...setLines([words.count], { x: at.x + inner, y: y(0) }, label).marks,
    ...setLines([words.references], { x: at.x + inner, y: y(1) }, label).marks,
    ...setLines([words.issuedOn], { x: at.x + inner, y: y(2) }, label).marks,
    ...setLines(
      [say.dayOf(kit.edition.issuedOn)],
      { x: values, y: y(2) },
      { size: at.size, leading: 1.5 },
    ).marks,
  ];
};

/** How many letters, and which. */
export const factsOf = (kit: Kit, cover: Cover, at: FactsAt): Marks => {
  const { inner, row, count, tops, values } = rowsOf(at);
  const width = at.x + at.width - inner - values;
  const { firstReference: from, lastReference: to } = cover;
  const references = from === to ? from : `${from} から ${to} まで`;
  return [
    ...fitted(
      kit,
      `${cover.count} ${words.letters}`,
      { x: values, y: tops[0], width, height: count },
      { size: at.size * 2.4, cut: "bold", leading: 1.2, oneLineFrom: at.size, stands: "middle" },
    ).marks,
    ...fitted(
      kit,
      references,
      { x: values, y: tops[1], width, height: row },
      { size: at.size * 1.15, leading: 1.2, oneLineFrom: at.size * 0.6, stands: "middle" },
    ).marks,
  ];
};

/** The workplace, and whom the bundle is for. */
export const addressedTo = (
  kit: Kit,
  { workplace }: Cover,
  at: Box & { readonly size: number },
): Marks => {
  const { code } = workplace;
  const name = workplaceName(workplace) ?? words.noWorkplace;
  const below = at.y + at.height * 0.5;
  const shown = code !== null && code !== name ? `${words.workplaceCode} ${code}` : null;
  const small = at.size * 0.6;
  return [
    ...fitted(
      kit,
      name,
      { ...at, height: at.height * 0.5 },
      { size: at.size, cut: "bold", leading: 1.3, oneLineFrom: at.size * 0.65, stands: "bottom" },
    ).marks,
    ...(shown === null
      ? []
      : fitted(
          kit,
          shown,
          { ...at, y: below, height: at.height * 0.22 },
          { size: small, leading: 1.4, oneLineFrom: small * 0.6 },
        ).marks),
    ...setLines(
      [words.to],
      { x: at.x, y: at.y + at.height * (shown === null ? 0.56 : 0.76) },
      { size: at.size * 0.75, leading: 1.3 },
    ).marks,
  ];
};
