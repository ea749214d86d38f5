export { lockAccount, type Stopped } from "./lock.ts";
export { locksOf } from "./locks.ts";
export { isLocked, type Locked, type Locks, lockedNow } from "./rules.ts";
export type { Order } from "./types.ts";
export { type Lifted, unlockMember } from "./unlock.ts";
