export {
  type Assertion,
  type PasskeyFault,
  type StoredPasskey,
  verifyAssertion,
} from "./verify/index.ts";
