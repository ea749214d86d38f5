export { passkeyMethod } from "./method.ts";
export { type Challenge, getOptions, newChallenge } from "./question.ts";
export { notePasskeyUsed } from "./store.ts";
export {
  type PasskeyFault,
  readAssertion,
  type StoredPasskey,
  verifyAssertion,
} from "./verify/index.ts";
export { PasskeyScript } from "./views/script.tsx";
