export { type Added, type AddSociety, addSociety } from "./adding/add-society.ts";
export { sampleRegistry } from "./adding/sample-registry.ts";
export { loadSamples, sampleCodes, sampleDocument } from "./adding/samples.ts";
export { type SocietyDocument, societyFileSchema } from "./document/document.ts";
export { type Problem, problemLine } from "./document/problems.ts";
export { readDocument } from "./document/read.ts";
export { closeSociety, reopenSociety } from "./ending/close.ts";
export { beginErasure, countSociety, eraseLate, eraseSociety } from "./ending/erase.ts";
export type { Basis, Ending } from "./ending/types.ts";
export {
  commonMaintenance,
  maintenanceAt,
  maintenanceWindow,
  restWithin,
  worksUntil,
} from "./maintenance.ts";
export { defaultPolicy, type Policy, policySchema } from "./policy/policy.ts";
export { type Weakness, weakerThanAdvised } from "./policy/policy-rules.ts";
export { type DialRow, policyTable } from "./policy/policy-table.ts";
export { en as policyEn, ja as policyJa } from "./policy/policy-text.ts";
export { openRegistry, policyAt } from "./registry.ts";
export { societyOf } from "./snapshot.ts";
export { countChange, fixRpId, lockDirectory, versionsOf } from "./store.ts";
export type * from "./types.ts";
export { announcedFrom, concerning, objection, type Wish } from "./windows/rules.ts";
export { cancelWindow, insertWindow } from "./windows/store.ts";
export type { MaintenanceState, PlannedWindow, Told, Window, WindowId } from "./windows/types.ts";
