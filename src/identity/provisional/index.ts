export type { Means } from "./batch.ts";
export { isMailed } from "./brought/activate.ts";
export { type BroughtOver, bringLetters } from "./brought/bring.ts";
export type { Brought, Counts as BroughtCounts, Renamed } from "./brought/types.ts";
export { countLetters, type Issued, issueLetters } from "./issue.ts";
export { type ListFile, openListFile } from "./list-file.ts";
export { foldPrinted, isIssuedId } from "./secrets.ts";
export { holdIssueLock, sweepPrepared } from "./store.ts";
export type { BatchId, Recipients, RenamedBecause } from "./types.ts";
