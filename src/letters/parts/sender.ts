import { type Box, box, point } from "../paper/index.ts";
import { aligned, type Block, fitted } from "./block.ts";
import { soft, white } from "./inks.ts";
import type { Kit, Marks } from "./types.ts";

/** The society's sign: white on its colour. @param side mm */
export const brandMark = (
  kit: Kit,
  { x, y, side }: { x: number; y: number; side: number },
): Marks => {
  const { colour, mark } = kit.edition.society.brand;
  // two characters, where a society has them, share the square
  const size = ((side * point) / Math.max(1, kit.widthOf(mark, { size: point }))) * 0.62;
  const setting = { size, cut: "bold", ink: white, leading: 1 } as const;
  const height = size / point;
  return [
    box({ x, y, width: side, height: side }, { fill: colour }, side * 0.27),
    ...aligned(kit, mark, { x: x + side / 2, y: y + (side - height) / 2, share: 0.5 }, setting)
      .marks,
  ];
};

export type SenderAt = Box & {
  /** Points: of the name, and of what stands under it. */
  readonly name: number;
  readonly small: number;
};

/** Sign, name and, where known, the address to which undeliverable letters return. */
export const sender = (kit: Kit, { name, small, ...at }: SenderAt): Block => {
  const { society } = kit.edition;
  const side = (name * 2.1) / point;
  const indent = side + 2.4;
  const nameBox = { x: at.x + indent, y: at.y, width: at.width - indent, height: side };
  const { postalAddress } = society.contact;
  const under = { x: at.x, y: at.y + side + 1.2, width: at.width, height: at.height - side - 1.2 };
  const address = postalAddress
    ? fitted(kit, `〒${postalAddress.postalCode} ${postalAddress.address}`, under, {
        size: small,
        leading: 1.5,
        oneLineFrom: small * 0.9,
        ink: soft,
      })
    : { marks: [], bottom: under.y };
  return {
    marks: [
      ...brandMark(kit, { x: at.x, y: at.y, side }),
      ...fitted(kit, society.name.ja, nameBox, {
        size: name,
        cut: "bold",
        leading: 1.25,
        oneLineFrom: name * 0.85,
        stands: "middle",
      }).marks,
      ...address.marks,
    ],
    bottom: address.bottom,
  };
};
