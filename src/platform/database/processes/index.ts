export { checkClock, measureClock } from "./clock.ts";
export { beatMs, goneMs, type Joining, join } from "./join.ts";
export type { Holder, Membership, ProcessId, ProcessKind } from "./types.ts";
