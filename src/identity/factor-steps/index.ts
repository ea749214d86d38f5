import type { AnyStep } from "../../flow/index.ts";
import { enrolStep } from "./enrol.tsx";
import { methodStep } from "./method.tsx";
import { recoveryCodesStep } from "./recovery-codes.tsx";
import type { FactorParts, WithFactor } from "./types.ts";
import { verifyStep } from "./verify/verify.tsx";

export { againstMade, enrolmentChanges } from "./changes.ts";
export { codesFileRoute } from "./codes-file.ts";
export { factorDid, factorRefused } from "./facts.ts";
export {
  addedMails,
  type FactorChange,
  factorChangeMails,
  factorLabel,
} from "./mail/changed.ts";
export { factorLockMail } from "./mail/locked.ts";
export { offeredIn } from "./method.tsx";
export {
  amrOf,
  enrolmentPlan,
  enrolmentSteps,
  factorPlan,
  factorTries,
  madeFactor,
  refusalsOfFlow,
  verify,
} from "./plan.ts";
export { factorTitles } from "./text/factor-text.ts";
export { insteadOfWaiting } from "./text/locked-text.ts";
export { factorWording } from "./text/wording.ts";
export {
  type FactorParts,
  type FactorState,
  type Framed,
  noFactorYet,
  type Question,
  type WithFactor,
} from "./types.ts";
export { firstQuestion, type Put, putQuestion } from "./verify/ask.ts";

/** To ask for what is enrolled, and to enrol: for any flow whose state has them. */
export const factorSteps = <State extends WithFactor>(
  parts: FactorParts<State>,
): readonly AnyStep<State>[] => [
  verifyStep(parts),
  methodStep(parts),
  enrolStep(parts),
  recoveryCodesStep(parts),
];
