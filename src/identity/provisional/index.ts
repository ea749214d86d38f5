export type { Means } from "./batch.ts";
export { countLetters, type Issued, issueLetters } from "./issue.ts";
export { type ListFile, openListFile } from "./list-file.ts";
export { foldPrinted, isIssuedId } from "./secrets.ts";
export { holdIssueLock } from "./store.ts";
export type { BatchId, Recipients } from "./types.ts";
