import type { FlowServices } from "../../flow/index.ts";
import type { SessionId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Passwords } from "../../platform/crypto/passwords.ts";
import type { FactorState } from "../factor-steps/index.ts";
import type { Methods, Owner } from "../methods/index.ts";
import type { Acr } from "./rules.ts";

/** What is known of who is asked again; sealed in the flow's row. */
export type State = {
  readonly owner: Owner;
  /** `factors`: what may be asked; where something is to be enrolled, all that there is. */
  readonly factor: FactorState;
  readonly isPasswordRight: boolean;
  /** Nothing that is enrolled is strong enough. */
  readonly isEnrolling: boolean;
  readonly acr: Acr;
  /** The session that is to be renewed. */
  readonly sessionId: SessionId;
  /** Of the account when this began: with another password since, this leads nowhere. */
  readonly passwordChangedAt: Instant;
  /** A path of this host: what was asked for. */
  readonly continuation: string;
};

export type StepUpServices = FlowServices & {
  readonly methods: Methods;
  readonly passwords: Passwords;
};
