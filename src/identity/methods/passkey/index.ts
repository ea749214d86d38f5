export { passkeyMethod } from "./method.ts";
export { type Challenge, getOptions, isExpired, newChallenge } from "./question.ts";
export { type FoundPasskey, notePasskeyUsed, passkeyNamed } from "./store.ts";
export {
  type Assertion,
  type PasskeyFault,
  readAssertion,
  type StoredPasskey,
  verifyAssertion,
  warmUp,
} from "./verify/index.ts";
export { PasskeyScript } from "./views/script.tsx";
export { Absent as PasskeyAbsent, Failed as PasskeyFailed } from "./views/trouble.tsx";
