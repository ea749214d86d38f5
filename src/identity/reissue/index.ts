export { findPerson, type Whom } from "./person.ts";
export { type Reissued, reissueLetter } from "./reissue.ts";
export { judgeReason, refusalFor } from "./rules.ts";
export type { Person } from "./types.ts";
