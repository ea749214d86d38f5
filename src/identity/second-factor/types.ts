import type { FlowServices } from "../../flow/index.ts";
import type { Instant } from "../../kernel/time.ts";
import type { FactorState } from "../factor-steps/index.ts";
import type { Methods, Owner } from "../methods/index.ts";

/** What is known after a right password; sealed in the flow's row. */
export type State = {
  readonly owner: Owner;
  readonly factor: FactorState;
  /** Of the password that was right: with another one since, this way leads nowhere. */
  readonly passwordChangedAt: Instant;
  /** A path of this host: where to go on when signed in. */
  readonly continuation: string;
};

export type SecondFactorServices = FlowServices & { readonly methods: Methods };
