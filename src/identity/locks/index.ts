export { type NoticeParts, tellOwners } from "./notices.ts";
export { sweepTries } from "./store.ts";
