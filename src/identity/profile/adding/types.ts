import type { Instant } from "../../../kernel/time.ts";
import type { FactorState } from "../../factor-steps/index.ts";
import type { Owner } from "../../methods/index.ts";
import type { Done } from "../notice.ts";

/** What is known of who adds something; sealed in the flow's row. */
export type State = {
  readonly owner: Owner;
  readonly factor: FactorState;
  /** `chosen`: by the pulldown, and to become the active one. `codes`: recovery codes alone. */
  readonly purpose: "any" | "chosen" | "codes";
  /** Of the account when this began: with another password since, this leads nowhere. */
  readonly passwordChangedAt: Instant;
  /** After the end: what the profile says of it. */
  readonly done: Done | null;
  /** After the end: the session has another token. */
  readonly isRenewed: boolean;
};
