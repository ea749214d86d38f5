import { enrolmentPlan } from "../../factor-steps/index.ts";
import type { State } from "./types.ts";

/** What was chosen before is not asked; codes alone are one page. */
export const addingPlan = ({ purpose, factor }: State): readonly string[] => {
  if (purpose === "codes") return ["recovery-codes"];
  const all = enrolmentPlan(factor);
  return purpose === "chosen" ? all.filter((step) => step !== "method") : all;
};
