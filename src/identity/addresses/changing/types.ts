import type { AccountId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import type { Addresses, Which } from "../rules.ts";
import type { Done } from "../types.ts";

/** What is known of who changes an address; sealed in the flow's row. */
export type State = {
  readonly accountId: AccountId;
  readonly initials: string;
  readonly which: Which;
  /** As they were when this began: with others since, this leads nowhere. */
  readonly before: Addresses;
  readonly passwordChangedAt: Instant;
  /** As typed; null: not yet. */
  readonly email: string | null;
  /** By what the mail was shown to have been received. */
  readonly provedBy: "code" | "button" | null;
  /** After the end: what the page says of it. */
  readonly done: Done | null;
};
