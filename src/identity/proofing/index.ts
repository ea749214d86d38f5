export { birthDate, type Claim, claimFields } from "./fields.ts";
export { isSamePerson, spokenKana } from "./rules.ts";
export { claimLabels, proofMessages } from "./text.ts";
export { ClaimFields } from "./views/claim-fields.tsx";
