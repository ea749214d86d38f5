export { adultAge, bornBy, isAdult, isCovered } from "./rules.ts";
export { type Members, membersOf } from "./store.ts";
export type { Eligibility, Member, MemberKey } from "./types.ts";
