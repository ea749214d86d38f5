export { isCode, type Minted, mintCheck } from "./mint.ts";
export { type PressFound, pressRoutes } from "./pressing.tsx";
export {
  codeTries,
  judgeCode,
  judgePress,
  type Pressed,
  resendFrom,
  sendRefused,
} from "./rules.ts";
export { keepCheck, sendCheck } from "./send.ts";
export {
  type CheckCounts,
  type ChecksOfLetter,
  checkById,
  checkByToken,
  checksOf,
  confirmCheck,
  countChecks,
  countWrongCode,
  type KeptCheck,
  linkKind,
  newestCheck,
} from "./store.ts";
export { type Waiting, waitingIn } from "./text/waiting-text.ts";
export { CodeForm } from "./views/code-form.tsx";
export { Missing } from "./views/missing.tsx";
export { NotYet } from "./views/not-yet.tsx";
export {
  PressPage,
  type PressResult,
  PressResultPage,
  type PressWords,
} from "./views/press-pages.tsx";
export { Resend } from "./views/resend.tsx";
