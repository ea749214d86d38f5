export { addressOf, addressSide, postcard } from "./address-side.ts";
export { type Addressee, addresseeOf, workplaceName } from "./addressee.ts";
export {
  aligned,
  type Block,
  fitted,
  lineHeight,
  paragraph,
  type Setting,
  setLines,
} from "./block.ts";
export { list } from "./care.ts";
export * as inks from "./inks.ts";
export { type KeysAt, keyLabels, keysOf, usable } from "./keys.ts";
export { qrCode } from "./qr.ts";
export { brandMark, sender } from "./sender.ts";
export { a4, askBox, column, englishLine, heading, letterhead } from "./sheet.ts";
export { stepsAcross, stepsDown } from "./steps.ts";
export type * from "./types.ts";
export { foldMarks, inWindow, windowOf } from "./window.ts";
export * as say from "./words.ts";
