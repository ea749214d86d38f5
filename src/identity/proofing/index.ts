export { birthDate, type Claim, claimFields, shownClaim } from "./fields.ts";
export { isSamePerson, spokenKana } from "./rules.ts";
export { claimLabels, proofMessages } from "./text.ts";
export { ClaimFields } from "./views/claim-fields.tsx";
