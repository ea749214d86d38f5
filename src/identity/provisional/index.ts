export type { Means } from "./batch.ts";
export { type BatchReport, reportBatches } from "./batches/store.ts";
export { isMailed } from "./brought/activate.ts";
export { type BroughtOver, bringLetters } from "./brought/bring.ts";
export type { Brought, Counts as BroughtCounts, Renamed } from "./brought/types.ts";
export {
  type Activated,
  type Issue,
  type Issued,
  type IssuingMeans,
  issueLetters,
} from "./issuing/issue.ts";
export { issuingPlaces } from "./issuing/mint.ts";
export {
  type LetterSheet,
  type LetterSink,
  openListSink,
  openTogether,
} from "./issuing/sinks.ts";
export { fetchLetters } from "./kept/fetch.ts";
export { type Fetchable, findKept } from "./kept/find.ts";
export { resealLetters } from "./kept/reseal.ts";
export { type ListFile, openListFile } from "./list-file.ts";
export { readReference, referenceText } from "./printed/reference.ts";
export { foldPrinted, isIssuedId, mintPrinted } from "./printed/secrets.ts";
export { type Order, type PlanningMeans, planLetters } from "./recipients/plan.ts";
export type {
  Finding,
  FindingKind,
  Findings,
  Judge,
  Plan,
  PlanSociety,
  Wanted,
} from "./recipients/types.ts";
export { type Returned, type ReturnProblem, returnLetters } from "./returned/return.ts";
export type { FoundLetter } from "./returned/store.ts";
export { holdIssueLock, passOverNumbers, sweepPrepared } from "./store.ts";
export {
  codePointsOf,
  codes as letterCodes,
  explainLetter,
  type LetterRule,
} from "./text.ts";
export type { BatchId, Holder, RenamedBecause } from "./types.ts";
