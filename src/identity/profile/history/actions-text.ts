import type { InBoth } from "../../../society/types.ts";
import { accountActions } from "./actions/account-text.ts";
import { both } from "./actions/both.ts";
import { proofActions } from "./actions/proof-text.ts";
import { societyActions } from "./actions/society-text.ts";

/**
 * What was done, for the one whose data it is. A test compares with the actions that the product
 * writes; one that is not here reads as `someAction`.
 */
export const actionWords: Readonly<Record<string, InBoth>> = {
  ...accountActions,
  ...proofActions,
  ...societyActions,
};

/** Of a newer version, or of a part that is not here any more: true, and no more than it knows. */
export const someAction: InBoth = both(
  "あなたの情報についての記録です",
  "Something about your information was recorded",
);
