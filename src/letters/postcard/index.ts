import { postcardCover } from "../cover/index.ts";
import { addressOf, addressSide, type Design, type Kit, postcard } from "../parts/index.ts";
import { message, messageOf } from "./message.ts";

/** ハガキ: the address on one side, everything else on the other, open to whoever holds it. */
export const postcardDesign =
  (title: string) =>
  (kit: Kit): Design => ({
    size: postcard,
    letter: [
      { common: addressSide(kit, 0), own: (letter) => addressOf(kit, letter, 0) },
      { common: message(kit, title), own: (letter) => messageOf(kit, letter) },
    ],
    cover: postcardCover(kit, title),
  });
