export { passwordGate } from "./gate.ts";
export { hasExpired, passwordEndsAt, warnedEnd } from "./rules.ts";
export { type WarnParts, warnOfExpiry } from "./warn.ts";
