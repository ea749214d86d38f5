export { findInquiry, noteInquiry } from "./find.ts";
export { answeredHours, askedSince, readNumber } from "./rules.ts";
export { type State, stateOf } from "./state/state.ts";
export type { Found } from "./types.ts";
