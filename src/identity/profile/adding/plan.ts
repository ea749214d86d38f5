import { enrolmentPlan } from "../../factor-steps/index.ts";
import type { State } from "./types.ts";

/** Codes alone are one page. */
export const addingPlan = ({ purpose, factor }: State): readonly string[] =>
  purpose === "codes" ? ["recovery-codes"] : enrolmentPlan(factor);
