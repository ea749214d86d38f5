export { type Assertion, type StoredPasskey, verifyAssertion } from "./assertion.ts";
export { algorithms, type NewPasskey, verifyAttestation } from "./attestation.ts";
export type { Expected, PasskeyFault } from "./faults.ts";
