import type { ServiceName } from "../types.ts";

/** Every service tile, in the order in which a home page shows them by default. */
export const serviceNames = [
  "medical-costs",
  "eligibility-notice",
  "eligibility-certificate",
  "prescriptions",
  "checkups",
  "applications",
  "checkup-booking",
  "dependent-review",
  "travel",
] as const satisfies readonly ServiceName[];

/** Those whose records change and can be told of by mail (D, Q18). */
export const updateMailServices = [
  "eligibility-certificate",
  "eligibility-notice",
  "medical-costs",
  "prescriptions",
  "applications",
  "checkups",
] as const satisfies readonly ServiceName[];
