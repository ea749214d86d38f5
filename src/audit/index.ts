export { originOf } from "./origin.ts";
export { type Exported, exportFacts, type Period } from "./seals/export.ts";
export { type Pruned, pruneFacts } from "./seals/pruning/prune.ts";
export {
  type AuditStanding,
  auditStanding,
  beginAuditEra,
  type Reads,
  readAuditStanding,
  rootOfSeal,
} from "./seals/store.ts";
export type { Head, Problem } from "./seals/types.ts";
export { type ChainReport, verifyChain } from "./seals/verify.ts";
export { type Witnessed, witnessChain } from "./seals/witness.ts";
export { type SealingReport, startSealing } from "./seals/worker.ts";
export { recordFacts } from "./store.ts";
export type { Actor, Fact, Origin } from "./types.ts";
