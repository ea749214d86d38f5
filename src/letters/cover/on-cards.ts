import {
  aligned,
  fitted,
  heading,
  type Kit,
  type Marks,
  paragraph,
  postcard,
  type Side,
  say,
  sender,
  setLines,
  stepsDown,
} from "../parts/index.ts";
import type { Cover } from "../types.ts";
import { addressedTo, factsFrame, factsOf } from "./facts.ts";
import { requests, titleOf, words } from "./words.ts";

const margin = 9;
const width = postcard.width - 2 * margin;

type Panel = { readonly x: number };

const factsAt = ({ x }: Panel) => ({ x: x + margin, y: 72, width, height: 34, size: 9 });

const bundle = (kit: Kit, title: string, panel: Panel): Marks => {
  const at = { x: panel.x + margin, width };
  return [
    ...heading(kit, titleOf(title), { ...at, y: 50, size: 11.5 }),
    ...paragraph(kit, words.lead, { ...at, y: 59.5 }, { size: 8.5, leading: 1.55 }).marks,
    ...factsFrame(kit, factsAt(panel)),
    ...sender(kit, { ...at, y: 116, height: 20, name: 10.5, small: 8 }).marks,
  ];
};

const bundleOf = (kit: Kit, cover: Cover, panel: Panel): Marks => [
  ...addressedTo(kit, cover, { x: panel.x + margin, y: 10, width, height: 34, size: 14 }),
  ...factsOf(kit, cover, factsAt(panel)),
];

const requested = (kit: Kit, isOpen: boolean, { x }: Panel): Marks => {
  const at = { x: x + margin, width };
  const { tel, hours } = kit.edition.society.contact;
  return [
    ...stepsDown(kit, requests(isOpen), {
      at: { ...at, y: 16 },
      look: { title: 10.5, text: 9.5, radius: 3 },
      gap: 5,
    }).marks,
    ...setLines([say.labels.ask], { x: at.x, y: 118 }, { size: 9, cut: "bold", leading: 1.5 })
      .marks,
    ...fitted(
      kit,
      hours.ja,
      { ...at, y: 123, height: 5 },
      { size: 8, leading: 1.45, oneLineFrom: 6, isOurs: true },
    ).marks,
    ...aligned(
      kit,
      `${say.labels.tel} ${tel}`,
      { x: at.x + width, y: 129, share: 1 },
      { size: 13, cut: "bold", leading: 1.3 },
    ).marks,
  ];
};

/** On the stock of postcards: its second side says what to do. */
export const postcardCover = (kit: Kit, title: string): readonly Side<Cover>[] => [
  { common: bundle(kit, title, { x: 0 }), own: (cover) => bundleOf(kit, cover, { x: 0 }) },
  { common: requested(kit, true, { x: 0 }), own: () => [] },
];

/** On the stock of sealed postcards: all of it outside. */
export const sealedCover = (kit: Kit, title: string): readonly Side<Cover>[] => {
  const right = { x: postcard.width };
  return [
    {
      common: [...bundle(kit, title, right), ...requested(kit, false, { x: 0 })],
      own: (cover) => bundleOf(kit, cover, right),
    },
    { common: [], own: () => [] },
  ];
};
