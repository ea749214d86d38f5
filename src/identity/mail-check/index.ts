export { isCode, type Minted, mintCheck } from "./mint.ts";
export {
  codeTries,
  judgeCode,
  judgePress,
  mailsADay,
  type Pressed,
  resendFrom,
  type SentCheck,
  sendRefused,
} from "./rules.ts";
export { sendCheck } from "./send.ts";
export {
  type CheckId,
  checkById,
  checkByToken,
  checksOf,
  confirmCheck,
  countWrongCode,
  type KeptCheck,
  linkKind,
  newestCheck,
  sweepChecks,
} from "./store.ts";
