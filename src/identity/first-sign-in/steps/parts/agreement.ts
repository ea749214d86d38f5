import { type Field, oneOf } from "../../../../flow/index.ts";
import { termsOf } from "../../../../guidance/index.ts";
import { ok, type Refusal, refuse } from "../../../../kernel/result.ts";
import type { Society } from "../../../../society/types.ts";

/** Which terms the page showed, and what was answered. */
export const agreementFields = {
  terms: oneOf(["agree", "disagree"]),
  edition: ((typed) => ok(typed)) satisfies Field<string>,
};

/** Nobody agrees to what they were not shown: refuses when the terms are others by now. */
export const notAsShown = (society: Society, edition: string): Refusal | null =>
  edition === termsOf(society).version ? null : refuse("terms-changed");
