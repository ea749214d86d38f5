export { type Assertion, type StoredPasskey, verifyAssertion } from "./assertion.ts";
export { algorithms, type NewPasskey, verifyAttestation } from "./attestation.ts";
export { type Expected, type PasskeyFault, warmUp } from "./faults.ts";
export { readAssertion, readAttestation } from "./response.ts";
