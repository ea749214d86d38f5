export { isCode, type Minted, mintCheck } from "./mint.ts";
export {
  codeTries,
  judgeCode,
  judgePress,
  type Pressed,
  resendFrom,
  sendRefused,
} from "./rules.ts";
export { sendCheck } from "./send.ts";
export {
  type ChecksOfLetter,
  checkById,
  checkByToken,
  checksOf,
  confirmCheck,
  countWrongCode,
  type KeptCheck,
  linkKind,
  newestCheck,
} from "./store.ts";
