import { sealedCover } from "../cover/index.ts";
import { addressOf, addressSide, type Design, type Kit, postcard } from "../parts/index.ts";
import { back } from "./back.ts";
import { inside, keysInside } from "./inside.ts";

/**
 * 圧着はがき: a sheet of two postcards, folded once and pressed together. Outside the address (right)
 * and how to open it (left), inside everything that is nobody else's business.
 */
export const sealedPostcard =
  (title: string) =>
  (kit: Kit): Design => ({
    size: { width: 2 * postcard.width, height: postcard.height },
    letter: [
      {
        common: [...addressSide(kit, postcard.width), ...back(kit)],
        own: (letter) => addressOf(kit, letter, postcard.width),
      },
      { common: inside(kit, title), own: (letter) => keysInside(kit, letter) },
    ],
    cover: sealedCover(kit, title),
  });
